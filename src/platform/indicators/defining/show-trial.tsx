/** Showing what a draft would count: the running period and the last whole one, beside what is in force, with records as examples. */
import { dayOf } from '../../calendar/instant.ts';
import type { Exchange } from '../../http/route.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { recentDays } from '../asked.ts';
import type { IndicatorDefinition } from '../definition.ts';
import { findDefinition } from '../find-definition.ts';
import { readValues } from '../read-values.ts';
import type { Reading } from '../reading.ts';
import { showValue } from '../shown-value.ts';
import { definitionOf, type Drafted } from './drafted.ts';
import { TrialPart, type TrialRow } from './pages/trial-part.tsx';
import { tryDefinition } from './try-definition.ts';

export async function showTrial({ platform, db, clock, locale }: Exchange, drafted: Drafted) {
  const at = clock();
  const definition = definitionOf(drafted, { version: 1, from: dayOf(at) });
  const found = await findDefinition(db, drafted.code, dayOf(at));
  const periods = recentDays(drafted, { at, count: 2 });
  const rows: TrialRow[] = [];
  // one after another: a trial reads every fact of its period, and must not take every connection of the pool
  for (const days of periods) {
    const tried = await tryDefinition(platform, drafted, days);
    const now = found && (await readValues(platform, [found], { from: days.from, to: days.to }));
    const shown = (reading: Reading | undefined, by: IndicatorDefinition) =>
      showValue(reading, by, { locale, hrefOf: () => undefined });
    rows.push({
      key: days.key,
      name: inLanguage(days.name, locale).text,
      drafted: shown(tried.reading, definition),
      now: found && shown(now?.get(drafted.code), found.definition),
      examples: tried.examples,
      tooMany: tried.tooMany ?? false,
    });
  }
  return <TrialPart rows={rows} hasDenominator={drafted.denominator !== undefined} />;
}
