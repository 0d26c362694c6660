-- Certified copies (bản sao chứng thực điện tử) are papers of every kind: they serve wherever a copy is asked for.
alter table results.result add column is_copy boolean not null default false;
comment on column results.result.is_copy is 'A certified copy with the pages of its original: used again wherever a copy is asked for.';
