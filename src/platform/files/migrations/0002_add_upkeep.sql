-- Upkeep: uses that nobody needs any more go, and after them the content that nobody uses.
alter table files.blob add column unused_since timestamptz;
comment on column files.blob.unused_since is 'Seen without any use; the bytes stay for another day, so that a backup under way still finds them.';
-- the nightly sweep
create index blob_unused_index on files.blob (unused_since) where unused_since is not null;

grant delete on files.file to vamco_app;
