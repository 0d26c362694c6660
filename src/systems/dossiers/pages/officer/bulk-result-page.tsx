/** Bulk result page: one line for each dossier of a bulk act: done, refused and why, or changed by somebody else meanwhile. */
import type { Instant } from '../../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../../platform/i18n/local-text.ts';
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { ButtonGroup, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { Tag } from '../../../../platform/web/components/tag/tag.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { BulkAct } from '../../bulk-acts.ts';
import type { LoadedDossier } from '../../load-dossier.ts';
import { actLabels } from './act-words.ts';
import { Named } from './bulk-page.tsx';
import { DeskLayout } from './desk-layout.tsx';

export type DoneLine = { readonly id: string } & (
  | { readonly kind: 'done'; readonly dossier: LoadedDossier }
  | { readonly kind: 'refused'; readonly dossier: LoadedDossier; readonly why: string }
  | {
      readonly kind: 'changed';
      readonly dossier: LoadedDossier;
      readonly changes: readonly { readonly title: LocalText; readonly at: Instant }[];
    }
  /** Not, or no longer, within what this person works on. */
  | { readonly kind: 'unseen' }
);

export interface BulkResultPageProps {
  readonly act: BulkAct;
  readonly lines: readonly DoneLine[];
  readonly leftOut: number;
  /** Where those that were not done are chosen once more. */
  readonly again?: string | undefined;
}

const texts = defineTexts({
  title: { vi: (act: string) => `${act}: kết quả`, en: (act: string) => `${act}: results` },
  sum: {
    vi: (done: number, all: number) => `Đã thực hiện ${done} trên ${all} hồ sơ.`,
    en: (done: number, all: number) => `${done} of ${all} dossiers done.`,
  },
  done: { vi: 'Đã thực hiện', en: 'Done' },
  refused: { vi: 'Không thực hiện được', en: 'Refused' },
  changed: { vi: 'Người khác vừa xử lý', en: 'Changed meanwhile' },
  changedAbout: {
    vi: 'Hồ sơ đã đổi từ khi bạn xem, nên chưa làm gì với hồ sơ này.',
    en: 'It has changed since you looked, so nothing was done to it.',
  },
  unseen: { vi: 'Hồ sơ không còn ở đơn vị của bạn.', en: 'The dossier is no longer in your unit.' },
  leftOut: {
    vi: (n: number) => `${n} hồ sơ quá số làm được một lần nên chưa thực hiện.`,
    en: (n: number) => `${n} were more than can be done at once and were not done.`,
  },
  none: { vi: 'Không có hồ sơ nào được đánh dấu.', en: 'No dossier was ticked.' },
  open: { vi: 'Mở hồ sơ', en: 'Open it' },
  again: { vi: 'Xem lại các hồ sơ chưa thực hiện', en: 'Look again at those not done' },
  back: { vi: 'Về hàng đợi', en: 'Back to the queue' },
});

export function BulkResultPage({ act, lines, leftOut, again }: BulkResultPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const done = lines.filter(({ kind }) => kind === 'done').length;
  return (
    <DeskLayout title={words.title(actLabels(locale)[act])}>
      <div class="vc-act">
        <h1>{words.title(actLabels(locale)[act])}</h1>
        <p role="status">{lines.length === 0 ? words.none : words.sum(done, lines.length)}</p>
        {leftOut > 0 && <p>{words.leftOut(leftOut)}</p>}
        <section class="vc-bulk">
          <ul>
            {lines.map((line) => (
              <li key={line.id}>
                <Line line={line} />
              </li>
            ))}
          </ul>
        </section>
        <ButtonGroup>
          {again && <LinkButton href={again}>{words.again}</LinkButton>}
          <LinkButton href="/can-bo/ho-so" {...(again && { variant: 'secondary' })}>
            {words.back}
          </LinkButton>
        </ButtonGroup>
      </div>
    </DeskLayout>
  );
}

function Line({ line }: { line: DoneLine }) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (line.kind === 'unseen') return <span>{words.unseen}</span>;
  if (line.kind === 'done')
    return (
      <>
        <Named dossier={line.dossier} />
        <span>
          <Tag tone="success" icon="check">
            {words.done}
          </Tag>
        </span>
      </>
    );
  return (
    <>
      <Named dossier={line.dossier} />
      <span>
        <Tag tone="warning" icon="alert-triangle">
          {words[line.kind]}
        </Tag>{' '}
        {line.kind === 'refused' ? line.why : words.changedAbout}{' '}
        {line.kind === 'changed' &&
          line.changes
            .map(({ title, at }) => `${inLanguage(title, locale).text} (${timeInTable(at, locale)})`)
            .join('; ')}{' '}
        <a class="ds-link" href={`/can-bo/ho-so/${line.dossier.code}`}>
          {words.open}
          <span class="ds-sr-only"> {line.dossier.code}</span>
        </a>
      </span>
    </>
  );
}
