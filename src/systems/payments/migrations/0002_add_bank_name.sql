-- people who type a transfer choose the bank by its name; a BIN says nothing to them
alter table payments.request add column bank text;
comment on column payments.request.bank is 'Name of the receiving bank as the province pack gives it.';
