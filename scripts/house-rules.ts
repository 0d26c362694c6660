/** The house rules that no linter knows: one table, each a question about a file's name or its lines. Each has a planted violation. */
import { sqlPartsIn } from './sql-templates.ts';

export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

interface Rule {
  readonly name: string;
  readonly why: string;
  /** Which paths it looks at. */
  readonly files: RegExp;
  /** Offsets in the text where it is broken. */
  readonly find: (file: SourceFile) => readonly number[];
  /** Paths that may, each with its reason. */
  readonly except?: Readonly<Record<string, string>>;
}

export const CODE = /\.(ts|tsx|mjs|cjs)$/;
export const TEST = /\.test\.tsx?$/;
/** A test file is a list, which reads well at greater length than one noun does. */
const longest = (path: string): number => (TEST.test(path) ? 400 : 300);

const whole = (isBroken: boolean): readonly number[] => (isBroken ? [0] : []);
const matches = (text: string, pattern: RegExp): readonly number[] =>
  [...text.matchAll(pattern)].map((match) => match.index);
export const lineCount = (text: string): number => text.split('\n').length - 1;

const SQL_CLOCK =
  /\b(?:now\(\)|(?:current_(?:date|time|timestamp)|localtime(?:stamp)?)\b|(?:clock|statement|transaction)_timestamp\()/gi;
/** `now()` in code is the clock that was handed in: only SQL is looked at, and only where there is something to see. */
const SQL_CLOCK_ANYWHERE = new RegExp(SQL_CLOCK.source, 'i');

/** Comments and texts in quotes say what they like; both are blanked so that offsets stay. */
const withoutSqlComments = (sql: string): string =>
  sql.replace(/--[^\n]*|'(?:[^']|'')*'/g, (said) => ' '.repeat(said.length));

export const RULES: readonly Rule[] = [
  {
    name: 'no-drawers',
    why: 'name the file after the noun it holds',
    files: CODE,
    find: ({ path }) =>
      whole(/(^|\/)(utils?|helpers?|commons?|misc|types|constants)(\/|(\.test)?\.[a-z]+$)/.test(path)),
  },
  {
    name: 'kebab-case',
    why: 'file names are small letters, digits and hyphens',
    files: CODE,
    find: ({ path }) => whole(!/^[a-z0-9.-]+$/.test(path.slice(path.lastIndexOf('/') + 1))),
  },
  {
    name: 'index-is-a-door',
    why: 'index.ts exists only as the public door of a system: src/systems/<name>/index.ts',
    files: /(^|\/)index\.(ts|tsx|mjs)$/,
    find: ({ path }) => whole(!/^src\/systems\/[a-z-]+\/index\.ts$/.test(path)),
  },
  {
    name: 'no-barrels',
    why: 'name each export; import from the file that defines it',
    files: CODE,
    find: ({ text }) => matches(text, /^\s*export\s+\*/gm),
  },
  {
    name: 'one-noun-a-file',
    why: 'more than 300 lines (400 in a test) hold two nouns',
    files: CODE,
    find: ({ path, text }) => whole(lineCount(text) > longest(path)),
  },
  {
    name: 'opening-sentence',
    why: 'a module opens with one sentence that a new colleague understands: /** … */',
    files: /^(?!.*\.test\.tsx?$).*\.(ts|tsx|mjs)$/,
    find: ({ text }) => whole(!/^(#!.*\n)?\/\*\*/.test(text)),
  },
  {
    name: 'nothing-unfinished',
    why: 'finish it or file an issue',
    files: /\.(ts|tsx|mjs|cjs|sql|css)$/,
    find: ({ text }) => matches(text, /\b(?:TODO|FIXME|XXX|HACK)\b/g),
    except: { 'scripts/house-rules.ts': 'names the words it looks for' },
  },
  {
    name: 'every-test-runs',
    why: 'a test that is set aside proves nothing: no .only, .skip, .todo',
    files: TEST,
    find: ({ text }) =>
      matches(text, /\b(?:describe|it|test|suite|bench)(?:\.\w+)*\.(?:only|skip|todo)\b|\bx(?:it|describe|test)\(/g),
  },
  {
    name: 'no-inline-style',
    why: 'the content security policy refuses style attributes; give it a class',
    files: /^src\/(?!.*\/islands\/)(?!.*\.test\.).*\.tsx$/,
    find: ({ text }) => matches(text, /\sstyle=["'{]/g),
  },
  {
    name: 'no-inline-handler',
    why: 'pages carry no script; behaviour lives in islands/',
    files: /^src\/(?!.*\/islands\/)(?!.*\.test\.).*\.tsx$/,
    find: ({ text }) => matches(text, /\son[A-Za-z]+=["'{]/g),
  },
  {
    name: 'time-is-an-argument',
    why: 'SQL reads no clock: time is an argument, and only recorded_at is the database’s own',
    files: /^src\/(?!.*\.test\.).*\.sql$/,
    find: ({ text }) => matches(withoutSqlComments(text), SQL_CLOCK),
    except: {
      'src/platform/journal/migrations/0001_create_journal.sql': 'recorded_at: order, chain and repeats',
      'src/platform/journal/migrations/0003_append_with_fewer_statements.sql': 'recorded_at: order and chain',
    },
  },
  {
    name: 'time-is-an-argument',
    why: 'SQL reads no clock: time is an argument, and only recorded_at is the database’s own',
    files: /^src\/(?!.*\.test\.).*\.tsx?$/,
    find: ({ text }) =>
      SQL_CLOCK_ANYWHERE.test(text)
        ? sqlPartsIn(text).flatMap((part) => matches(part.text, SQL_CLOCK).map((at) => part.at + at))
        : [],
    except: {
      'src/platform/db/migrate.ts': 'applied_at of the ledger of migrations: when this database was changed',
      'src/platform/jobs/failed-jobs.ts': 'the job engine schedules by the clock of the database',
    },
  },
  {
    name: 'sql-in-small-letters',
    why: 'SQL is written in small letters',
    files: /\.sql$/,
    find: ({ text }) =>
      matches(
        withoutSqlComments(text),
        /\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|TABLE|INDEX|NOT NULL|FROM|WHERE)\b/g,
      ),
  },
  {
    name: 'constraints-have-names',
    why: 'write `constraint <table>_<what>_<pkey|fkey|key|check>`: an error names it',
    files: /\/migrations\/.*\.sql$/,
    find: ({ text }) => findUnnamedConstraints(withoutSqlComments(text)),
  },
];

/** A constraint inside `create table (…)` or behind `add` whose line does not begin with its name. */
function findUnnamedConstraints(sql: string): readonly number[] {
  return [...sql.matchAll(/^[^\n]*$/gm)]
    .filter(({ 0: line }) => /\b(?:primary key|references|unique\s*\(|check\s*\(|exclude using)/.test(line))
    .filter(({ 0: line }) => !/\bconstraint\s+\w+/.test(line) && !/^\s*(?:create unique index|grant|with)\b/.test(line))
    .map(({ index }) => index);
}
