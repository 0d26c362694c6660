/** Rules of the centre (quy tắc của trung tâm): kinds of incidents, when signals are one incident, what is to be done; data of the province. */
import { type Static, Type } from 'typebox';
import { type Clock, dayOf, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import { LocalTextSchema } from '../../platform/forms/definition.ts';
import { shapeOf } from '../../platform/pack/check-shape.ts';
import type { Fault } from '../../platform/pack/fault.ts';
import { readPackPart } from '../../platform/pack/read-part.ts';
import { findInForce, loadPackSettings } from '../../platform/settings/setting-versions.ts';
import { NO_OUTLINE, type Outline, readOutline } from './outline.ts';
import type { CentreTables } from './tables.ts';

const key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,29}$' });
/** `?`: not compared with its text; `design`: our own proposal. */
const confirm = Type.Optional(Type.String());
const count = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
const degrees = Type.Number({ minimum: -180, maximum: 180 });
const closed = { additionalProperties: false } as const;

const kindsShape = Type.Array(
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
);

const RulesFile = Type.Object(
  {
    confirm,
    map: Type.Object(
      {
        /** What lies under the communes: a grid of degrees, or nothing. */
        base: Type.Union([Type.Literal('grid'), Type.Literal('none')]),
        /** A GeoJSON file of the pack with true borders, rivers, roads. */
        outline: Type.Optional(Type.String({ pattern: '^[a-z0-9-]+\\.geojson$' })),
        /** Pictures of a tile server, which browsers ask themselves. */
        tiles: Type.Optional(
          Type.Object(
            {
              url: Type.String({ pattern: '^https://[a-z0-9.:-]+/.*\\{z\\}.*\\{x\\}.*\\{y\\}' }),
              /** Whom the server wants named. */
              credit: Type.String({ minLength: 1, maxLength: 80 }),
            },
            closed,
          ),
        ),
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
    kinds: kindsShape,
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
/** The part that an administrator changes by pages, as a dated setting; the pack brings its first version. */
export type Kinds = Pick<CentreRules, 'kinds'>;
export const KINDS_SETTING = 'operations-centre.kinds';
export type FormerDistrict = CentreRules['districts']['list'][number];

/** The kind of what the province has no kind for; every pack has it. */
export const OTHER_KIND = 'other';

const readShape = shapeOf(RulesFile);
const readKinds = shapeOf(Type.Object({ kinds: kindsShape }, closed));

export const faultsOfKinds = (kinds: Kinds): Fault[] => readKinds(kinds).faults ?? [];

/** Throws with every fault when the pack's file is not usable. */
export function readCentreRules(packFolder: string): CentreRules {
  const rules = readPackPart(packFolder, 'operations-centre.yaml', readShape);
  const { kinds } = rules;
  if (new Set(kinds.map(({ key: name }) => name)).size !== kinds.length)
    throw new Error('operations-centre.yaml of the province pack: two kinds have the same key');
  if (!kinds.some(({ key: name }) => name === OTHER_KIND))
    throw new Error(`operations-centre.yaml of the province pack: there is no kind ${OTHER_KIND}`);
  return rules;
}

export async function loadCentreRules(
  { db, clock }: { readonly db: Db<CentreTables>; readonly clock: Clock },
  packFolder: string,
): Promise<void> {
  const rules = readCentreRules(packFolder);
  const { kinds } = rules;
  await loadPackSettings(platformPart(db), [{ setting: KINDS_SETTING, body: { kinds } }], clock());
  const outline = rules.map.outline === undefined ? NO_OUTLINE : readOutline(packFolder, rules.map.outline);
  const read = { body: JSON.stringify(rules), outline: JSON.stringify(outline), loaded_at: isoOf(clock()) };
  await db
    .insertInto('operations_centre.rules')
    .values({ id: 1, ...read })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(read))
    .execute();
}

export async function getOutline(db: Db<CentreTables>): Promise<Outline> {
  const { outline } = await db.selectFrom('operations_centre.rules').select('outline').executeTakeFirstOrThrow();
  return outline;
}

/** With the kinds in force at that time. */
export async function getRules(db: Db<CentreTables>, at: Instant): Promise<CentreRules> {
  const { body } = await db.selectFrom('operations_centre.rules').select('body').executeTakeFirstOrThrow();
  const inForce = await findInForce<Kinds>(db, KINDS_SETTING, dayOf(at));
  return inForce ? { ...body, kinds: inForce.body.kinds } : body;
}

export const kindOf = ({ kinds }: Kinds, name: string): IncidentKind =>
  kinds.find(({ key: known }) => known === name) ??
  (kinds.find(({ key: known }) => known === OTHER_KIND) as IncidentKind);
