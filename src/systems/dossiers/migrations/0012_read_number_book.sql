-- the number book of everybody's blocks, the newest day first
create index number_block_day_index on dossiers.number_block (day desc, id desc);
