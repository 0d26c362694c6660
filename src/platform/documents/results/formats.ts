/** Ways a template may ask for a value: `{child.birth_date|words}`. */
import type { SimpleField } from '../../forms/definition.ts';
import { groupedNumber, moneyInWords } from '../../text/money.ts';
import { numberInWords } from '../../text/number-words.ts';
import { dayInWords, dayOnPaper } from '../../text/vietnamese-date.ts';

type Kind = SimpleField['kind'];

interface Format {
  readonly kinds: readonly Kind[];
  readonly write: (value: string | number, kind: Kind) => string;
}

const TEXTS: readonly Kind[] = ['text', 'textarea', 'choice', 'address', 'email', 'phone', 'personal-number'];

export const FORMATS: Readonly<Record<string, Format>> = {
  /** NGUYỄN THỊ ÁNH. */
  upper: { kinds: TEXTS, write: (value) => String(value).toLocaleUpperCase('vi') },
  /** Ngày hai mươi ba tháng mười một năm …; Tám nghìn đồng; Mười hai. */
  words: {
    kinds: ['date', 'partial-date', 'integer', 'money'],
    write: (value, kind) => {
      if (typeof value === 'string') return upperFirst(dayInWords(value));
      return kind === 'money' ? moneyInWords(value) : upperFirst(numberInWords(value));
    },
  },
  /** ngày 05 tháng 02 năm 2026. */
  paper: { kinds: ['date'], write: (value) => dayOnPaper(String(value)) },
  /** 1985. */
  year: { kinds: ['date', 'partial-date'], write: (value) => String(value).slice(0, 4) },
  /** 1.234,5 without its unit. */
  number: { kinds: ['integer', 'decimal', 'money'], write: (value) => groupedNumber(Number(value)) },
};

const upperFirst = (text: string): string => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`;
