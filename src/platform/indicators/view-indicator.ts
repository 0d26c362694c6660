/** Viewing an indicator: who asks, for which days, whose facts, with the words that every page and file of it needs. */
import { dayOf } from '../calendar/instant.ts';
import { packFolderOf } from '../config/project-root.ts';
import type { Exchange } from '../http/route.ts';
import { inLanguage } from '../i18n/local-text.ts';
import { defineTexts, type Locale } from '../i18n/texts.ts';
import { nameUnits, type UnitName } from '../organisation/counted-units.ts';
import { type Scope, scope } from '../permissions/permissions.ts';
import { dayText, timeInSentence } from '../text/vietnamese-date.ts';
import { addDays } from '../calendar/instant.ts';
import { nameAreas } from './area-names.ts';
import { type Asked, type Days, daysOf, eraOf, readAsked, SEE } from './asked.ts';
import { findDefinition, type FoundIndicator } from './find-definition.ts';
import type { MeasureSpec } from './measure.ts';
import { countedUpTo } from './read-indicator.ts';
import { listSilent, type Silence } from './silence.ts';
import { resolveSpan, type Span } from './span.ts';
import { type PartWords, partWords } from './value-words.ts';

export interface View {
  readonly asked: Asked;
  readonly found: FoundIndicator;
  /** Undefined where no system declares it any more. */
  readonly measure: MeasureSpec | undefined;
  readonly reach: Scope;
  readonly days: Days;
  readonly span: Span;
  readonly words: PartWords;
  readonly asOf: string;
  /** Why there is no figure of these days. */
  readonly silence: Silence | undefined;
  /** The unit and the area it is narrowed to, as they are called. */
  readonly narrowedTo: readonly string[];
  /** Which days, whose facts, up to when: a sentence each. */
  readonly about: readonly string[];
}

const texts = defineTexts({
  days: {
    vi: (name: string, from: string, to: string) => `${name}, từ ngày ${from} đến hết ngày ${to}.`,
    en: (name: string, from: string, to: string) => `${name}, from ${from} to ${to}.`,
  },
  typed: { vi: (name: string) => `${name}.`, en: (name: string) => `${name}.` },
  running: { vi: 'Kỳ chưa kết thúc.', en: 'The period is not over.' },
  notBegun: { vi: 'Kỳ chưa bắt đầu.', en: 'The period has not begun.' },
  asOf: { vi: (at: string) => `Số liệu đến ${at}.`, en: (at: string) => `As of ${at}.` },
  past: { vi: 'Theo đơn vị lúc phát sinh.', en: 'By units as they were.' },
  present: {
    vi: 'Theo đơn vị kế thừa hiện nay; đơn vị chưa xác định được một đơn vị kế thừa thì giữ tên cũ.',
    en: 'By today’s successor units; a unit without one single successor keeps its name.',
  },
  inForce: { vi: 'Đếm những gì đang có hiệu lực ở ngày cuối.', en: 'Counts what is in force on the last day.' },
  until: {
    vi: (name: string, day: string) => `${name} (đến ${day})`,
    en: (name: string, day: string) => `${name} (until ${day})`,
  },
});

/** Undefined for a code that is no indicator. */
export async function viewIndicator(exchange: Exchange): Promise<View | undefined> {
  const { platform, db, clock, params, query, signedIn, locale } = exchange;
  const at = clock();
  const today = dayOf(at);
  const found = await findDefinition(db, params.code ?? '', today);
  if (!found) return undefined;
  const measure = platform.registry.measures.get(found.definition.measure);
  const asked = readAsked(query);
  const days = daysOf(asked, found.definition, at);
  const reach = await scope(db, signedIn, { permission: SEE, day: today });
  const span = await resolveSpan(db, { ...days, ...whose(asked), reach }, today);
  const asOf = timeInSentence(await countedUpTo(platform, found), locale);
  const names = await narrowedNames(exchange, asked);
  return {
    asked,
    found,
    measure,
    reach,
    days,
    span,
    words: partWords(found.definition, measure, packFolderOf(platform.config.province)),
    asOf,
    silence: (await listSilent(platform, [found], span)).get(found.definition.code),
    narrowedTo: names,
    about: aboutDays({ days, today, measure, asked, asOf, names }, locale),
  };
}

export const whose = (asked: Asked) => ({
  era: eraOf(asked),
  ...(asked.donvi !== '' && { unit: asked.donvi }),
  ...(asked.diaban !== '' && { area: asked.diaban }),
});

async function narrowedNames({ db, locale }: Exchange, { donvi, diaban }: Asked): Promise<string[]> {
  const [units, areas] = await Promise.all([
    nameUnits(db, donvi === '' ? [] : [donvi]),
    nameAreas(db, diaban === '' ? [] : [diaban]),
  ]);
  return [...units.values(), ...areas.values()].map((one) => nameText(one, locale));
}

export function nameText({ name, until }: Pick<UnitName, 'name' | 'until'>, locale: Locale): string {
  const text = inLanguage(name, locale).text;
  return until === null ? text : texts(locale).until(text, dayText(until, locale));
}

interface About {
  readonly days: Days;
  readonly today: string;
  readonly measure: MeasureSpec | undefined;
  readonly asked: Asked;
  readonly asOf: string;
  readonly names: readonly string[];
}

function aboutDays({ days, today, measure, asked, asOf, names }: About, locale: Locale): string[] {
  const words = texts(locale);
  const name = inLanguage(days.name, locale).text;
  return [
    days.key === ''
      ? words.typed(name)
      : words.days(name, dayText(days.from, locale), dayText(addDays(days.to, -1), locale)),
    ...names.map((one) => `${one}.`),
    ...(today < days.from ? [words.notBegun] : today < days.to ? [words.running] : []),
    measure?.kind === 'snapshot' ? words.inForce : words[eraOf(asked) === 'now' ? 'present' : 'past'],
    words.asOf(asOf),
  ];
}
