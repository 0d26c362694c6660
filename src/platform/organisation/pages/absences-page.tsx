/** Absences page: saying from when to when one is away and who stands in, and that one is back. */
import type { Day } from '../../calendar/instant.ts';
import { inLanguage, type LocalText } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import type { TypedDay } from '../../text/typed-day.ts';
import { dayText, timeInTable } from '../../text/vietnamese-date.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { DateInput } from '../../web/components/field/date-input.tsx';
import { Select } from '../../web/components/field/select.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import type { Colleague } from '../colleagues.ts';
import type { FoundAbsence } from '../find-absences.ts';

export const NOBODY_STANDS_IN = 'none';

export interface TypedAbsence {
  readonly from: TypedDay;
  readonly to: TypedDay;
  readonly substitute: string;
  readonly reason: string;
}

export interface AbsencesPageProps {
  readonly path: string;
  readonly absences: readonly FoundAbsence[];
  readonly today: Day;
  readonly colleagues: readonly Colleague[];
  /** How many of them, the first, have the same role in the same unit. */
  readonly same: number;
  readonly typed: TypedAbsence;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  title: { vi: 'Vắng mặt và người làm thay', en: 'Absence and substitute' },
  none: { vi: 'Bạn chưa báo vắng lần nào.', en: 'You have said no absence.' },
  line: {
    vi: (from: string, to: string) => `Từ ngày ${from} đến hết ngày ${to}`,
    en: (from: string, to: string) => `From ${from} to the end of ${to}`,
  },
  by: { vi: (name: string) => `${name} làm thay`, en: (name: string) => `${name} stands in` },
  byNobody: { vi: 'chưa có người làm thay', en: 'nobody stands in' },
  ended: { vi: (at: string) => `đã về lúc ${at}`, en: (at: string) => `back at ${at}` },
  over: { vi: 'đã hết hạn', en: 'over' },
  back: { vi: 'Tôi đã về', en: 'I am back' },
  cancel: { vi: 'Không vắng nữa', en: 'Not going' },
  of: { vi: (day: string) => `lần vắng từ ngày ${day}`, en: (day: string) => `the absence from ${day}` },
  say: { vi: 'Báo vắng mặt', en: 'Say that you are away' },
  from: { vi: 'Vắng từ ngày', en: 'Away from' },
  to: { vi: 'Đến hết ngày', en: 'To, this day included' },
  substitute: { vi: 'Người làm thay', en: 'Substitute' },
  substituteHint: {
    vi: 'Người cùng vai trò trong đơn vị đứng trước. Người khác vai trò được ủy quyền ở vị trí của bạn trong những ngày này.',
    en: 'Those of the same role in your unit come first. Who has another role is delegated your position for these days.',
  },
  nobody: { vi: 'Chưa có ai làm thay', en: 'Nobody' },
  reason: { vi: 'Lý do hoặc số văn bản', en: 'Reason, or number of the paper' },
  effect: {
    vi: 'Trong những ngày này việc mới ở bước của bạn chuyển cho người làm thay. Việc đang giữ được đưa ra để bàn giao; còn việc nào nằm lại thì người phụ trách bộ phận một cửa được báo. Hết ngày cuối thì tự kết thúc.',
    en: 'During these days new work of your step goes to the substitute. What you hold is offered for handing over; of what stays with you the head of the one-stop office is told. It ends by itself after the last day.',
  },
  submit: { vi: 'Báo vắng', en: 'Say so' },
});

export function AbsencesPage(props: AbsencesPageProps) {
  const { path, absences, today, colleagues, typed, errors } = props;
  const locale = useLocale();
  const words = texts(locale);
  const said = (text: LocalText): string => inLanguage(text, locale).text;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <h1>{words.title}</h1>
        {absences.length === 0 && <p>{words.none}</p>}
        {absences.map((absence) => (
          <Absence key={absence.id} absence={absence} path={path} today={today} />
        ))}
        <h2>{words.say}</h2>
        <CommandForm action={path}>
          <DateInput name="from" label={words.from} value={typed.from} error={errorOf('from')} />
          <DateInput name="to" label={words.to} value={typed.to} error={errorOf('to')} />
          <Select
            name="delegate"
            label={words.substitute}
            hint={words.substituteHint}
            value={typed.substitute}
            error={errorOf('delegate')}
            options={[
              ...colleagues.map(({ accountId, name, title, unit }) => ({
                value: accountId,
                label: `${name} – ${said(title)}, ${said(unit)}`,
              })),
              { value: NOBODY_STANDS_IN, label: words.nobody },
            ]}
          />
          <TextInput name="reason" label={words.reason} value={typed.reason} error={errorOf('reason')} />
          <Consequence>{words.effect}</Consequence>
          <Button>{words.submit}</Button>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}

function Absence({ absence, path, today }: { absence: FoundAbsence; path: string; today: Day }) {
  const locale = useLocale();
  const words = texts(locale);
  const { from, to, substitute, endedAt, id } = absence;
  const isOver = endedAt !== null || to < today;
  const state = endedAt !== null ? words.ended(timeInTable(endedAt, locale)) : isOver ? words.over : undefined;
  const who = substitute === null ? words.byNobody : words.by(substitute);
  return (
    <div class="vc-rows">
      <p>{[words.line(dayText(from, locale), dayText(to, locale)), who, state].filter(Boolean).join(', ')}.</p>
      {!isOver && (
        <CommandForm action={`${path}/${id}/da-ve`}>
          <Button variant="secondary">
            {from > today ? words.cancel : words.back}
            <span class="ds-sr-only"> {words.of(dayText(from, locale))}</span>
          </Button>
        </CommandForm>
      )}
    </div>
  );
}
