/** Office rules: what the province says of delegating and of the words before a title when somebody signs for another, by day. */
import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import type { Day } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { platformPart } from '../db/platform-part.ts';
import { shapeOf } from '../pack/check-shape.ts';
import { readPackPart } from '../pack/read-part.ts';
import type { OfficeRuleName } from './tables.ts';

const RULES = ['second-delegate', 'sign-delegated', 'sign-acting', 'sign-in-charge', 'sign-deputy'] as const;

const RulesFile = Type.Object(
  {
    rules: Type.Array(
      Type.Object(
        {
          rule: Type.Union(RULES.map((rule) => Type.Literal(rule))),
          from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
          effect: Type.Optional(Type.Union([Type.Literal('refuse'), Type.Literal('allow')])),
          words: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
          basis: Type.String({ minLength: 1 }),
          confirm: Type.Optional(Type.String()),
        },
        { additionalProperties: false },
      ),
      { maxItems: 40 },
    ),
  },
  { additionalProperties: false },
);

const readShape = shapeOf(RulesFile);

/** Throws with every fault when the pack's file is not usable. */
export function readOfficeRules(packFolder: string): Static<typeof RulesFile>['rules'] {
  return readPackPart(packFolder, 'office-rules.yaml', readShape).rules;
}

/** The table says what the pack says. */
export async function loadOfficeRules(db: Db, packFolder: string): Promise<void> {
  const rules = readOfficeRules(packFolder);
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('organisation.office_rule'))`.execute(trx);
    await trx.deleteFrom('organisation.office_rule').execute();
    if (rules.length === 0) return;
    const rows = rules.map(({ from, effect = null, words = null, confirm = null, ...rest }) => ({
      ...rest,
      valid_from: from,
      effect,
      words,
      confirm,
    }));
    await trx.insertInto('organisation.office_rule').values(rows).execute();
  });
}

export interface OfficeRule {
  readonly effect: 'refuse' | 'allow' | null;
  readonly words: string | null;
  readonly basis: string;
  readonly confirm: string | null;
}

/** What holds on the day; undefined where the province says nothing. */
export async function officeRuleOn<T>(db: Db<T>, rule: OfficeRuleName, day: Day): Promise<OfficeRule | undefined> {
  return platformPart(db)
    .selectFrom('organisation.office_rule')
    .select(['effect', 'words', 'basis', 'confirm'])
    .where('rule', '=', rule)
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
}
