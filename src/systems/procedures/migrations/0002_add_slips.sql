-- A mistyped word is found by what is left when any one letter is taken out, of it and of the words it may have been.
alter table procedures.word add column slips text[] not null default '{}';
comment on column procedures.word.slips is 'The word itself and the word without each of its letters: two words one slip apart share one of these.';
-- the nearest words of a mistyped one: 3.000 words, 0,3 ms instead of 8 ms
create index word_slips_index on procedures.word using gin (slips);
