/** What figures rest on, in sentences: period, "as of", source, rule, and what nobody has confirmed yet. */
import { inLanguage } from '../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import { dayText, timeInSentence } from '../../platform/text/vietnamese-date.ts';
import { officeOf } from './asked.ts';
import type { FiguresContext } from './read-figures.ts';

const texts = defineTexts({
  period: {
    vi: (name: string, from: string, to: string) => `${name}, từ ngày ${from} đến hết ngày ${to}.`,
    en: (name: string, from: string, to: string) => `${name}, from ${from} to ${to}.`,
  },
  rule: { vi: (name: string) => `Kỳ ${name}.`, en: (name: string) => `Periods: ${name}.` },
  asOf: { vi: (at: string) => `Số liệu đến ${at}.`, en: (at: string) => `As of ${at}.` },
  running: { vi: 'Kỳ chưa kết thúc.', en: 'The period is not over.' },
  notBegun: { vi: 'Kỳ chưa bắt đầu.', en: 'The period has not begun.' },
  source: { vi: (name: string) => `Nguồn: ${name}.`, en: (name: string) => `Source: ${name}.` },
  basis: { vi: (rule: string) => `Căn cứ: ${rule}.`, en: (rule: string) => `Basis: ${rule}.` },
  confirm: {
    vi: 'Cách tính có dấu * chờ xác nhận với văn bản.',
    en: 'What is marked * is to be confirmed against the rule.',
  },
  competent: { vi: 'Theo đơn vị lúc giải quyết.', en: 'By the unit that decided.' },
  receiving: {
    vi: 'Theo nơi tiếp nhận, dù đơn vị nào giải quyết.',
    en: 'By the office that received it, whoever decides.',
  },
  returning: {
    vi: 'Theo nơi trả kết quả, dù đơn vị nào giải quyết.',
    en: 'By the office that returns the result, whoever decides.',
  },
  present: {
    vi: 'Theo đơn vị kế thừa hiện nay; đơn vị chưa xác định được một đơn vị kế thừa thì giữ tên cũ.',
    en: 'By today’s successor units; a unit without one single successor keeps its name.',
  },
});

export function aboutFigures(
  { period, span, definitions, asked }: FiguresContext,
  locale: Locale,
  basis: readonly string[] = [],
): string[] {
  const words = texts(locale);
  const { rule } = period;
  const ruleName = `${inLanguage(rule.name, locale).text}${rule.basis ? `, ${rule.basis}` : ''}${rule.confirm ? ' *' : ''}`;
  return [
    words.period(
      inLanguage(period.name, locale).text,
      dayText(period.firstDay, locale),
      dayText(period.lastDay, locale),
    ),
    ...(rule.cutDay === 1 ? [] : [words.rule(ruleName)]),
    ...(span.at < period.from ? [words.notBegun] : span.at < period.to ? [words.running] : []),
    words.asOf(timeInSentence(span.at, locale)),
    words[asked.doc === 'nay' ? 'present' : officeOf(asked)],
    words.source(inLanguage(definitions.counts.source, locale).text),
    ...basis.map(words.basis),
    words.confirm,
  ];
}

/** The mark of what nobody has confirmed. */
export const marked = (name: string, confirm: string | undefined): string => (confirm ? `${name} *` : name);
