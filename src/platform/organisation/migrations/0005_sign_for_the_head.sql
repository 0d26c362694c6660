-- A deputy who signs in the place of the head (ký thay, KT.).
alter table organisation.office_rule
  drop constraint office_rule_rule_check,
  add constraint office_rule_rule_check check (rule in ('second-delegate', 'sign-delegated', 'sign-acting', 'sign-in-charge', 'sign-deputy'));
