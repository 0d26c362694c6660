/** Rules of the counter (quy tắc của quầy): groups of services, who goes first and how often, absence, appointments; data of the province. */
import { type Static, Type } from 'typebox';
import { type Clock, dayOf, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import { LocalTextSchema } from '../../platform/forms/definition.ts';
import type { Fault } from '../../platform/pack/fault.ts';
import { shapeOf } from '../../platform/pack/check-shape.ts';
import { readPackPart } from '../../platform/pack/read-part.ts';
import { findInForce, loadPackSettings } from '../../platform/settings/setting-versions.ts';
import type { CounterTables } from './tables.ts';

const key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,29}$' });
/** `?`: not compared with its text; `design`: our own proposal. */
const confirm = Type.Optional(Type.String());
const count = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
const closed = { additionalProperties: false } as const;

const RulesFile = Type.Object(
  {
    groups: Type.Array(
      Type.Object(
        { key, letter: Type.String({ pattern: '^[A-Z]$' }), name: LocalTextSchema, about: LocalTextSchema },
        closed,
      ),
      { minItems: 1, maxItems: 12 },
    ),
    grounds: Type.Array(
      Type.Object(
        {
          key,
          name: LocalTextSchema,
          from_age: Type.Optional(count(1, 120)),
          under_months: Type.Optional(count(1, 216)),
          basis: Type.String({ minLength: 1 }),
          confirm,
        },
        closed,
      ),
      { maxItems: 8 },
    ),
    order: Type.Object({ most_in_a_row: count(1, 20), confirm }, closed),
    absence: Type.Object({ calls: count(1, 10), return_minutes: count(0, 480), returns: count(0, 5), confirm }, closed),
    appointments: Type.Object(
      {
        slot_minutes: count(5, 240),
        places: count(1, 99),
        units: Type.Record(Type.String(), count(1, 99)),
        ahead_days: count(1, 180),
        notice_minutes: count(0, 10_080),
        open_each: count(1, 20),
        early_minutes: count(0, 480),
        late_minutes: count(0, 480),
        confirm,
      },
      closed,
    ),
    close: Type.Object({ after_minutes: count(0, 600), names_days: count(1, 3650), confirm }, closed),
  },
  closed,
);

export type CounterRules = Static<typeof RulesFile>;
export type ServiceGroup = CounterRules['groups'][number];
export type Ground = CounterRules['grounds'][number];

/** Also the name of the setting: platform/settings. */
export const RULES_SETTING = 'counter.rules';

const readShape = shapeOf(RulesFile);

/** Throws with every fault when the pack's file is not usable. */
export function readCounterRules(packFolder: string): CounterRules {
  const rules = readPackPart(packFolder, 'counter.yaml', readShape);
  const { groups } = rules;
  for (const part of ['key', 'letter'] as const)
    if (new Set(groups.map((group) => group[part])).size !== groups.length)
      throw new Error(`counter.yaml of the province pack: two groups have the same ${part}`);
  return rules;
}

interface Present {
  readonly db: Db<CounterTables>;
  readonly clock: Clock;
}

/** The pack's rules are a version like others; what an administrator has published stays in force. */
export async function loadCounterRules({ db, clock }: Present, packFolder: string): Promise<void> {
  await loadPackSettings(platformPart(db), [{ setting: RULES_SETTING, body: readCounterRules(packFolder) }], clock());
  await followRules({ db, clock });
}

/** The one row holds the rules in force: read anew when some are published, and by the clock where they begin later. */
export async function followRules({ db, clock }: Present): Promise<void> {
  const at = clock();
  const inForce = await findInForce<CounterRules>(db, RULES_SETTING, dayOf(at));
  if (!inForce) return;
  const row = { id: 1, body: JSON.stringify(inForce.body), loaded_at: isoOf(at) };
  await db
    .insertInto('counter.rules')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body: row.body, loaded_at: row.loaded_at }))
    .execute();
}

/** What is not of the shape that rules have. */
export const faultsOfShape = (rules: unknown): readonly Fault[] => readShape(rules).faults ?? [];

export async function getRules(db: Db<CounterTables>): Promise<CounterRules> {
  const { body } = await db.selectFrom('counter.rules').select('body').executeTakeFirstOrThrow();
  return body;
}

export const findGroup = ({ groups }: CounterRules, wanted: string): ServiceGroup | undefined =>
  groups.find((group) => group.key === wanted);

export const findGround = ({ grounds }: CounterRules, wanted: string): Ground | undefined =>
  grounds.find((ground) => ground.key === wanted);

/** How many appointments one slot of a unit takes. */
export const placesOf = ({ appointments }: CounterRules, unitCode: string | null): number =>
  (unitCode === null ? undefined : appointments.units[unitCode]) ?? appointments.places;
