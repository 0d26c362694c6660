/** Page of one finding: what was found and why, what the officer replied, what was concluded, and what has become of it. */
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Radios } from '../../../platform/web/components/field/radios.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { Finding } from '../../../platform/web/components/finding/finding.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { OfficerTimeline } from '../../../platform/web/components/timeline/officer-timeline.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { CONCLUSIONS } from '../findings/finding-events.ts';
import type { FindingEvidence } from '../findings/finding-evidence.ts';
import type { FindingState } from '../findings/finding-state.ts';
import { SEVERITY_LOOKS, severityWords, standingOf, standingWords } from '../findings/finding-words.ts';
import { FINDINGS } from '../findings/findings-asked.ts';
import { ClauseTree } from './clause-tree.tsx';

export interface FindingPageProps {
  readonly finding: FindingState;
  readonly evidence: FindingEvidence;
  readonly answerable: boolean;
  readonly concludable: boolean;
  /** Titles of entry types. */
  readonly titles: (type: string) => LocalText;
  readonly sent?: { readonly reply?: string; readonly conclusion?: string; readonly reason?: string };
  /** What was not done, and at which question. */
  readonly error?: { readonly name?: 'reply' | 'conclusion' | 'reason'; readonly message: string };
}

const texts = defineTexts({
  title: { vi: 'Phát hiện', en: 'Finding' },
  list: { vi: 'Mọi phát hiện', en: 'All findings' },
  answerBy: { vi: (at: string) => `Giải trình trước ${at}`, en: (at: string) => `Answer by ${at}` },
  sees: { vi: (who: string) => `Cùng thấy: ${who}`, en: (who: string) => `Also seen by: ${who}` },
  head: { vi: 'người đứng đầu đơn vị', en: 'the head of the unit' },
  why: { vi: 'Vì sao bị phát hiện', en: 'Why it was found' },
  whyAbout: {
    vi: 'Từng ý của kịch bản, với giá trị lúc phát hiện.',
    en: 'Each part of the rule with the values of that moment.',
  },
  erased: { vi: 'Nội dung bằng chứng đã được xóa.', en: 'The words of the evidence were erased.' },
  about: { vi: 'Căn cứ', en: 'What it rests on' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  act: { vi: 'Hành vi', en: 'Act' },
  silence: { vi: 'Không hành vi nào: đã quá thời điểm phải làm', en: 'None: what should have been done was not' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  nobody: { vi: 'Chưa giao ai', en: 'Nobody in particular' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  rule: { vi: 'Kịch bản', en: 'Rule' },
  version: { vi: (n: number) => `phiên bản ${n}`, en: (n: number) => `version ${n}` },
  basis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  confirm: { vi: 'chờ xác nhận', en: 'to be confirmed' },
  answer: { vi: 'Giải trình', en: 'Answer' },
  answerHint: {
    vi: 'Vì sao việc đó xảy ra, hồ sơ hay tài liệu nào cho thấy. Người đứng đầu đơn vị đọc được.',
    en: 'Why it happened and what shows it. The head of the unit reads it.',
  },
  sendAnswer: { vi: 'Gửi giải trình', en: 'Send the answer' },
  conclude: { vi: 'Kết luận', en: 'Conclude' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Cán bộ đọc được. Không sửa được sau khi gửi.',
    en: 'The officer reads it. It is not changed once sent.',
  },
  sendConclusion: { vi: 'Ghi kết luận', en: 'Record the conclusion' },
  concluded: { vi: 'Đã kết luận', en: 'Concluded' },
  history: { vi: 'Diễn biến', en: 'What has happened' },
  program: { vi: 'chương trình', en: 'the program' },
});

export function FindingPage(props: FindingPageProps) {
  const { finding, evidence, error } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const standing = standingOf(finding);
  const title = evidence.rule ? inLanguage(evidence.rule.title, locale).text : finding.title;
  const tells = [...evidence.tells.map((text) => inLanguage(text, locale).text), words.head];
  return (
    <OfficerLayout title={`${finding.code} – ${words.title}`}>
      <div class="vc-stack">
        <p>
          <a class="ds-link" href={FINDINGS}>
            {words.list}
          </a>
        </p>
        <h1>{title}</h1>
        {error && <ErrorSummary errors={[error]} />}
        <Finding
          number={finding.code}
          level={{ words: severityWords(locale)[finding.severity], ...SEVERITY_LOOKS[finding.severity] }}
          time={timeInTable(finding.foundAt, locale)}
          title={standingWords(locale)[standing]}
          facts={[
            standing === 'unanswered' && finding.dueAt !== null && words.answerBy(timeInTable(finding.dueAt, locale)),
            words.sees([...new Set(tells)].join(', ')),
          ].filter(Boolean)}
        >
          <Local text={finding.message} />
        </Finding>
        <div class="vc-dossier-columns">
          <div class="vc-stack">
            <Acts {...props} />
            <section class="vc-pane-part">
              <h2>{words.history}</h2>
              <History {...props} />
            </section>
          </div>
          <div class="vc-stack">
            <section class="vc-pane-part">
              <h2>{words.why}</h2>
              <p class="vc-quiet">{words.whyAbout}</p>
              {finding.clauses ? <ClauseTree clause={finding.clauses} /> : <p>{words.erased}</p>}
            </section>
            <section class="vc-pane-part">
              <h2>{words.about}</h2>
              <Facts {...props} />
            </section>
          </div>
        </div>
      </div>
    </OfficerLayout>
  );
}

function Facts({ finding, evidence, titles }: FindingPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { rule, act } = evidence;
  return (
    <SummaryList
      rows={[
        {
          label: words.dossier,
          value: (
            <>
              <a class="ds-link vc-whole" href={`/can-bo/ho-so/${finding.subjectCode}`}>
                {finding.subjectCode}
              </a>{' '}
              {evidence.procedure}
            </>
          ),
        },
        {
          label: words.act,
          value: act ? (
            <>
              <Local text={titles(act.type)} /> · {timeInTable(act.at, locale)}
              {act.who && ` · ${act.who}`}
            </>
          ) : (
            words.silence
          ),
        },
        { label: words.officer, value: evidence.officer ?? words.nobody },
        { label: words.unit, value: evidence.unit ? <Local text={evidence.unit} /> : '–' },
        { label: words.rule, value: `${finding.scenario}, ${words.version(finding.scenarioVersion)}` },
        {
          label: words.basis,
          value: rule ? `${rule.basis}${rule.confirm ? ` (${rule.confirm}: ${words.confirm})` : ''}` : '–',
        },
      ]}
    />
  );
}

function Acts({ finding, answerable, concludable, sent = {}, error }: FindingPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const path = `${FINDINGS}/${finding.code}`;
  const errorAt = (name: string) => (error?.name === name ? { error: error.message } : {});
  if (!answerable && !concludable) return null;
  return (
    <>
      {answerable && (
        <section class="vc-pane-part" id="giai-trinh">
          <h2>{words.answer}</h2>
          <CommandForm action={`${path}/giai-trinh`} version={finding.version}>
            <Textarea
              name="reply"
              label={words.answer}
              hint={words.answerHint}
              rows={5}
              maxLength={4000}
              value={sent.reply ?? ''}
              {...errorAt('reply')}
            />
            <Button variant={concludable ? 'secondary' : 'primary'}>{words.sendAnswer}</Button>
          </CommandForm>
        </section>
      )}
      {concludable && (
        <section class="vc-pane-part">
          <h2>{words.conclude}</h2>
          <CommandForm action={`${path}/ket-luan`} version={finding.version}>
            <Radios
              name="conclusion"
              label={words.conclusion}
              value={sent.conclusion ?? ''}
              options={CONCLUSIONS.map((value) => ({ value, label: standingWords(locale)[value] }))}
              {...errorAt('conclusion')}
            />
            <Textarea
              name="reason"
              label={words.reason}
              hint={words.reasonHint}
              rows={3}
              maxLength={2000}
              value={sent.reason ?? ''}
              {...errorAt('reason')}
            />
            <Button>{words.sendConclusion}</Button>
          </CommandForm>
        </section>
      )}
    </>
  );
}

function History({ evidence, titles }: FindingPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <OfficerTimeline
      entries={evidence.history.toReversed().map(({ type, at, who, words: said }) => ({
        at: timeInTable(at, locale),
        act: <Local text={titles(type)} />,
        who: who ?? words.program,
        detail: said,
      }))}
    />
  );
}
