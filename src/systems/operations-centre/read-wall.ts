/** Reading the wall: everything one screen of a centre shows at a moment, as plain values. */
import { type RawBuilder, sql } from 'kysely';
import { dayOf, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { MINUTE } from '../../platform/calendar/working-time.ts';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { type CentreView, listCommunes } from './centres.ts';
import { findDrill, type RunningDrill } from './drill.ts';
import type { Commune } from './geo-point.ts';
import type { KeptFigures, ShownTile } from './kept-figures.ts';
import { countOpen, inView, isOn, listOpen, type ListedIncident, type OpenCounts } from './list-incidents.ts';
import type { NamedCommune } from './map-drawing.ts';
import type { Outline } from './outline.ts';
import { type CentreRules, type FormerDistrict, getOutline, getRules } from './rules.ts';
import type { CentreTables } from './tables.ts';

export interface WallSource {
  readonly name: LocalText;
  readonly lastAt: Instant | null;
  readonly state: 'fresh' | 'late' | 'lost';
}

export interface WallLayer {
  readonly key: string;
  readonly title: LocalText;
  readonly unit: LocalText;
  /** Of the records behind it; undefined where the reader may not open them. */
  readonly href: string | undefined;
  /** Its system does not answer: nothing is known, which is not nothing. */
  readonly isLost: boolean;
  readonly values: ReadonlyMap<string, number>;
}

export interface WallNews {
  readonly at: Instant;
  readonly what: 'opened' | 'taken' | 'closed';
  readonly title: LocalText;
  readonly area: LocalText | null;
  readonly isDrill: boolean;
}

export interface WallShown {
  readonly view: CentreView;
  readonly tiles: readonly ShownTile[];
  readonly incidents: readonly ListedIncident[];
  /** More that are open: marked on the map only. */
  readonly others: readonly ListedIncident[];
  readonly counts: OpenCounts;
  readonly communes: readonly NamedCommune[];
  /** The other communes of the province. */
  readonly neighbours: readonly NamedCommune[];
  readonly districts: readonly FormerDistrict[];
  readonly layer: WallLayer | undefined;
  readonly map: CentreRules['map'];
  readonly outline: Outline;
  readonly sources: readonly WallSource[];
  readonly news: readonly WallNews[];
  readonly drill: RunningDrill | undefined;
}

export const MOST_TILES = 9;
export const MOST_INCIDENTS = 6;
/** Of these the first have a row each. */
const MOST_MARKED = 60;
const MOST_NEWS = 6;
const NEWS_MINUTES = 24 * 60;

export async function readWall(
  platform: Platform<CentreTables>,
  figures: KeptFigures,
  view: CentreView,
  chosen = '',
): Promise<WallShown> {
  const { db } = platform;
  const bare = platform as unknown as Platform;
  const tiles = await figures.read(bare, view);
  const rules = await getRules(db, view.at);
  const open = await listOpen(db, view, MOST_MARKED);
  return {
    view,
    tiles: tiles.slice(0, MOST_TILES),
    incidents: open.slice(0, MOST_INCIDENTS),
    others: open.slice(MOST_INCIDENTS),
    counts: await countOpen(db, view),
    ...(await shownCommunes(db, view)),
    districts: rules.districts.list,
    layer: await readLayer(bare, view, chosen),
    map: rules.map,
    outline: await getOutline(db),
    sources: await listSources(bare, { tiles, at: view.at }),
    news: await listNews(db, view),
    drill: await findDrill(db, view),
  };
}

async function shownCommunes(db: Db<CentreTables>, { areas, at }: CentreView) {
  const all = await listCommunes(db, dayOf(at));
  const isOurs = ({ id }: Commune) => areas === 'all' || areas.includes(id);
  return { communes: all.filter(isOurs), neighbours: all.filter((commune) => !isOurs(commune)) };
}

/** The one asked for, else the first; none where its system does not answer. */
async function readLayer(platform: Platform, view: CentreView, chosen: string): Promise<WallLayer | undefined> {
  const { layers } = platform.registry;
  const key = layers.has(chosen) ? chosen : [...layers.keys()][0];
  const spec = key === undefined ? undefined : layers.get(key);
  if (key === undefined || !spec) return undefined;
  const named = { key, title: spec.title, unit: spec.unit, href: spec.href(view) };
  try {
    const values = await spec.read(platform, view);
    return { ...named, isLost: false, values };
  } catch {
    return { ...named, isLost: true, values: new Map() };
  }
}

interface Spoken {
  name: LocalText;
  lastAt: Instant | null;
  isOld: boolean;
  isSilent: boolean;
}

/** By their names: the oldest figure and the longest silence speak for a source. */
async function listSources(
  platform: Platform,
  { tiles, at }: { readonly tiles: readonly ShownTile[]; readonly at: Instant },
): Promise<WallSource[]> {
  const sources = new Map<string, Spoken>();
  const spoken = (name: LocalText): Spoken => {
    const known = sources.get(name.vi) ?? { name, lastAt: null, isOld: false, isSilent: false };
    sources.set(name.vi, known);
    return known;
  };
  for (const { spec, asOf, isOld } of tiles) {
    const source = spoken(spec.source);
    source.lastAt = source.lastAt === null || (asOf !== null && asOf < source.lastAt) ? asOf : source.lastAt;
    source.isOld ||= isOld;
  }
  const heard = await lastHeard(platform);
  for (const [type, { source: name, silentAfterMinutes }] of platform.registry.signals) {
    const source = spoken(name);
    const last = heard.get(type) ?? null;
    source.lastAt ??= last;
    if (silentAfterMinutes !== undefined) source.isSilent ||= last === null || at - last > silentAfterMinutes * MINUTE;
  }
  return [...sources.values()].map(({ name, lastAt, isOld, isSilent }) => ({
    name,
    lastAt,
    state: isOld ? 'lost' : isSilent ? 'late' : 'fresh',
  }));
}

async function lastHeard({ db, registry }: Platform): Promise<ReadonlyMap<string, Instant>> {
  const types = [...registry.signals.keys()];
  const found = await sql<{ source: string; at: Instant | null }>`
    select t.source, (select s.heard_at from operations_centre.signal s where s.source = t.source order by s.heard_at desc limit 1) as at
    from unnest(${types}::text[]) t (source)
  `.execute(platformPart(db));
  return new Map(found.rows.flatMap(({ source, at }) => (at === null ? [] : [[source, at] as const])));
}

/** What happened to incidents since yesterday, newest first. */
export async function listNews(db: Db<CentreTables>, view: CentreView): Promise<WallNews[]> {
  const since = isoOf((view.at - NEWS_MINUTES * MINUTE) as Instant);
  // each by its own index: what was opened long ago is news when it ends
  const lately = (at: RawBuilder<unknown>, what: string) => sql`(
    select ${at} as at, ${what} as what, i.title, i.area_id, i.drill_id from operations_centre.incident i
    where ${at} >= ${since} and ${inView(view)} and ${isOn(view)} order by ${at} desc limit ${MOST_NEWS})`;
  const found = await sql<WallNews>`
    select n.at, n.what, n.title, a.name as area, n.drill_id is not null as "isDrill"
    from (
      ${lately(sql`i.opened_at`, 'opened')} union all ${lately(sql`i.taken_at`, 'taken')} union all ${lately(sql`i.closed_at`, 'closed')}
    ) n left join organisation.area a on a.id = n.area_id
    order by n.at desc, n.what limit ${MOST_NEWS}
  `.execute(db);
  return found.rows;
}
