import * as fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/harness/database.ts';
import { compareVietnamese } from './collation.ts';
import { fold } from './fold.ts';

let client: Client;
beforeAll(async () => {
  const database = await testDatabase();
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
  return () => database.drop();
});
afterAll(() => client.end());

const LOWER = 'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ';
const LETTERS = (LOWER + LOWER.toUpperCase()).split('');

test('the database folds every Vietnamese letter, mark and space as the program does', async () => {
  const samples = LETTERS.flatMap((letter) => [letter, letter.normalize('NFD')]);
  samples.push(
    'Hoà Thành',
    ' a\u00a0\u2009b\t\nc ',
    '\u200bx\ufeff',
    'Ærø ß ½ № « » “Ω” İ ﬁ',
    'ΟΔΟΣ',
    'Ð ð',
    '漢字',
    '',
  );
  expect(await foldedInSql(samples)).toEqual(samples.map(fold));
});

test('and any mixture of them', async () => {
  const unit = fc.constantFrom(...LETTERS, '\u0301', '\u0323', '\u0302', ' ', '\u3000', '.', '9');
  const samples = fc.sample(fc.string({ unit, maxLength: 30 }), 200);
  expect(await foldedInSql(samples)).toEqual(samples.map(fold));
});

test('the database sorts as the program does', async () => {
  const words = [
    'đa',
    'da',
    'ơ',
    'ô',
    'o',
    'ò',
    'ỏ',
    'õ',
    'ó',
    'ọ',
    'Tây Ninh',
    'Tây ninh',
    'Tân Biên',
    'ă',
    'â',
    'a',
    'ưng',
    'ung',
    'Đinh',
    'Dinh',
    'y',
  ];
  const { rows } = await client.query('select word from unnest($1::text[]) word order by word collate text.vi', [
    words,
  ]);
  expect(rows.map((row) => row.word)).toEqual([...words].sort(compareVietnamese));
});

async function foldedInSql(samples: string[]): Promise<string[]> {
  const { rows } = await client.query(
    'select text.fold(sample) folded from unnest($1::text[]) with ordinality s (sample, place) order by place',
    [samples],
  );
  return rows.map((row) => row.folded);
}
