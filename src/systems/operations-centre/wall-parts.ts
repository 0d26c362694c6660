/** Parts of the wall: which of them a person could see the difference of, so that a move of one figure does not send the map again. Pure. */
import type { Instant } from '../../platform/calendar/instant.ts';
import type { ListedIncident } from './list-incidents.ts';
import type { WallShown } from './read-wall.ts';
import { hourText, momentText } from './words.ts';

const PARTS = ['summary', 'clock', 'map', 'tiles', 'incidents', 'sources', 'news'] as const;
export type WallPart = (typeof PARTS)[number];

/** What each part shows, as text to compare. Borders and basemap come with the start of the program. */
export type ToldParts = Readonly<Record<WallPart, string>>;

export function partsOf(shown: WallShown): ToldParts {
  const { view, counts, drill, communes, layer, incidents, others, tiles, sources, news } = shown;
  const minute = hourText(view.at);
  const parts: Readonly<Record<WallPart, unknown>> = {
    summary: [counts, drill],
    clock: minute,
    map: [
      layer && [layer.key, layer.isLost, ...layer.values],
      communes.map(({ code }) => code),
      [incidents, others].map(marksOf),
    ],
    // how old a figure is and how long an incident lasts goes on by itself
    tiles: [
      minute,
      tiles.map(({ key, value, context, status, isOld, trend, asOf }) => [
        key,
        value,
        context,
        status,
        isOld,
        trend,
        hourOf(asOf),
      ]),
    ],
    incidents: [minute, incidents, counts.open + counts.drill],
    sources: sources.map(({ name, lastAt, state }) => [name, lastAt && momentText(lastAt, view.at), state]),
    news,
  };
  return Object.fromEntries(PARTS.map((part) => [part, JSON.stringify(parts[part])])) as unknown as ToldParts;
}

const hourOf = (at: Instant | null): string | null => (at === null ? null : hourText(at));

const marksOf = (incidents: readonly ListedIncident[]) =>
  incidents.map(({ id, lat, lon, severity, isDrill, isUntaken }) => [id, lat, lon, severity, isDrill, isUntaken]);

/** All of them where nothing was told before. */
export const changedParts = (before: ToldParts | undefined, now: ToldParts): ReadonlySet<WallPart> =>
  new Set(PARTS.filter((part) => before?.[part] !== now[part]));
