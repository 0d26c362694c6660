/** The citizen's dossier page: where it stands, what to do, what has happened and will, and every fact and paper in it. */
import type { VNode } from 'preact';
import { reviewForm } from '../../../platform/forms/review.ts';
import { ReviewList } from '../../../platform/forms/review-list.tsx';
import type { Form, FormContext } from '../../../platform/forms/form.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { SummaryList, type SummaryRow } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { TimeLeftBar } from '../../../platform/web/components/time-left-bar/time-left-bar.tsx';
import { Timeline } from '../../../platform/web/components/timeline/timeline.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { applicantWords } from '../applicant-words.ts';
import { citizenTimeline } from '../citizen-timeline.ts';
import { isClosed } from '../dossier-state.ts';
import type { DossierView } from '../dossier-view.ts';
import { statusSentence } from '../status-sentence.ts';
import { fileLinks, HandedPapers, SlipOfEntry } from './dossier-papers.tsx';
import { RegisterAnswerText } from './register-answer.tsx';
import { receiptRows, refundRows } from './receipt-rows.tsx';
import { hasParts, LinkedParts } from './linked-parts.tsx';
import { ToDo } from './to-do.tsx';

export interface DossierPageProps {
  view: DossierView;
  form: Form;
  context: FormContext;
  /** What other systems offer on it. */
  beside: readonly VNode[];
}

const texts = defineTexts({
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  why: { vi: 'Vì sao là thời hạn này', en: 'Why this time' },
  happened: { vi: 'Đã và sẽ diễn ra', en: 'Past and to come' },
  facts: { vi: 'Thông tin hồ sơ', en: 'About the dossier' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  place: { vi: 'Nơi có việc', en: 'Place it concerns' },
  receiving: { vi: 'Nơi tiếp nhận', en: 'Received by' },
  deciding: { vi: 'Nơi giải quyết', en: 'Decided by' },
  sent: { vi: 'Gửi lúc', en: 'Sent at' },
  promised: { vi: 'Hẹn trả', en: 'Promised for' },
  fee: { vi: 'Phí, lệ phí', en: 'Fees' },
  noFee: { vi: 'Không phải nộp', en: 'Nothing to pay' },
  paid: { vi: 'đã thu', en: 'paid' },
  notPaid: { vi: 'chưa nộp', en: 'not paid' },
  parts: { vi: 'Việc của từng cơ quan', en: 'What each office does' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  answered: { vi: 'Giấy tờ không phải nộp', en: 'Papers that were not needed' },
  answers: { vi: 'Nội dung đã khai', en: 'What you stated' },
  help: { vi: 'Cần hỏi? Gọi', en: 'Questions? Call' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw the dossier' },
});

export function DossierPage({ view, form, context, beside }: DossierPageProps) {
  const { locale, site } = useFrame();
  const words = texts(locale);
  const { dossier, entries, time, unitName } = view;
  const you = applicantWords(dossier.applicant);
  const path = `/ho-so/${dossier.code}`;
  const withdrawable = !isClosed(dossier) && dossier.status !== 'decided';
  return (
    <CitizenLayout title={`${dossier.code}: ${inLanguage(dossier.definition.name, locale).text}`}>
      <div class="vc-reading vc-sections">
        <div class="vc-rows">
          <div>
            <BackLink href="/ho-so-cua-toi">{words.mine}</BackLink>
            <p class="vc-quiet vc-small vc-whole">{dossier.code}</p>
            <h1>
              <Local text={dossier.definition.name} />
            </h1>
          </div>
          <p class="vc-lead">
            <Local text={statusSentence(dossier, you)} />
          </p>
          {time && (
            <TimeLeftBar
              sentence={
                <>
                  <Local text={time.sentence} />{' '}
                  <a class="ds-link" href={`${path}/thoi-han`}>
                    {words.why}
                  </a>
                </>
              }
              cells={time.cells}
              captions={captionsOf(time.captions)}
            />
          )}
        </div>
        <ToDo view={view} you={you} />
        {beside}
        <section>
          <h2 class="vc-section-title">{words.happened}</h2>
          <Timeline
            steps={citizenTimeline(dossier, entries, unitName).map(({ state, title, detail, entry }) => ({
              state,
              title: <Local text={title} />,
              detail:
                detail.length > 0 || entry ? (
                  <>
                    {detail.map((line) => (
                      <p key={line.vi}>
                        <Local text={line} />
                      </p>
                    ))}
                    {entry && <SlipOfEntry entry={entry} path={path} />}
                  </>
                ) : undefined,
              ...(entry && { at: timeInTable(entry.at, locale) }),
            }))}
          />
        </section>
        {hasParts(dossier) && (
          <section>
            <h2 class="vc-section-title">{words.parts}</h2>
            <LinkedParts dossier={dossier} />
          </section>
        )}
        <section>
          <h2 class="vc-section-title">{words.facts}</h2>
          <SummaryList rows={factRows(view, words, locale)} />
        </section>
        {view.answered.length > 0 && (
          <section>
            <h2 class="vc-section-title">{words.answered}</h2>
            <SummaryList
              rows={view.answered.map((answer) => ({
                label: <Local text={answer.component.name} />,
                value: <RegisterAnswerText answer={answer} />,
              }))}
            />
          </section>
        )}
        {view.papers.length > 0 && (
          <section id="giay-to">
            <h2 class="vc-section-title">{words.papers}</h2>
            <HandedPapers papers={view.papers} />
          </section>
        )}
        <details class="vc-details">
          <summary>{words.answers}</summary>
          <ReviewList
            sections={reviewForm(form, dossier.answers, { context, locale })}
            fileOf={fileLinks(view.papers)}
          />
        </details>
        <div class="vc-rows">
          {site.hotline && (
            <p>
              {words.help}{' '}
              <a class="ds-link" href={`tel:${site.hotline.number.replaceAll(' ', '')}`}>
                {site.hotline.number}
              </a>
              , <Local text={site.hotline.note} />.
            </p>
          )}
          {withdrawable && (
            <p>
              <a class="ds-link" href={`${path}/rut`}>
                {words.withdraw}
              </a>
            </p>
          )}
        </div>
      </div>
    </CitizenLayout>
  );
}

function captionsOf([from, middle, to]: readonly [LocalText, LocalText, LocalText]) {
  return [
    <Local key="from" text={from} />,
    <Local key="middle" text={middle} />,
    <Local key="to" text={to} />,
  ] as const;
}

function factRows(view: DossierView, words: ReturnType<typeof texts>, locale: 'vi' | 'en'): SummaryRow[] {
  const { dossier, unitName, areaName, receipts, refunds } = view;
  const named = (label: string, text: LocalText | undefined): SummaryRow[] =>
    text ? [{ label, value: <Local text={text} /> }] : [];
  const deciding = dossier.competentUnit === dossier.receivingUnit ? undefined : unitName(dossier.competentUnit);
  return [
    { label: words.applicant, value: dossier.applicant.name },
    ...named(words.place, areaName),
    ...named(words.receiving, unitName(dossier.receivingUnit)),
    ...named(words.deciding, deciding),
    { label: words.sent, value: timeInTable(dossier.openedAt, locale) },
    ...(dossier.promisedAt === null ? [] : [{ label: words.promised, value: timeInTable(dossier.promisedAt, locale) }]),
    { label: words.fee, value: feeText(view, words, locale) },
    ...receiptRows(dossier.code, receipts, locale),
    ...refundRows(refunds, locale),
  ];
}

function feeText({ dossier }: DossierView, words: ReturnType<typeof texts>, locale: 'vi' | 'en'): string {
  const { feeDue, feePaid, fees } = dossier;
  const due = Math.max(
    feeDue,
    fees.reduce((sum, fee) => sum + fee.amount, 0),
  );
  if (due === 0) return words.noFee;
  return `${moneyText(due, locale)}, ${feePaid >= due ? words.paid : words.notPaid}`;
}
