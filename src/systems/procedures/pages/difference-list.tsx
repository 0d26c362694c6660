/** Differences of two contents, part by part: what was, what is; said in words, not by colour alone. */
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { Difference } from '../draft/compare.ts';
import { DRAFT_PARTS } from '../draft/draft-parts.ts';

const texts = defineTexts({
  what: { vi: 'Nội dung', en: 'What' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  nothing: { vi: 'Không có', en: 'Nothing' },
  same: { vi: 'Không có gì khác.', en: 'Nothing differs.' },
});

export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const locale = useLocale();
  const words = texts(locale);
  if (differences.length === 0) return <p>{words.same}</p>;
  const parts = DRAFT_PARTS.filter(({ key }) => differences.some(({ part }) => part === key));
  return (
    <>
      {parts.map(({ key, title }) => (
        <section key={key} class="vc-stack">
          <h3>
            <Local text={title} />
          </h3>
          <DataTable
            caption={inLanguage(title, locale).text}
            captionHidden
            rows={differences.filter(({ part }) => part === key)}
            keyOf={({ where }) => where.map((one) => one.vi).join('>')}
            columns={[
              { key: 'what', head: words.what, names: true, cell: ({ where }) => <Where where={where} /> },
              { key: 'before', head: words.before, cell: ({ before }) => <Value value={before} kind="gone" /> },
              { key: 'after', head: words.after, cell: ({ after }) => <Value value={after} kind="new" /> },
            ]}
          />
        </section>
      ))}
    </>
  );
}

function Where({ where }: { where: readonly LocalText[] }) {
  return (
    <>
      {where.map((one, index) => (
        <span key={index}>
          {index > 0 && ' › '}
          <Local text={one} />
        </span>
      ))}
    </>
  );
}

function Value({ value, kind }: { value: LocalText | undefined; kind: 'gone' | 'new' }) {
  if (!value) return <span class="vc-quiet">{texts(useLocale()).nothing}</span>;
  const said = <Local text={value} />;
  return kind === 'gone' ? <del>{said}</del> : <ins>{said}</ins>;
}
