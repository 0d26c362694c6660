-- A measure that reads other entries or knows other values than when it was counted is counted anew.
alter table indicators.measure add column digest text not null default '';
comment on column indicators.measure.digest is 'SHA-256 of the kind, the entry types and the variables it was counted with.';
