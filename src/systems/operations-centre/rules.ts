/** Rules of the centre (quy tắc của trung tâm): kinds of incidents, when signals are one incident, what is to be done; data of the province. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { type Clock, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { LocalTextSchema } from '../../platform/forms/definition.ts';
import { shapeOf } from '../../platform/pack/check-shape.ts';
import { readPackYaml } from '../../platform/pack/read-yaml.ts';
import type { CentreTables } from './tables.ts';

const key = Type.String({ pattern: '^[a-z][a-z-]{0,29}$' });
/** `?`: not compared with its text; `design`: our own proposal. */
const confirm = Type.Optional(Type.String());
const count = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
const degrees = Type.Number({ minimum: -180, maximum: 180 });
const closed = { additionalProperties: false } as const;

const RulesFile = Type.Object(
  {
    confirm,
    map: Type.Object(
      {
        /** What lies under the communes: a grid of half degrees, or nothing. */
        base: Type.Union([Type.Literal('grid'), Type.Literal('none')]),
        landmarks: Type.Array(
          Type.Object(
            {
              name: LocalTextSchema,
              lat: degrees,
              lon: degrees,
              side: Type.Union([Type.Literal('left'), Type.Literal('right')]),
            },
            closed,
          ),
          { maxItems: 3 },
        ),
      },
      closed,
    ),
    kinds: Type.Array(
      Type.Object(
        {
          key,
          name: LocalTextSchema,
          /** Signals with points further apart are two incidents; 0 leaves the commune or the unit to decide. */
          metres: count(0, 100_000),
          minutes: count(1, 100_000),
          /** Within which somebody must have taken it. */
          take_minutes: count(1, 100_000),
          steps: Type.Array(Type.Object({ key, text: LocalTextSchema, minutes: count(1, 100_000) }, closed), {
            maxItems: 20,
          }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 30 },
    ),
    districts: Type.Object(
      {
        confirm,
        list: Type.Array(
          Type.Object({ key, name: LocalTextSchema, communes: Type.Array(Type.String(), { minItems: 1 }) }, closed),
          { maxItems: 60 },
        ),
      },
      closed,
    ),
  },
  closed,
);

export type CentreRules = Static<typeof RulesFile>;
export type IncidentKind = CentreRules['kinds'][number];
export type FormerDistrict = CentreRules['districts']['list'][number];

/** The kind of what the province has no kind for; every pack has it. */
export const OTHER_KIND = 'other';

const readShape = shapeOf(RulesFile);

/** Throws with every fault when the pack's file is not usable. */
export function readCentreRules(packFolder: string): CentreRules {
  const read = readPackYaml(readFileSync(join(packFolder, 'operations-centre.yaml'), 'utf8'));
  const shaped = read.faults ? read : readShape(read.value);
  if (shaped.faults)
    throw new Error(`operations-centre.yaml of the province pack is not usable: ${JSON.stringify(shaped.faults)}`);
  const { kinds } = shaped.value;
  if (new Set(kinds.map(({ key: name }) => name)).size !== kinds.length)
    throw new Error('operations-centre.yaml of the province pack: two kinds have the same key');
  if (!kinds.some(({ key: name }) => name === OTHER_KIND))
    throw new Error(`operations-centre.yaml of the province pack: there is no kind ${OTHER_KIND}`);
  return shaped.value;
}

export async function loadCentreRules(
  { db, clock }: { readonly db: Db<CentreTables>; readonly clock: Clock },
  packFolder: string,
): Promise<void> {
  const row = { id: 1, body: JSON.stringify(readCentreRules(packFolder)), loaded_at: isoOf(clock()) };
  await db
    .insertInto('operations_centre.rules')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body: row.body, loaded_at: row.loaded_at }))
    .execute();
}

export async function getRules(db: Db<CentreTables>): Promise<CentreRules> {
  const { body } = await db.selectFrom('operations_centre.rules').select('body').executeTakeFirstOrThrow();
  return body;
}

export const kindOf = ({ kinds }: CentreRules, name: string): IncidentKind =>
  kinds.find(({ key: known }) => known === name) ??
  (kinds.find(({ key: known }) => known === OTHER_KIND) as IncidentKind);
