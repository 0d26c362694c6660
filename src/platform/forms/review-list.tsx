/** Review list: all answers of a form by section, each with a way to change it before it is submitted. */
import type { ComponentChildren } from 'preact';
import { inLanguage } from '../i18n/local-text.ts';
import { defineTexts } from '../i18n/texts.ts';
import { fieldId } from '../web/components/field/field.tsx';
import { SummaryList, type SummaryRow } from '../web/components/summary-list/summary-list.tsx';
import { useLocale } from '../web/frame.tsx';
import { Local } from '../web/local.tsx';
import { provenanceSentence } from './provenance-sentence.ts';
import type { ReviewRow, ReviewSection } from './review.ts';

export interface ReviewListProps {
  sections: readonly ReviewSection[];
  /** Path of the page that asks a section; without it nothing can be changed, as on a dossier that was submitted. */
  changePath?: (section: string) => string;
  /** Of a section's heading; those of its parts stand one lower. */
  level?: 2 | 3;
  /** What stands for a file: its name, with a link where it may be opened. */
  fileOf?: (id: string) => ComponentChildren;
}

const texts = defineTexts({
  change: { vi: 'Sửa', en: 'Change' },
  unanswered: { vi: 'Chưa trả lời', en: 'Not answered' },
});

export function ReviewList({ sections, changePath, level = 2, fileOf }: ReviewListProps) {
  const Heading = `h${level}` as const;
  const PartHeading = level === 2 ? 'h3' : 'h4';
  return (
    <>
      {sections.map((section) => (
        <section key={section.key} aria-labelledby={`review-${section.key}`}>
          <Heading id={`review-${section.key}`}>
            <Local text={section.title} />
          </Heading>
          {section.parts.map((part, index) => (
            <div key={index}>
              {part.heading && part.heading.vi !== section.title.vi && (
                <PartHeading>
                  <Local text={part.heading} />
                </PartHeading>
              )}
              <Rows rows={part.rows} changePath={changePath?.(section.key)} fileOf={fileOf} />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function Rows({
  rows,
  changePath,
  fileOf,
}: {
  rows: readonly ReviewRow[];
  changePath: string | undefined;
  fileOf: ReviewListProps['fileOf'];
}) {
  const locale = useLocale();
  const words = texts(locale);
  const summary = rows.map((row): SummaryRow => {
    const about = inLanguage(row.label, locale).text;
    return {
      label: <Local text={row.label} />,
      value: <Value row={row} fileOf={fileOf} />,
      change:
        changePath === undefined
          ? undefined
          : { href: `${changePath}#${fieldId(row.name)}`, label: words.change, about },
    };
  });
  return <SummaryList rows={summary} />;
}

function Value({ row, fileOf }: { row: ReviewRow; fileOf: ReviewListProps['fileOf'] }) {
  const locale = useLocale();
  const words = texts(locale);
  if (row.files.length > 0) {
    return (
      <ul class="vc-files">
        {row.files.map((id) => (
          <li key={id}>{fileOf?.(id) ?? id}</li>
        ))}
      </ul>
    );
  }
  if (row.shown === undefined) return <span class="vc-optional">{words.unanswered}</span>;
  const note = row.origin && provenanceSentence(row.origin, locale);
  return (
    <>
      <span lang={row.shown.lang === locale ? undefined : row.shown.lang}>{row.shown.text}</span>
      {note && <p class="vc-provenance">{note}</p>}
    </>
  );
}
