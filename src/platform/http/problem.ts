/** Problems: what went wrong, as the sentence of a coded refusal, for pages and for APIs (RFC 9457 problem details). */
import type { Outcome } from '../cases/act.ts';
import { inLanguage, type LocalText } from '../i18n/local-text.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Registry } from '../system/registry.ts';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly code: string;
  readonly basis?: string;
}

type NotDone = Exclude<Outcome, { kind: 'done' }>;

const SENTENCES: Readonly<Record<Exclude<NotDone['kind'], 'refusal'>, LocalText>> = {
  'not-found': { vi: 'Không tìm thấy.', en: 'Not found.' },
  changed: {
    vi: 'Nội dung đã thay đổi trong khi bạn đang xem. Hãy xem lại rồi thực hiện tiếp.',
    en: 'This has changed while you were looking at it. Look again, then go on.',
  },
  'command-reused': {
    vi: 'Lệnh này đã được gửi với nội dung khác. Hãy mở lại trang và làm lại.',
    en: 'This command was sent before with other content. Open the page again and repeat.',
  },
};

export function problemOf(outcome: NotDone, registry: Registry, locale: Locale): Problem {
  if (outcome.kind !== 'refusal') {
    return {
      type: `about:blank#${outcome.kind}`,
      title: inLanguage(SENTENCES[outcome.kind], locale).text,
      code: outcome.kind,
    };
  }
  const spec = registry.refusals.get(outcome.code);
  const title = spec ? fill(inLanguage(spec.text, locale).text, outcome.values) : outcome.code;
  return { type: `/loi/${outcome.code}`, title, code: outcome.code, ...(spec?.basis ? { basis: spec.basis } : {}) };
}

/** Puts values into the braces of a sentence: `{name}`. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{([a-z_]+)\}/g, (whole, name: string) => String(values[name] ?? whole));
