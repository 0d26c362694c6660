-- what an officer has done of late, for the workload of a unit
create index entry_account_index on journal.entry (account_id, recorded_at desc) where unit_id is not null;
