/** One thing a back-test found: what and when, why clause by clause, and the mark of a false alarm. */
import type { Clause } from '../../../../platform/conditions/explain.ts';
import type { LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { Tag } from '../../../../platform/web/components/tag/tag.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import type { ListedPast } from '../read-back-test.ts';

const texts = defineTexts({
  silence: { vi: 'Không làm khi đã đến hạn', en: 'Silence past the moment' },
  entry: { vi: 'Mục nhật ký', en: 'Journal entry' },
  why: { vi: 'Vì sao', en: 'Why' },
  markFalse: { vi: 'Báo nhầm', en: 'False alarm' },
  markTrue: { vi: 'Bỏ dấu báo nhầm', en: 'Not a false alarm' },
  isFalse: { vi: 'Báo nhầm', en: 'False alarm' },
  holds: { vi: 'đúng', en: 'holds' },
  holdsNot: { vi: 'không đúng', en: 'does not hold' },
  unsaid: { vi: 'không xét được', en: 'cannot be said' },
});

export function PastFindingEntry({
  finding,
  path,
  title,
  procedureName,
}: {
  readonly finding: ListedPast;
  readonly path: string;
  readonly title: LocalText | undefined;
  readonly procedureName: LocalText | undefined;
}) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <article class="vc-stack">
      <h3>
        {finding.caseCode} {finding.isFalse && <Tag tone="neutral">{words.isFalse}</Tag>}
      </h3>
      <p>{finding.message[locale]}</p>
      <p class="vc-quiet">
        {timeInTable(finding.at, locale)},{' '}
        {finding.act === '' ? words.silence : <Local text={title ?? { vi: finding.act }} />}
        {finding.unit && (
          <>
            , <Local text={finding.unit} />
          </>
        )}
        {finding.procedure !== null && (
          <>
            , <ProcedureShown code={finding.procedure} name={procedureName} />
          </>
        )}
        {finding.entryId !== null && (
          <>
            . {words.entry} <code>{finding.entryId}</code>
          </>
        )}
      </p>
      {finding.clauses && (
        <details>
          <summary>{words.why}</summary>
          <ul class="vc-list">
            <Explained clause={finding.clauses} />
          </ul>
        </details>
      )}
      <CommandForm action={`${path}/nham`}>
        <input type="hidden" name="number" value={finding.number} />
        <Button variant="tertiary" name="nham" value={finding.isFalse ? '0' : '1'}>
          {finding.isFalse ? words.markTrue : words.markFalse}
        </Button>
      </CommandForm>
    </article>
  );
}

/** By its name, with the code by which others name it. */
export function ProcedureShown({ code, name }: { readonly code: string; readonly name: LocalText | undefined }) {
  if (!name) return <>{code === '' ? '–' : code}</>;
  return (
    <>
      <Local text={name} /> ({code})
    </>
  );
}

function Explained({ clause }: { readonly clause: Clause }) {
  const locale = useLocale();
  const words = texts(locale);
  const value = clause.value === undefined ? words.unsaid : clause.value ? words.holds : words.holdsNot;
  return (
    <li>
      {clause.sentence[locale] ?? clause.sentence.vi}: <strong>{value}</strong>
      {clause.reads.map(({ path, label, printed }) => (
        <span key={path} class="vc-quiet">
          {' '}
          ({label[locale] ?? label.vi}: {printed ? (printed[locale] ?? printed.vi) : '–'})
        </span>
      ))}
      {clause.clauses.length > 0 && (
        <ul class="vc-list">
          {clause.clauses.map((part, index) => (
            <Explained key={index} clause={part} />
          ))}
        </ul>
      )}
    </li>
  );
}
