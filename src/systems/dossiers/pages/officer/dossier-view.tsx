/** Dossier as an officer sees it: who, how much time is left, what can be done and what it causes, what has happened, answers, papers, money. */
import type { VNode } from 'preact';
import { inLanguage, type LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { ReviewList } from '../../../../platform/forms/review-list.tsx';
import { maskPersonalNumber } from '../../../../platform/identity/mask.ts';
import { phoneText } from '../../../../platform/text/phone.ts';
import { timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { type Action, ActionList } from '../../../../platform/web/components/action-list/action-list.tsx';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { SlaChip } from '../../../../platform/web/components/tag/sla-chip.tsx';
import { TimeLeftBar } from '../../../../platform/web/components/time-left-bar/time-left-bar.tsx';
import { OfficerTimeline } from '../../../../platform/web/components/timeline/officer-timeline.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import { ApologyNotice } from './apology-notice.tsx';
import { DossierFacts } from './dossier-facts.tsx';
import { ANSWERS, AnsweredFile, OfficerPapers, PaperList } from './officer-papers.tsx';
import { ProcessDiagram } from '../../../procedures/index.ts';
import { currentStep } from '../../dossier-state.ts';
import { type DueChip, shortTime } from '../../due-chip.ts';
import type { LoadedDossier } from '../../load-dossier.ts';
import type { OfficerView } from '../../officer-view.ts';

export interface DossierViewProps {
  readonly dossier: LoadedDossier;
  readonly view: OfficerView;
  readonly chip: DueChip;
  readonly actions: readonly Action[];
  /** The present step is the reader's own. */
  readonly isMine: boolean;
  /** Of the reader: some papers are for some roles only. */
  readonly roles: readonly string[];
  /** What other systems have on it. */
  readonly beside: { readonly panels: readonly VNode[]; readonly marks: ReadonlyMap<string, VNode> };
  /** The whole personal number, after it was asked for with a purpose. */
  readonly revealed?: boolean;
  /** It was asked for without one. */
  readonly purposeMissing?: boolean;
  /** In the pane beside a queue the title is a link to the whole page and the rest is left for it. */
  readonly pane?: boolean;
}

const texts = defineTexts({
  actions: { vi: 'Việc có thể làm', en: 'What can be done' },
  none: { vi: 'Hồ sơ này không chờ việc gì của bạn.', en: 'This dossier waits for nothing from you.' },
  others: {
    vi: (step: string, role: string, unit: string) => `Bước “${step}” là việc của: ${role}, ${unit}.`,
    en: (step: string, role: string, unit: string) => `The step “${step}” is for: ${role}, ${unit}.`,
  },
  happened: { vi: 'Diễn biến', en: 'What has happened' },
  answers: { vi: 'Nội dung kê khai', en: 'Answers' },
  papers: { vi: 'Thành phần hồ sơ', en: 'Papers' },
  process: { vi: 'Quy trình', en: 'Process' },
  nobody: { vi: 'Chưa giao', en: 'Nobody yet' },
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
  const { dossier, view, actions, roles, pane, beside } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const Title = pane ? 'h2' : 'h1';
  const SubTitle = pane ? 'h3' : 'h2';
  const name = inLanguage(dossier.definition.name, locale).text;
  const now = (
    <>
      {beside.panels.length > 0 && <div class="vc-pane-part">{beside.panels}</div>}
      <ApologyNotice dossier={dossier} />
      <div class="vc-pane-part">
        <SubTitle>{words.actions}</SubTitle>
        {actions.length === 0 ? <p class="vc-quiet">{words.none}</p> : <ActionList actions={actions} />}
        <OthersStep {...props} />
      </div>
      <div class="vc-pane-part">
        <SubTitle>{words.happened}</SubTitle>
        <OfficerTimeline
          entries={view.journal.map((entry) => ({
            at: shortTime(entry.at),
            act: <Local text={entry.act} />,
            who: entry.who && <Local text={entry.who} />,
            mark: beside.marks.get(entry.id),
            detail: entry.detail.length + entry.inside.length > 0 && (
              <Sentences sentences={[...entry.detail, ...entry.inside]} />
            ),
          }))}
        />
      </div>
    </>
  );
  return (
    <div class="vc-dossier">
      <div class="vc-pane-part">
        <p class="vc-quiet vc-pane-code">
          <span>
            <span class="vc-whole">{dossier.code}</span> · {words[dossier.channel]}{' '}
            {timeInTable(dossier.openedAt, locale)}
          </span>
          {pane && (
            <a class="ds-link" href={`/can-bo/ho-so/${dossier.code}`}>
              {words.whole}
            </a>
          )}
        </p>
        <Title class="vc-pane-title">{name}</Title>
        <Person {...props} />
        <Holder {...props} />
        <Time {...props} />
      </div>
      {pane ? (
        <>
          {now}
          <div class="vc-pane-part">
            <SubTitle>{words.papers}</SubTitle>
            <PaperList papers={view.papers} roles={roles} answers={`/can-bo/ho-so/${dossier.code}${ANSWERS}`} />
          </div>
        </>
      ) : (
        <div class="vc-dossier-columns">
          <div>
            {now}
            <DossierFacts dossier={dossier} view={view} />
            <Process dossier={dossier} view={view} />
          </div>
          <div>
            <div class="vc-pane-part">
              <OfficerPapers dossier={dossier} view={view} roles={roles} answers={ANSWERS} />
            </div>
            <div class="vc-pane-part" id={ANSWERS.slice(1)}>
              <h2>{words.answers}</h2>
              <ReviewList
                sections={view.review}
                level={3}
                fileOf={(id) => <AnsweredFile id={id} papers={view.papers} roles={roles} />}
              />
            </div>
          </div>
        </div>
      )}
    </div>
  );
}

/** Whose the present step is, for who can't do it. */
function OthersStep({ dossier, view, isMine }: DossierViewProps) {
  const { locale } = useFrame();
  const step = currentStep(dossier);
  if (isMine || dossier.status === 'closed' || !step || !view.holder) return null;
  const role = view.flow?.steps.find(({ key }) => key === step.key)?.role;
  if (!role) return null;
  const said = (text: LocalText) => inLanguage(text, locale).text;
  return <p class="vc-quiet">{texts(locale).others(said(step.name), said(role), said(view.holder))}</p>;
}

/** Where it is now, in the process that its answers give. */
function Process({ dossier, view: { flow } }: Pick<DossierViewProps, 'dossier' | 'view'>) {
  const words = texts(useFrame().locale);
  if (!flow) return null;
  const index =
    dossier.status === 'closed' ? flow.steps.length : flow.steps.findIndex(({ key }) => key === dossier.step);
  const now = dossier.status === 'closed' ? undefined : (dossier.step ?? undefined);
  return (
    <div class="vc-pane-part">
      <h2>{words.process}</h2>
      <ProcessDiagram
        flow={flow}
        label={words.process}
        past={flow.steps.slice(0, Math.max(0, index)).map(({ key }) => key)}
        {...(now === undefined ? {} : { now })}
        small
      />
    </div>
  );
}

function Sentences({ sentences }: { sentences: readonly LocalText[] }) {
  return (
    <>
      {sentences.map((sentence, index) => (
        <span key={index}>
          <Local text={sentence} />{' '}
        </span>
      ))}
    </>
  );
}

/** At which step it is, who has it in hand. */
function Holder({ dossier, view }: DossierViewProps) {
  const words = texts(useFrame().locale);
  const step = currentStep(dossier);
  if (dossier.status === 'closed' || !step || !view.holder) return null;
  return (
    <p>
      <Local text={step.name} />
      <span class="vc-quiet">
        {' '}
        · <Local text={view.holder} /> · {view.assignee ?? words.nobody}
      </span>
    </p>
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
        {applicant.phone && <span class="vc-quiet vc-digits"> · {phoneText(applicant.phone)}</span>}
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
