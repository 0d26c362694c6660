/** The vocabulary of explanations: what a value is called and how it is printed, from the labels of its subject. */
import { dayOf, type Instant, minuteOfDay } from '../calendar/instant.ts';
import type { LocalText } from '../i18n/local-text.ts';
import { groupedNumber, moneyText } from '../text/money.ts';
import { dayText, timeInSentence } from '../text/vietnamese-date.ts';
import type { Variable, Variables } from './subject.ts';

export function variableAt(variables: Variables, path: string): Variable | undefined {
  const [key = '', ...rest] = path.split('.');
  const variable = Object.hasOwn(variables, key) ? variables[key] : undefined;
  if (variable === undefined || rest.length === 0) return variable;
  if ('type' in variable) return undefined;
  return variableAt('fields' in variable ? variable.fields : variable.rows, rest.join('.'));
}

/** "ngày sinh (trẻ)"; the name itself where there is no label. */
export function labelOf(variables: Variables, path: string): LocalText {
  const keys = path.split('.');
  const labels = keys.map((_, index) => variableAt(variables, keys.slice(0, index + 1).join('.'))?.label);
  const own = labels.at(-1);
  if (own === undefined) return { vi: path, en: path };
  const around = labels.slice(0, -1).filter((label) => label !== undefined);
  const say = (language: 'vi' | 'en'): string => {
    const names = around.map((label) => inSentence(label[language] ?? label.vi));
    return [inSentence(own[language] ?? own.vi), ...(names.length > 0 ? [`(${names.join(', ')})`] : [])].join(' ');
  };
  return { vi: say('vi'), en: say('en') };
}

/** A bound or plain value in words; undefined when there is none. */
export function printedValue(variable: Variable, value: unknown): LocalText | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (!('type' in variable)) return Array.isArray(value) ? both(String(value.length)) : undefined;
  switch (variable.type) {
    case 'bool':
      return value === true ? { vi: 'có', en: 'yes' } : { vi: 'không', en: 'no' };
    case 'day':
      return { vi: dayText(value as string), en: dayText(value as string, 'en') };
    case 'instant':
      return instantText(Number(value) as Instant);
    case 'money':
      return { vi: moneyText(Number(value)), en: moneyText(Number(value), 'en') };
    case 'int':
    case 'double':
      return { vi: groupedNumber(Number(value)), en: groupedNumber(Number(value), 'en') };
    case 'strings':
      // one of them may stand by itself: "x" in a list
      return both(Array.isArray(value) ? value.join(', ') : (value as string));
    default:
      return variable.words?.[value as string] ?? both(value as string);
  }
}

/** Midnight is said as its day. */
function instantText(at: Instant): LocalText {
  return minuteOfDay(at) === 0
    ? { vi: `ngày ${dayText(dayOf(at))}`, en: dayText(dayOf(at), 'en') }
    : { vi: timeInSentence(at), en: timeInSentence(at, 'en') };
}

export const both = (text: string): LocalText => ({ vi: text, en: text });

/** A label inside a sentence: small first letter unless it begins an abbreviation; a question loses its mark. */
function inSentence(label: string): string {
  const [first = '', second = ''] = label;
  const bare = label.replace(/\?$/, '');
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? bare
    : first.toLocaleLowerCase('vi') + bare.slice(first.length);
}
