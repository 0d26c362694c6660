-- Vietnamese text in the database: folding for search, and the order of the Vietnamese alphabet.
-- text.fold repeats src/platform/text/fold.ts with built-in functions only: unaccent follows a rules file that differs
-- between PostgreSQL versions and maps more than marks, so its result could not be the same as the program's.
create extension if not exists pg_trgm with schema public;

create schema text;
grant usage on schema text to vamco_app;

create collation text.vi (provider = icu, locale = 'vi');
comment on collation text.vi is 'Thứ tự bảng chữ cái tiếng Việt và dấu thanh; giống Intl.Collator(''vi'').';

create function text.fold(value text) returns text
  language sql immutable strict parallel safe
  return btrim(
    regexp_replace(
      lower(
        translate(
          regexp_replace(normalize(value, NFD), U&'[\0300-\036f\200b-\200d\2060\feff]+', '', 'g'),
          'đĐ', 'dd'
        ) collate "und-x-icu"
      ),
      U&'[\0009-\000d \0085\00a0\1680\2000-\200a\2028\2029\202f\205f\3000]+', ' ', 'g'
    ),
    ' '
  );
comment on function text.fold(text) is 'Chữ không dấu, chữ thường, một khoảng trắng giữa các từ: để tìm kiếm.';
