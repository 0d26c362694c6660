/** An indicator as a dated setting: what an administrator drafts of it, what differs between two drafts, and what cannot be published. Pure. */
import { inLanguage, type LocalText } from '../../i18n/local-text.ts';
import { shapeOf } from '../../pack/check-shape.ts';
import type { Fault } from '../../pack/fault.ts';
import type { Difference, Setting } from '../../settings/setting.ts';
import { type IndicatorDefinition, IndicatorSchema } from '../definition.ts';
import { checkIndicator, type Checking, isShare, shareOrCount } from '../pack.ts';
import { CODE_TEXTS, fieldTexts, PERIOD_WORDS } from './defining-words.ts';

/** Number and first day come with publishing. */
export type Drafted = Omit<IndicatorDefinition, 'version' | 'from'> & {
  /** Of the first version of a new indicator: the first day it counts, earlier than the day it is published from. */
  readonly since?: string;
};

/** What the names of these settings begin with. */
export const SETTINGS = 'indicators.';
export const settingOf = (code: string): string => `${SETTINGS}${code}`;

export const draftedOf = ({ version: _version, from: _from, ...drafted }: IndicatorDefinition): Drafted => drafted;

/** `from` of a first version is what it says itself, of a later one the day of the decision. */
export function definitionOf(
  { since, ...drafted }: Drafted,
  { version, from }: { readonly version: number; readonly from: string },
): IndicatorDefinition {
  return { ...drafted, version, from: version === 1 && since !== undefined && since < from ? since : from };
}

export const definitionSetting = (code: string, checking: Checking): Setting<Drafted> => ({
  name: settingOf(code),
  blank: blankOf(code),
  compare,
  check: (body, before) => checkDrafted(body, checking, before.measure === '' ? undefined : before),
});

const blankOf = (code: string): Drafted => ({
  code,
  name: { vi: '' },
  measure: '',
  numerator: '',
  unit: { vi: '' },
  period: 'month',
  direction: 'up',
  source: { vi: '' },
  sector: { sector: '', name: { vi: '' }, place: 1 },
});

const shape = shapeOf(IndicatorSchema);

/** `published`: what is or will be in force before it; undefined for a new indicator. */
export function checkDrafted(drafted: Drafted, checking: Checking, published?: Drafted): Fault[] {
  const { sector: _, ...body } = definitionOf(drafted, { version: 1, from: '2000-01-01' });
  const shaped = shape(body);
  if (shaped.faults) return [...shaped.faults];
  return [
    ...checkIndicator({ ...shaped.value, sector: drafted.sector }, checking),
    ...(published && isShare(published) !== isShare(drafted) ? [shareOrCount('denominator')] : []),
  ];
}

function compare(before: Drafted, after: Drafted): Difference[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  return Object.keys(is).flatMap((key): Difference[] => {
    const [old, fresh] = [was[key] ?? null, is[key] ?? null];
    if (old?.vi === fresh?.vi && old?.en === fresh?.en) return [];
    const name = key as keyof ReturnType<typeof fieldTexts>;
    return [{ key, what: { vi: fieldTexts('vi')[name], en: fieldTexts('en')[name] }, before: old, after: fresh }];
  });
}

type Both = Required<LocalText>;

function linesOf(drafted: Drafted): Record<string, Both | null> {
  const { name, measure, filter, numerator, denominator, unit, period, cutDay, direction, thresholds } = drafted;
  return {
    nameVi: plain(name.vi),
    nameEn: plain(name.en),
    sector: both(drafted.sector.name),
    measure: plain(measure),
    filter: plain(filter),
    numerator: plain(countedText(numerator)),
    denominator: plain(countedText(denominator)),
    numeratorWords: drafted.words ? both(drafted.words.numerator) : null,
    denominatorWords: drafted.words?.denominator ? both(drafted.words.denominator) : null,
    unitVi: plain(unit.vi),
    unitEn: plain(unit.en),
    period: PERIOD_WORDS[period],
    cutDay: plain(cutDay?.toString()),
    direction: CODE_TEXTS[direction],
    good: plain(thresholds?.good.toString()),
    warn: plain(thresholds?.warn.toString()),
    sourceVi: plain(drafted.source.vi),
    sourceEn: plain(drafted.source.en),
    basis: plain(drafted.basis),
    confirm: drafted.confirm ? CODE_TEXTS.confirm : null,
    noteVi: plain(drafted.note?.vi),
    noteEn: plain(drafted.note?.en),
    since: plain(drafted.since),
  };
}

const plain = (text: string | undefined): Both | null => (text ? { vi: text, en: text } : null);
const both = (text: LocalText): Both | null =>
  text.vi === '' ? null : { vi: text.vi, en: inLanguage(text, 'en').text };

/** Names of figures stand with commas between them. */
export const countedText = (counted: IndicatorDefinition['denominator']): string =>
  typeof counted === 'object' ? counted.join(', ') : (counted ?? '');
