/** Delivery page: one notification on one way, what became of it and why; to whom it went and what it said only with a purpose. */
import type { Instant } from '../../calendar/instant.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts, type Locale } from '../../i18n/texts.ts';
import { timeInTable } from '../../text/vietnamese-date.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { Quoted } from '../../web/components/quoted/quoted.tsx';
import { SummaryList } from '../../web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { CHANNEL_NAMES, KIND_NAMES } from '../channel-words.ts';
import type { TemplateKind } from '../tables.ts';
import { DeliveryState, LEDGER, type LedgerLine, Reason, Retry } from './ledger-page.tsx';

export interface RevealedDelivery {
  readonly address: string | null;
  readonly subject: string | null;
  readonly body: string | null;
}

export interface DeliveryPageProps {
  readonly line: LedgerLine;
  readonly version: number;
  readonly kind: TemplateKind;
  readonly language: Locale;
  /** Until when the law has it told. */
  readonly by: Instant | null;
  readonly sentAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly erased: boolean;
  readonly revealed?: RevealedDelivery;
  readonly purposeMissing?: boolean;
}

const texts = defineTexts({
  title: { vi: 'Một thông báo đã gửi', en: 'One notification' },
  back: { vi: 'Về sổ gửi thông báo', en: 'Back to the ledger' },
  at: { vi: 'Việc xảy ra lúc', en: 'Happened at' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  channel: { vi: 'Kênh', en: 'Channel' },
  to: { vi: 'Nơi nhận', en: 'To' },
  template: { vi: 'Mẫu', en: 'Template' },
  version: {
    vi: (code: string, version: number) => `${code}, phiên bản ${version}`,
    en: (code: string, version: number) => `${code}, version ${version}`,
  },
  kind: { vi: 'Loại', en: 'Kind' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  vi: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  en: { vi: 'Tiếng Anh', en: 'English' },
  state: { vi: 'Trạng thái', en: 'State' },
  reason: { vi: 'Lý do', en: 'Reason' },
  attempts: { vi: 'Số lần gửi', en: 'Tries' },
  next: { vi: 'Gửi lần tới', en: 'Next try' },
  by: { vi: 'Chậm nhất phải báo', en: 'To be told by' },
  sent: { vi: 'Gửi đi lúc', en: 'Sent at' },
  delivered: { vi: 'Đến nơi lúc', en: 'Delivered at' },
  body: { vi: 'Nội dung', en: 'Text' },
  reveal: { vi: 'Hiện nơi nhận và nội dung', en: 'Show address and text' },
  revealWhy: {
    vi: 'Lần xem này được ghi lại cùng mục đích.',
    en: 'That you have seen it is written down with the purpose.',
  },
  purpose: { vi: 'Mục đích xem', en: 'Purpose' },
  purposeHint: {
    vi: 'Ví dụ: người dân hỏi vì chưa nhận được thư',
    en: 'For example: the person asks why no mail came',
  },
  purposeMissing: { vi: 'Nhập mục đích xem.', en: 'Enter the purpose.' },
  erased: { vi: 'Nơi nhận và nội dung đã được xóa.', en: 'Address and text have been erased.' },
});

export function DeliveryPage(props: DeliveryPageProps) {
  const { line, erased, revealed, purposeMissing } = props;
  const words = texts(useLocale());
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-reading vc-stack">
        {purposeMissing && <ErrorSummary errors={[{ name: 'purpose', message: words.purposeMissing }]} />}
        <p>
          <a class="ds-link" href={LEDGER}>
            {words.back}
          </a>
        </p>
        <h1>{words.title}</h1>
        <Facts {...props} />
        <Retry line={line} primary />
        {revealed && (
          <Quoted place={words.body} lang={props.language} title={revealed.subject ?? ''}>
            {revealed.body}
          </Quoted>
        )}
        {erased && <p>{words.erased}</p>}
        {!erased && !revealed && (
          <CommandForm action={`${LEDGER}/${line.id}/hien`}>
            <TextInput
              name="purpose"
              label={words.purpose}
              hint={words.purposeHint}
              maxLength={200}
              error={purposeMissing ? words.purposeMissing : undefined}
            />
            <p class="vc-quiet vc-small">{words.revealWhy}</p>
            <Button variant="secondary">{words.reveal}</Button>
          </CommandForm>
        )}
      </div>
    </OfficerLayout>
  );
}

function Facts({ line, version, kind, language, by, sentAt, deliveredAt, revealed }: DeliveryPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const time = (label: string, at: Instant | null) => (at === null ? [] : [{ label, value: timeInTable(at, locale) }]);
  return (
    <SummaryList
      rows={[
        { label: words.at, value: timeInTable(line.at, locale) },
        ...(line.code === null ? [] : [{ label: words.dossier, value: line.code }]),
        { label: words.channel, value: inLanguage(CHANNEL_NAMES[line.channel], locale).text },
        ...(line.channel === 'in-app' ? [] : [{ label: words.to, value: revealed?.address ?? line.address }]),
        { label: words.template, value: words.version(line.template, version) },
        { label: words.kind, value: inLanguage(KIND_NAMES[kind], locale).text },
        { label: words.language, value: words[language] },
        { label: words.state, value: <DeliveryState line={line} /> },
        ...(line.error === null ? [] : [{ label: words.reason, value: <Reason error={line.error} /> }]),
        { label: words.attempts, value: String(line.attempts) },
        ...time(words.next, line.nextAt),
        ...time(words.by, by),
        ...time(words.sent, sentAt),
        ...time(words.delivered, deliveredAt),
      ]}
    />
  );
}
