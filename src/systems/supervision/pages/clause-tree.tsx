/** Clause tree: a condition taken apart, each part with what it came to and the values it read. */
import type { Clause } from '../../../platform/conditions/explain.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';

const texts = defineTexts({
  yes: { vi: 'Đúng', en: 'True' },
  no: { vi: 'Không đúng', en: 'False' },
  unknown: { vi: 'Không xác định', en: 'Undecided' },
  all: { vi: 'Tất cả các ý sau', en: 'All of these' },
  any: { vi: 'Một trong các ý sau', en: 'Any of these' },
  not: { vi: 'Không phải ý sau', en: 'Not this' },
  none: { vi: 'không có giá trị', en: 'no value' },
});

export function ClauseTree({ clause }: { readonly clause: Clause }) {
  return (
    <ul class="vc-clauses">
      <Part clause={clause} />
    </ul>
  );
}

function Part({ clause }: { readonly clause: Clause }) {
  const { locale } = useFrame();
  const words = texts(locale);
  // what was undecided is absent in what was kept
  const { value } = clause as { readonly value?: boolean | null };
  const came = value === true ? words.yes : value === false ? words.no : words.unknown;
  const sentence = inLanguage(clause.sentence, locale).text;
  return (
    <li>
      <Tag tone={value === true ? 'danger' : 'neutral'}>{came}</Tag>{' '}
      <span>{clause.joined ? words[clause.joined] : sentence}</span>
      {clause.reads.length > 0 && (
        <ul class="vc-quiet">
          {clause.reads.map(({ path, label, printed }) => (
            <li key={path}>
              {inLanguage(label, locale).text}: {printed ? inLanguage(printed, locale).text : words.none}
            </li>
          ))}
        </ul>
      )}
      {clause.clauses.length > 0 && (
        <ul>
          {clause.clauses.map((part, index) => (
            <Part key={index} clause={part} />
          ))}
        </ul>
      )}
    </li>
  );
}
