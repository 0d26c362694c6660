/** Turn rules (quy tắc về lượt): where a rule may be read in two ways, the province says from which day breaking it is refused, or done and flagged. */
import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import type { Day } from '../../platform/calendar/instant.ts';
import { parseTerm } from '../../platform/calendar/term.ts';
import type { Db } from '../../platform/db/database.ts';
import { shapeOf } from '../../platform/pack/check-shape.ts';
import { readPackPart } from '../../platform/pack/read-part.ts';
import type { DossierTables } from './tables.ts';

/** A second request for papers; sending a dossier back later than the term after its receipt. */
const RULES = ['second-supplement', 'late-return'] as const;

export interface TurnRule {
  readonly rule: (typeof RULES)[number];
  readonly from: Day;
  readonly effect: 'refuse' | 'flag';
  /** Until when it is in time, such as `3wd`. */
  readonly term: string | null;
}

const STRICT = { effect: 'refuse', term: '3wd' } as const;

/** What holds on a day; where the province says nothing, the strict reading. */
export function ruleOn(
  rules: readonly TurnRule[],
  rule: TurnRule['rule'],
  day: Day,
): { readonly effect: TurnRule['effect']; readonly term: string } {
  const found = rules
    .filter((one) => one.rule === rule && one.from <= day)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1);
  return found ? { effect: found.effect, term: found.term ?? STRICT.term } : STRICT;
}

const RulesFile = Type.Object(
  {
    rules: Type.Array(
      Type.Object(
        {
          rule: Type.Union(RULES.map((rule) => Type.Literal(rule))),
          from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
          effect: Type.Union([Type.Literal('refuse'), Type.Literal('flag')]),
          term: Type.Optional(Type.String({ pattern: '^\\d{1,3}(wd|d|h)$' })),
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
export function readTurnRules(packFolder: string): Static<typeof RulesFile>['rules'] {
  const { rules } = readPackPart(packFolder, 'turn-rules.yaml', readShape);
  const wrong = rules.find(({ term }) => term !== undefined && !parseTerm(term).term);
  if (wrong) throw new Error(`turn-rules.yaml of the province pack: ${wrong.term} is no term`);
  return rules;
}

/** The table says what the pack says. */
export async function loadTurnRules(db: Db<DossierTables>, packFolder: string): Promise<void> {
  const rules = readTurnRules(packFolder);
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('dossiers.turn_rule'))`.execute(trx);
    await trx.deleteFrom('dossiers.turn_rule').execute();
    if (rules.length === 0) return;
    const rows = rules.map(({ from, term = null, confirm = null, ...rest }) => ({
      ...rest,
      valid_from: from,
      term,
      confirm,
    }));
    await trx.insertInto('dossiers.turn_rule').values(rows).execute();
  });
}
