-- Definitions that an administrator publishes by pages stand beside those of the pack, and are never replaced by a file of it.
alter table indicators.definition add column published_as integer;
alter table indicators.definition add constraint definition_published_key unique (code, published_as);
comment on column indicators.definition.published_as is 'Number of the version of the setting that an administrator published; null for one of the pack.';
