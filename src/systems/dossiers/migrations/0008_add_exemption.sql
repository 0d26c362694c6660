-- An exemption from fees (miễn, giảm) that the applicant claims waits for the officer who accepts.
alter table dossiers.dossier
  add column exemption text,
  add constraint dossier_exemption_check check (exemption in ('claimed', 'confirmed', 'refused'));
comment on column dossiers.dossier.exemption is 'What has become of the exemption that the answers claim; null where they claim none.';
