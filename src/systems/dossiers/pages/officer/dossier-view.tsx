/** Dossier as an officer sees it: who, how much time is left, what can be done and what it causes, what has happened, answers, papers, money. */
import { inLanguage, type LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { ReviewList } from '../../../../platform/forms/review-list.tsx';
import { maskPersonalNumber } from '../../../../platform/identity/mask.ts';
import { moneyText } from '../../../../platform/text/money.ts';
import { timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { type Action, ActionList } from '../../../../platform/web/components/action-list/action-list.tsx';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { SummaryList, type SummaryRow } from '../../../../platform/web/components/summary-list/summary-list.tsx';
import { SlaChip } from '../../../../platform/web/components/tag/sla-chip.tsx';
import { TimeLeftBar } from '../../../../platform/web/components/time-left-bar/time-left-bar.tsx';
import { OfficerTimeline } from '../../../../platform/web/components/timeline/officer-timeline.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import { currentStep } from '../../dossier-state.ts';
import { type DueChip, shortTime } from '../../due-chip.ts';
import type { LoadedDossier } from '../../load-dossier.ts';
import type { OfficerView } from '../../officer-view.ts';
import { ApologyNotice } from './apology-notice.tsx';
import { OfficerPapers } from './officer-papers.tsx';

export interface DossierViewProps {
  readonly dossier: LoadedDossier;
  readonly view: OfficerView;
  readonly chip: DueChip;
  readonly actions: readonly Action[];
  /** Of the reader: some papers are for some roles only. */
  readonly roles: readonly string[];
  /** The whole personal number, after it was asked for with a purpose. */
  readonly revealed?: boolean;
  /** It was asked for without one. */
  readonly purposeMissing?: boolean;
  /** In the pane beside a queue the title is a link to the whole page and the rest is left for it. */
  readonly pane?: boolean;
}

const texts = defineTexts({
  received: { vi: 'Nhận', en: 'Received' },
  actions: { vi: 'Việc có thể làm', en: 'What can be done' },
  none: { vi: 'Hồ sơ này không chờ việc gì của bạn.', en: 'This dossier waits for nothing from you.' },
  happened: { vi: 'Diễn biến', en: 'What has happened' },
  answers: { vi: 'Nội dung kê khai', en: 'Answers' },
  money: { vi: 'Phí, lệ phí', en: 'Money' },
  due: { vi: 'Phải nộp', en: 'Due' },
  paid: { vi: 'Đã nộp', en: 'Paid' },
  receipt: { vi: 'Biên lai', en: 'Receipt' },
  facts: { vi: 'Thông tin', en: 'Facts' },
  step: { vi: 'Bước', en: 'Step' },
  holder: { vi: 'Nơi giữ', en: 'Held by' },
  competent: { vi: 'Cơ quan giải quyết', en: 'Decided by' },
  assignee: { vi: 'Người được giao', en: 'Assigned to' },
  nobody: { vi: 'Chưa giao', en: 'Nobody yet' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  result: { vi: 'Kết quả số', en: 'Result number' },
  seen: { vi: 'Đã xem', en: 'Seen by' },
  reveal: { vi: 'Hiện số định danh', en: 'Show the personal number' },
  purpose: { vi: 'Mục đích xem', en: 'Purpose' },
  purposeMissing: { vi: 'Hãy ghi mục đích xem số định danh.', en: 'Say what you need the personal number for.' },
  purposeHint: { vi: 'Được ghi vào nhật ký cùng tên người xem.', en: 'It is written to the journal with your name.' },
  whole: { vi: 'Mở cả trang', en: 'Open the whole page' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Quầy', en: 'Counter' },
  post: { vi: 'Bưu chính', en: 'Post' },
});

export function DossierView(props: DossierViewProps) {
  const { dossier, view, actions, pane } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const Title = pane ? 'h2' : 'h1';
  const SubTitle = pane ? 'h3' : 'h2';
  const name = inLanguage(dossier.definition.name, locale).text;
  return (
    <div class="vc-dossier">
      <div class="vc-pane-part">
        <p class="vc-quiet">
          <span class="vc-whole">{dossier.code}</span> · {words[dossier.channel]}{' '}
          {timeInTable(dossier.openedAt, locale)}
        </p>
        <Title class="vc-pane-title">{name}</Title>
        <Person {...props} />
        <Time {...props} />
      </div>
      <ApologyNotice dossier={dossier} />
      <div class="vc-pane-part">
        <SubTitle>{words.actions}</SubTitle>
        {actions.length === 0 ? <p class="vc-quiet">{words.none}</p> : <ActionList actions={actions} />}
      </div>
      <div class="vc-pane-part">
        <SubTitle>{words.happened}</SubTitle>
        <OfficerTimeline
          entries={view.journal.map((entry) => ({
            at: shortTime(entry.at),
            act: <Local text={entry.act} />,
            detail: <EntryDetail who={entry.who} detail={[...entry.detail, ...entry.inside]} />,
          }))}
        />
      </div>
      {pane ? (
        <p class="vc-pane-part">
          <a class="ds-link" href={`/can-bo/ho-so/${dossier.code}`}>
            {words.whole}
          </a>
        </p>
      ) : (
        <Rest {...props} />
      )}
    </div>
  );
}

function EntryDetail({ who, detail }: { who: LocalText | undefined; detail: readonly LocalText[] }) {
  return (
    <>
      {who && (
        <>
          <Local text={who} />
          {detail.length > 0 ? ': ' : ''}
        </>
      )}
      {detail.map((sentence, index) => (
        <span key={index}>
          <Local text={sentence} />{' '}
        </span>
      ))}
    </>
  );
}

function Person({ dossier, revealed, purposeMissing, pane }: DossierViewProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { applicant } = dossier;
  const number = applicant.personalNumber;
  return (
    <>
      <p>
        <strong>{applicant.name}</strong>
        {number && <span class="vc-quiet vc-digits"> · {revealed ? number : maskPersonalNumber(number)}</span>}
        {applicant.phone && <span class="vc-quiet vc-digits"> · {applicant.phone}</span>}
      </p>
      {number && !revealed && !pane && (
        <details open={purposeMissing}>
          <summary>{words.reveal}</summary>
          <CommandForm action={`/can-bo/ho-so/${dossier.code}/hien-so`}>
            <TextInput
              name="purpose"
              label={words.purpose}
              hint={words.purposeHint}
              error={purposeMissing && words.purposeMissing}
              maxLength={200}
            />
            <Button variant="secondary">{words.reveal}</Button>
          </CommandForm>
        </details>
      )}
    </>
  );
}

function Time({ view, chip, dossier }: DossierViewProps) {
  const { locale } = useFrame();
  const left = view.timeLeft;
  if (!left) {
    return dossier.status === 'submitted' ? (
      <p>
        <SlaChip state={chip.state}>{chip.words}</SlaChip>
      </p>
    ) : null;
  }
  const [from, between, to] = left.captions;
  return (
    <TimeLeftBar
      small
      sentence={
        <>
          {left.standing === 'late' || chip.state === 'soon' ? (
            <>
              <SlaChip state={chip.state}>{chip.words}</SlaChip>{' '}
            </>
          ) : null}
          {inLanguage(left.sentence, locale).text}
        </>
      }
      cells={left.cells}
      captions={[inLanguage(from, locale).text, inLanguage(between, locale).text, inLanguage(to, locale).text]}
    />
  );
}

function Rest({ dossier, view, roles }: DossierViewProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const step = currentStep(dossier);
  const facts: SummaryRow[] = [
    { label: words.step, value: step ? <Local text={step.name} /> : '—' },
    { label: words.holder, value: view.holder ? <Local text={view.holder} /> : '—' },
    { label: words.competent, value: view.competent ? <Local text={view.competent} /> : '—' },
    { label: words.assignee, value: view.assignee ?? words.nobody },
    ...(dossier.resultNumber && dossier.resultFile
      ? [
          {
            label: words.result,
            value: (
              <a class="ds-link" href={`/tep/${dossier.resultFile}`}>
                {dossier.resultNumber}
              </a>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <h2>{words.facts}</h2>
      <SummaryList rows={facts} />
      <OfficerPapers dossier={dossier} view={view} roles={roles} />
      <ReviewList sections={view.review} />
      <h2>{words.money}</h2>
      <SummaryList
        rows={[
          { label: words.due, value: moneyText(dossier.feeDue, locale) },
          { label: words.paid, value: moneyText(dossier.feePaid, locale) },
          ...view.receipts.map((receipt) => ({
            label: `${words.receipt} ${receipt.series} ${receipt.number}`,
            value: `${moneyText(receipt.amount, locale)} · ${timeInTable(receipt.issuedAt, locale)}`,
          })),
        ]}
      />
      <h2>{words.seen}</h2>
      <SummaryList rows={view.seen.map((seen) => ({ label: seen.name, value: timeInTable(seen.at, locale) }))} />
    </>
  );
}
