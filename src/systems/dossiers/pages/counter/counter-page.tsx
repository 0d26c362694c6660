/** Counter page: person, procedure, papers, answers and fee on one screen, from the card reader to the receipt by keyboard. */
import { inLanguage, type LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../../platform/text/vietnamese-date.ts';
import { type KeyHint, KeyHints } from '../../../../platform/web/components/key-hints/key-hints.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import type { LikeDossier } from '../../like-dossiers.ts';
import type { Answers } from '../../../../platform/forms/answers.ts';
import type { FieldError } from '../../../../platform/forms/field-error.ts';
import type { FormContext } from '../../../../platform/forms/form.ts';
import { CommuneSuggestions } from '../../../../platform/forms/address-question.tsx';
import { FormErrorSummary } from '../../../../platform/forms/form-error-summary.tsx';
import { SectionQuestions } from '../../../../platform/forms/section-questions.tsx';
import { Button, ButtonGroup, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { Checkbox } from '../../../../platform/web/components/field/checkbox.tsx';
import { FileInput } from '../../../../platform/web/components/field/file-input.tsx';
import { Radios } from '../../../../platform/web/components/field/radios.tsx';
import { Select } from '../../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { PinnedVersion, ProcedureSearchResult } from '../../../procedures/index.ts';
import { DeskLayout } from '../officer/desk-layout.tsx';

export interface CounterPageProps {
  /** What was read or typed: card or number, words for the procedure. */
  readonly asked: Readonly<Record<'the' | 'q', string>>;
  readonly found: ProcedureSearchResult['found'];
  readonly chosen?: CounterForm;
  readonly refused?: string;
  /** What the reader typed is no card. */
  readonly unreadable?: boolean;
}

/** A scan that an earlier press of the form brought. */
export interface KeptScan {
  readonly component: string;
  readonly fileId: string;
  readonly name: string;
}

export interface CounterForm {
  readonly version: PinnedVersion;
  readonly applicant: Readonly<Record<'name' | 'personalNumber' | 'phone' | 'address', string>>;
  /** An account with this number exists, so that the person sees the dossier online. */
  readonly known: boolean;
  readonly area: string;
  readonly answers: Answers;
  readonly context: FormContext;
  readonly errors: readonly FieldError[];
  readonly typed: Readonly<Record<string, string>>;
  readonly papers: ReadonlySet<string>;
  readonly receiveBy: string;
  /** The office of the counter; '' where the officer sits at none, and the dossier is received at the authority's own. */
  readonly office: string;
  /** Where the result is collected. */
  readonly returnAt: string;
  readonly offices: readonly { readonly id: string; readonly name: LocalText }[];
  readonly kept: readonly KeptScan[];
  /** What the person has open under this procedure already. */
  readonly alike: readonly LikeDossier[];
  readonly caseId: string;
}

const texts = defineTexts({
  title: { vi: 'Tiếp nhận tại quầy', en: 'Receive at the counter' },
  card: { vi: 'Số định danh hoặc mã QR trên thẻ căn cước', en: 'Personal number or QR code of the card' },
  procedure: { vi: 'Thủ tục (gõ vài chữ cái)', en: 'Procedure (a few letters)' },
  find: { vi: 'Tìm', en: 'Find' },
  matches: { vi: 'Thủ tục tìm thấy', en: 'Procedures found' },
  nothing: { vi: 'Không có thủ tục nào khớp.', en: 'No procedure matches.' },
  person: { vi: 'Người nộp', en: 'Applicant' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  known: { vi: 'Người này có tài khoản: hồ sơ sẽ hiện ở trang của họ.', en: 'This person has an account.' },
  area: { vi: 'Xã, phường của việc này', en: 'Commune concerned' },
  areaHint: {
    vi: 'Nơi khác giải quyết thì quầy này nhận hộ và chuyển hồ sơ đi.',
    en: 'What another office decides is received here and passed on.',
  },
  returnAt: { vi: 'Nơi trả kết quả bản giấy', en: 'Where the paper result is collected' },
  papers: { vi: 'Thành phần hồ sơ', en: 'Papers' },
  taken: { vi: 'Đã nhận bản giấy', en: 'Taken on paper' },
  seen: { vi: 'Đã xem, trả lại ngay', en: 'Seen and given back' },
  scan: { vi: (paper: string) => `Bản quét: ${paper}`, en: (paper: string) => `Scan: ${paper}` },
  answers: { vi: 'Nội dung kê khai', en: 'Answers' },
  receive: { vi: 'Nhận kết quả', en: 'Collect the result' },
  counter: { vi: 'Tại quầy', en: 'At the counter' },
  post: { vi: 'Qua bưu chính', en: 'By post' },
  electronic: { vi: 'Bản điện tử', en: 'Electronically' },
  pay: { vi: 'Thu đủ phí, lệ phí ngay tại quầy', en: 'Take all fees at the counter now' },
  submit: { vi: 'Tiếp nhận và lập giấy hẹn', en: 'Accept and make the receipt' },
  another: { vi: 'Chọn thủ tục khác', en: 'Another procedure' },
  nextPerson: { vi: 'Người tiếp theo', en: 'Next person' },
  unreadable: {
    vi: 'Không đọc được số định danh. Quét lại từng thẻ một, hoặc gõ 12 chữ số trên thẻ.',
    en: 'There is no personal number in this. Scan one card again, or type its 12 digits.',
  },
  alike: {
    vi: 'Người này đang có hồ sơ cùng thủ tục, chưa xong:',
    en: 'This person has an open dossier under the same procedure:',
  },
  alikeOne: {
    vi: (code: string, at: string, office: string) => `${code}, nhận lúc ${at} tại ${office}.`,
    en: (code: string, at: string, office: string) => `${code}, received ${at} at ${office}.`,
  },
  alikeSeen: { vi: 'Đã kiểm tra, vẫn tiếp nhận hồ sơ mới', en: 'I have looked: accept another one' },
  kept: {
    vi: (name: string) => `Đã giữ bản quét ${name}; đánh dấu để bỏ`,
    en: (name: string) => `${name} is kept; tick to drop it`,
  },
  chooseOne: { vi: 'chọn thủ tục', en: 'choose the procedure' },
  enter: { vi: 'sang bước sau', en: 'go on' },
  tab: { vi: 'ô kế tiếp', en: 'next field' },
  space: { vi: 'đánh dấu', en: 'tick' },
});

export function CounterPage({ asked, found, chosen, refused, unreadable }: CounterPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <DeskLayout title={words.title}>
      <div class="vc-counter">
        {refused && <ErrorSummary errors={[{ message: refused }]} />}
        {unreadable && <ErrorSummary errors={[{ name: 'the', message: words.unreadable }]} />}
        {chosen && <FormErrorSummary errors={chosen.errors} />}
        <h1>{words.title}</h1>
        {chosen ? (
          <Receive chosen={chosen} asked={asked} />
        ) : (
          <>
            <form action="/can-bo/quay" class="vc-counter-ask">
              <TextInput
                name="the"
                label={words.card}
                value={asked.the}
                optional
                maxLength={500}
                autofocus={asked.the === '' && !asked.q}
                {...(unreadable ? { error: words.unreadable } : {})}
              />
              <TextInput
                name="q"
                label={words.procedure}
                value={asked.q}
                maxLength={100}
                autofocus={asked.the !== '' && asked.q === '' && !unreadable}
              />
              <Button>{words.find}</Button>
            </form>
            {asked.q && (
              <>
                <h2>{words.matches}</h2>
                {found.length === 0 && <p>{words.nothing}</p>}
                <ol class="vc-counter-found">
                  {found.map((procedure, index) => (
                    <li key={procedure.id}>
                      <a
                        class="ds-link"
                        href={`/can-bo/quay?${new URLSearchParams({ the: asked.the, q: asked.q, tt: procedure.code })}`}
                        aria-keyshortcuts={String(index + 1)}
                        autofocus={index === 0}
                      >
                        <Local text={procedure.name} />
                      </a>{' '}
                      <span class="vc-quiet">{procedure.code}</span>
                    </li>
                  ))}
                </ol>
              </>
            )}
          </>
        )}
        <KeyHints hints={hintsOf(words, { choosing: found.length > 0, filling: chosen !== undefined })} />
      </div>
    </DeskLayout>
  );
}

function hintsOf(
  words: ReturnType<typeof texts>,
  { choosing, filling }: { readonly choosing: boolean; readonly filling: boolean },
): KeyHint[] {
  if (filling)
    return [
      { keys: ['Tab'], does: words.tab },
      { keys: ['Space'], does: words.space },
      { keys: ['n'], does: words.nextPerson },
    ];
  return [
    ...(choosing ? [{ keys: ['1', '…', '8'], does: words.chooseOne }] : []),
    { keys: ['Enter'], does: words.enter },
  ];
}

/** Said before the form, and asked about at its end when the button was pressed. */
function Alike({ alike }: Pick<CounterForm, 'alike'>) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (alike.length === 0) return null;
  return (
    <Notice kind="warning" title={words.alike}>
      <ul>
        {alike.map(({ code, receivedAt, office }) => (
          <li key={code}>
            {words.alikeOne(code, timeInSentence(receivedAt, locale), inLanguage(office, locale).text)}
          </li>
        ))}
      </ul>
      <Checkbox name="alike_seen" label={words.alikeSeen} />
    </Notice>
  );
}

function Receive({ chosen, asked }: { chosen: CounterForm; asked: CounterPageProps['asked'] }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { version, applicant } = chosen;
  return (
    <CommandForm action="/can-bo/quay" multipart>
      <input type="hidden" name="tt" value={version.definition.code} />
      <input type="hidden" name="case_id" value={chosen.caseId} />
      <p>
        <strong>{inLanguage(version.definition.name, locale).text}</strong>{' '}
        <a class="ds-link" href={`/can-bo/quay?${new URLSearchParams({ the: asked.the })}`}>
          {words.another}
        </a>
      </p>
      <Alike alike={chosen.alike} />
      <div class="vc-counter-columns">
        <div class="vc-stack">
          <h2>{words.person}</h2>
          <TextInput name="applicant_name" label={words.name} value={applicant.name} maxLength={200} />
          <TextInput
            name="applicant_number"
            label={words.number}
            value={applicant.personalNumber}
            inputMode="numeric"
            optional
            {...(chosen.known ? { hint: words.known } : {})}
          />
          <TextInput name="applicant_phone" label={words.phone} value={applicant.phone} inputMode="tel" optional />
          <TextInput
            name="applicant_address"
            label={words.address}
            value={applicant.address}
            optional
            maxLength={300}
          />
          <Select
            name="area"
            label={words.area}
            hint={words.areaHint}
            value={chosen.area}
            options={version.form.communes.map((commune) => ({
              value: commune.value,
              label: inLanguage(commune.label, locale).text,
            }))}
          />
          {chosen.office !== '' && (
            <Select
              name="return_at"
              label={words.returnAt}
              value={chosen.returnAt}
              options={chosen.offices.map(({ id, name }) => ({ value: id, label: inLanguage(name, locale).text }))}
            />
          )}
          <h2>{words.papers}</h2>
          <Papers {...chosen} />
          {!asksHowToReceive(version) && (
            <Radios
              name="receive_by"
              label={words.receive}
              value={chosen.receiveBy}
              options={(['counter', 'post', 'electronic'] as const).map((value) => ({ value, label: words[value] }))}
            />
          )}
          <Checkbox name="pay_now" label={words.pay} />
        </div>
        <div class="vc-stack">
          <h2>{words.answers}</h2>
          {version.form.sections.map((section) => (
            <SectionQuestions
              key={section.key}
              form={version.form}
              section={section.key}
              answers={chosen.answers}
              context={chosen.context}
              errors={chosen.errors}
              typed={chosen.typed}
              suggestions={false}
            />
          ))}
          <CommuneSuggestions form={version.form} />
        </div>
      </div>
      <ButtonGroup>
        <Button>{words.submit}</Button>
        <LinkButton variant="secondary" href="/can-bo/quay" keyHint="n">
          {words.nextPerson}
        </LinkButton>
      </ButtonGroup>
    </CommandForm>
  );
}

/** Forms that ask it themselves are not asked twice. */
const asksHowToReceive = ({ form }: PinnedVersion): boolean =>
  form.sections.some((section) => section.nodes.some((node) => node.kind === 'block' && node.key === 'receive'));

function Papers({ version, papers, kept }: CounterForm) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <>
      {version.definition.components
        .filter((one) => one.kind !== 'form' && (one.handling === 'handed-in' || one.handling === 'shown'))
        .map((one) => {
          const name = inLanguage(one.name, locale).text;
          return (
            <fieldset key={one.key} class="vc-counter-paper">
              <legend class="ds-label">{name}</legend>
              <Checkbox
                name={`paper.${one.key}`}
                label={one.handling === 'shown' ? words.seen : words.taken}
                checked={papers.has(one.key)}
              />
              {kept
                .filter(({ component }) => component === one.key)
                .map(({ fileId, name: file }) => (
                  <div key={fileId}>
                    <input type="hidden" name={`kept.${one.key}`} value={fileId} />
                    <Checkbox name={`drop.${fileId}`} label={words.kept(file)} />
                  </div>
                ))}
              {one.handling === 'handed-in' && (
                <FileInput
                  name={`scan.${one.key}`}
                  label={words.scan(name)}
                  accept="image/*,application/pdf"
                  optional
                />
              )}
            </fieldset>
          );
        })}
    </>
  );
}
