/** The course of a value over the last periods, and its lines by unit or by area, as somebody may see them. */
import type { Exchange } from '../http/route.ts';
import { inLanguage } from '../i18n/local-text.ts';
import { nameUnits } from '../organisation/counted-units.ts';
import { nameAreas } from './area-names.ts';
import { type Asked, type Days, recentDays } from './asked.ts';
import { readLines, readValues } from './read-values.ts';
import type { Reading } from './reading.ts';
import { listSilent, type Silence } from './silence.ts';
import { resolveSpan } from './span.ts';
import { nameText, type View, whose } from './view-indicator.ts';

export interface ValueLine {
  readonly key: string;
  readonly name: string;
  readonly reading: Reading | undefined;
  /** Why there is none. */
  readonly silence: Silence | undefined;
  /** What the page of this line alone asks for. */
  readonly there: Asked;
}

/** What links carry on: the period, or the typed days. */
export const kept = (asked: Asked, { key }: Pick<Days, 'key'>): Asked =>
  key === '' ? { ...asked, ky: '' } : { ...asked, ky: key, tu: '', den: '' };

const PERIODS = { month: 13, quarter: 9, year: 6 } as const;

/** Newest first, the running period too. */
export async function readCourse(
  { platform, db, clock, locale }: Exchange,
  { found, asked, reach }: View,
): Promise<ValueLine[]> {
  const { definition } = found;
  const periods = recentDays(definition, { at: clock(), count: PERIODS[definition.period] });
  const lines: ValueLine[] = [];
  // one after another: a year of a system's own figures must not take every connection of the pool
  for (const days of periods) {
    const span = await resolveSpan(db, { ...days, ...whose(asked), reach }, days.from);
    const reading = (await readValues(platform, [found], span)).get(definition.code);
    const silence = reading ? undefined : (await listSilent(platform, [found], span)).get(definition.code);
    lines.push({ key: days.key, name: inLanguage(days.name, locale).text, reading, silence, there: kept(asked, days) });
  }
  return lines;
}

/** By name; lines on which nothing was counted are left out. */
export async function readShownLines(
  { platform, db, locale }: Exchange,
  { found, span, asked, days }: View,
  line: 'unit' | 'area',
): Promise<ValueLine[]> {
  const lines = (await readLines(platform, [found], { span, line })).get(found.definition.code);
  if (!lines) return [];
  const ids = [...lines.keys()];
  const names = line === 'unit' ? await nameUnits(db, ids) : await nameAreas(db, ids);
  return [...names].flatMap(([id, name]): ValueLine[] => {
    const reading = lines.get(id);
    if (!reading || isNothing(reading)) return [];
    const there = { ...kept(asked, days), [line === 'unit' ? 'donvi' : 'diaban']: id };
    return [{ key: id, name: nameText(name, locale), reading, silence: undefined, there }];
  });
}

const isNothing = ({ numerator, denominator, unknown }: Reading): boolean =>
  numerator === 0 && (denominator ?? 0) === 0 && unknown === 0;
