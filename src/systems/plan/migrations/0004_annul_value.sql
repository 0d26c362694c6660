-- An approved value whose day was wrong could not be corrected by another of the same day: whoever approves may annul it, with a reason.
alter table plan.value drop constraint value_state_check;
alter table plan.value add constraint value_state_check check (state in ('draft', 'approved', 'refused', 'withdrawn', 'annulled'));
