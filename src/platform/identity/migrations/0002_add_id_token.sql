-- Signing out here reaches VNeID too: its ID token says whose sign-in is to end.
alter table identity.session add column id_token text;
comment on column identity.session.id_token is 'ID token of VNeID, sealed with the key of the installation; only while the session lives.';
