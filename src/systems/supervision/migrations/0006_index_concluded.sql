-- the course of a centre's figure: what was concluded in the last days, and was open before
create index finding_concluded_index on supervision.finding (concluded_at) where concluded_at is not null;
