/** What an act asks for: reasons, lines of a request, ways and dates, one small set of fields for each act. */
import type { Answers } from '../../../../platform/forms/answers.ts';
import type { FieldError as FormError } from '../../../../platform/forms/field-error.ts';
import { SectionQuestions } from '../../../../platform/forms/section-questions.tsx';
import { OFFICE_PART, type ResultTemplate } from '../../../../platform/documents/results/compile-template.ts';
import type { FormContext } from '../../../../platform/forms/form.ts';
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../../platform/i18n/texts.ts';
import { dayOf } from '../../../../platform/calendar/instant.ts';
import { dayText } from '../../../../platform/text/vietnamese-date.ts';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { Radios } from '../../../../platform/web/components/field/radios.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../../platform/web/components/field/textarea.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { Candidate } from '../../candidates.ts';
import type { RedirectUnit } from '../../redirect-units.ts';
import { AssignFields, RedirectFields } from './giving-fields.tsx';
import type { AskableUnit } from '../../asked-units.ts';
import { currentStep } from '../../dossier-state.ts';
import type { ExemptionClaim } from '../../exemption-claim.ts';
import type { LoadedDossier } from '../../load-dossier.ts';
import type { Owed } from '../../owed.ts';
import type { ActionKey } from '../../possible-actions.ts';
import { AskOpinionFields, EndPartFields, GiveOpinionFields, ReopenPartFields } from './opinion-fields.tsx';
import { AcceptFields } from './accept-fields.tsx';
import type { PaperListProps } from './officer-papers.tsx';

export interface ActFieldsProps {
  readonly action: ActionKey;
  readonly dossier: LoadedDossier;
  /** What was typed, by field. */
  readonly typed: (name: string) => string;
  /** What was ticked, by field. */
  readonly chosen: (name: string) => readonly string[];
  readonly candidates?: readonly Candidate[];
  /** An exemption from fees that who accepts has to judge. */
  readonly claim?: ExemptionClaim;
  readonly redirectUnits?: readonly RedirectUnit[];
  /** Units that may be asked for an opinion. */
  readonly askable?: readonly AskableUnit[];
  /** The result is early, and the applicant has not been told. */
  readonly mustTell?: boolean;
  /** The letter that the program has drafted. */
  readonly letter?: string;
  readonly owed?: Owed | undefined;
  /** What was handed in, to be checked before it is taken. */
  readonly papers?: Pick<PaperListProps, 'papers' | 'roles'>;
  /** The office's part of the result paper, where the step prepares it. */
  readonly office?: {
    readonly template: ResultTemplate;
    readonly answers: Answers;
    readonly context: FormContext;
    readonly errors: readonly FormError[];
    readonly typed: Readonly<Record<string, string>>;
  };
}

const texts = defineTexts({
  reason: { vi: 'Lý do', en: 'Reason' },
  note: { vi: 'Ý kiến xử lý', en: 'Note' },
  correction: { vi: 'Lý do đính chính', en: 'Why it is corrected' },
  item: {
    vi: (paper: string) => `Cần bổ sung, sửa ở: ${paper}`,
    en: (paper: string) => `To add or correct in: ${paper}`,
  },
  other: { vi: 'Nội dung khác cần bổ sung, hoàn thiện', en: 'Anything else' },
  amount: { vi: 'Số tiền thu (đồng)', en: 'Amount (đồng)' },
  notice: { vi: 'Số, ngày thông báo nộp tiền', en: 'Number and date of the notice' },
  noticeHint: {
    vi: 'Thông báo của cơ quan thuế. Số tiền ghi đúng theo thông báo, không tự tính.',
    en: 'Of the tax authority. Amounts as it says, never reckoned here.',
  },
  duty: { vi: (name: string) => `${name} (đồng)`, en: (name: string) => `${name} (đồng)` },
  until: { vi: 'Hẹn trả lại vào ngày', en: 'New date' },
  untilHint: { vi: 'Ví dụ 27/11/2026. Trả trước 17 giờ ngày đó.', en: 'Such as 27/11/2026, before 17:00.' },
  letter: { vi: 'Thư đã soạn, chờ lý do', en: 'The letter as drafted; it waits for the reason' },
  outcome: { vi: 'Quyết định', en: 'Decision' },
  approved: { vi: 'Đồng ý, ký kết quả', en: 'Approve and sign' },
  rejected: { vi: 'Từ chối giải quyết', en: 'Reject' },
  rejectReason: { vi: 'Lý do từ chối', en: 'Reasons for a rejection' },
  rejectHint: { vi: 'Chỉ ghi khi từ chối; in trên văn bản.', en: 'For a rejection only; printed on the paper.' },
  draft: { vi: 'Xem dự thảo kết quả', en: 'See the draft result' },
  how: { vi: 'Trả bằng cách', en: 'How' },
  counter: { vi: 'Tại quầy', en: 'At the counter' },
  post: { vi: 'Qua bưu chính', en: 'By post' },
  electronic: { vi: 'Bản điện tử', en: 'Electronically' },
  to: { vi: 'Người nhận', en: 'Handed to' },
  told: {
    vi: 'Kết quả có trước hạn: đã báo người nộp bằng cách nào',
    en: 'The result is early: how was the applicant told',
  },
  toldHint: {
    vi: 'Hồ sơ không có địa chỉ để hệ thống báo.',
    en: 'The dossier has no address that the program could have used.',
  },
  phone: { vi: 'Gọi điện thoại', en: 'By telephone' },
  'in-person': { vi: 'Nói trực tiếp', en: 'In person' },
  office: { vi: 'Nội dung cơ quan ghi vào kết quả', en: 'What the office writes on the result' },
});

export function ActFields(props: ActFieldsProps) {
  const { action, dossier, typed, candidates = [] } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  switch (action) {
    case 'accept':
      return <AcceptFields {...props} />;
    case 'ask-supplement':
      return <SupplementFields {...props} />;
    case 'ask-opinion':
      return <AskOpinionFields {...props} />;
    case 'end-part':
      return <EndPartFields {...props} />;
    case 'reopen-part':
      return <ReopenPartFields {...props} />;
    case 'give-opinion':
      return <GiveOpinionFields {...props} />;
    case 'refuse':
    case 'refuse-processing':
    case 'send-back':
    case 'stop':
      return <Textarea name="reason" label={words.reason} value={typed('reason')} maxLength={2000} />;
    case 'correct':
      return (
        <>
          {props.office && <OfficePart office={props.office} title={words.office} />}
          <Textarea name="reason" label={words.correction} value={typed('reason')} maxLength={2000} />
        </>
      );
    case 'complete':
      return (
        <>
          {props.office && <OfficePart office={props.office} title={words.office} />}
          <Textarea name="note" label={words.note} optional value={typed('note')} maxLength={2000} />
        </>
      );
    case 'record-payment':
      return (
        <TextInput
          name="amount"
          label={words.amount}
          value={typed('amount') || String(dossier.feeDue - dossier.feePaid)}
          inputMode="numeric"
        />
      );
    case 'ask-payment':
      return <DutyFields {...props} />;
    case 'apologise':
      return (
        <>
          {props.letter && <Draft letter={props.letter} />}
          <TextInput
            name="until"
            label={words.until}
            hint={words.untilHint}
            value={typed('until') || (dossier.apologyDraft ? dayText(dayOf(dossier.apologyDraft.until)) : '')}
            inputMode="numeric"
          />
          <Textarea name="reason" label={words.reason} value={typed('reason')} maxLength={2000} />
        </>
      );
    case 'assign':
      return <AssignFields candidates={candidates} present={dossier.assignee} typed={typed} />;
    case 'redirect':
      return <RedirectFields units={props.redirectUnits ?? []} typed={typed} />;
    case 'sign':
      return <SignFields {...props} locale={locale} />;
    case 'hand-over':
      return (
        <>
          <Radios
            name="how"
            label={words.how}
            value={typed('how') || dossier.receiveBy}
            options={(['counter', 'post', 'electronic'] as const).map((value) => ({ value, label: words[value] }))}
          />
          {props.mustTell && (
            <Radios
              name="told"
              label={words.told}
              hint={words.toldHint}
              value={typed('told')}
              options={(['phone', 'in-person'] as const).map((value) => ({ value, label: words[value] }))}
            />
          )}
          <TextInput name="to" label={words.to} value={typed('to') || dossier.applicant.name} maxLength={200} />
        </>
      );
    default:
      return null;
  }
}

function Draft({ letter }: { letter: string }) {
  const words = texts(useFrame().locale);
  return (
    <Notice title={words.letter}>
      {letter.split('\n').map((line) => (
        <p key={line} lang="vi">
          {line}
        </p>
      ))}
    </Notice>
  );
}

/** What another body has assessed, as its notice says; published fees need no typing. */
function DutyFields({ dossier, typed }: ActFieldsProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const isHere = currentStep(dossier)?.actions.includes('ask-payment') ?? false;
  if (!isHere || dossier.assessed.length === 0) return null;
  return (
    <>
      <TextInput name="notice" label={words.notice} hint={words.noticeHint} value={typed('notice')} maxLength={120} />
      {dossier.assessed.map((duty) => (
        <TextInput
          key={duty.key}
          name={`due.${duty.key}`}
          label={words.duty(inLanguage(duty.name, locale).text)}
          optional
          value={typed(`due.${duty.key}`)}
          inputMode="numeric"
        />
      ))}
    </>
  );
}

const isAsked = ({ handling }: LoadedDossier['components'][number]): boolean => handling !== 'data';

function SupplementFields({ dossier, typed }: ActFieldsProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <>
      {dossier.components.filter(isAsked).map((component) => (
        <TextInput
          key={component.key}
          name={`item.${component.key}`}
          label={words.item(inLanguage(component.name, locale).text)}
          optional
          value={typed(`item.${component.key}`)}
          maxLength={500}
        />
      ))}
      <TextInput name="item" label={words.other} optional value={typed('item')} maxLength={500} />
      <Textarea name="reason" label={words.reason} value={typed('reason')} maxLength={2000} />
    </>
  );
}

function SignFields({ dossier, typed, locale }: ActFieldsProps & { locale: Locale }) {
  const words = texts(locale);
  return (
    <>
      <p>
        <a class="ds-link" href={`/can-bo/ho-so/${dossier.code}/du-thao.pdf`}>
          {words.draft}
        </a>
      </p>
      <Radios
        name="outcome"
        label={words.outcome}
        value={typed('outcome') || 'approved'}
        options={(['approved', 'rejected'] as const).map((value) => ({ value, label: words[value] }))}
      />
      <Textarea
        name="reason"
        label={words.rejectReason}
        hint={words.rejectHint}
        optional
        value={typed('reason')}
        rows={3}
        maxLength={2000}
      />
    </>
  );
}

function OfficePart({ office, title }: { office: NonNullable<ActFieldsProps['office']>; title: string }) {
  const { template, answers, context, errors, typed } = office;
  return (
    <section aria-labelledby="office-part">
      <h2 id="office-part">{title}</h2>
      <SectionQuestions
        form={template.form}
        section={OFFICE_PART}
        answers={answers}
        context={context}
        errors={errors}
        typed={typed}
      />
    </section>
  );
}
