/** Item page: the few questions of one kind of change, and the draft that its answer goes into. */
import type { LocalText } from '../../i18n/local-text.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { Checkbox } from '../../web/components/field/checkbox.tsx';
import { DateInput } from '../../web/components/field/date-input.tsx';
import { Radios } from '../../web/components/field/radios.tsx';
import { Select } from '../../web/components/field/select.tsx';
import { Textarea } from '../../web/components/field/textarea.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { BackLink } from '../../web/components/trail/trail.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import { ORGANISATION, unitPath } from '../changes/administrator.ts';
import type { Question, Typed } from '../changes/forms/item-form.ts';
import type { StandingPerson, StandingPosition, StandingUnit } from '../changes/standing.ts';

export interface ItemPageProps {
  readonly action: string;
  readonly title: LocalText;
  readonly about: LocalText;
  readonly questions: readonly Question[];
  readonly subject: {
    readonly unit: StandingUnit | undefined;
    readonly position: StandingPosition | undefined;
    readonly person: StandingPerson | undefined;
  };
  readonly drafts: readonly { readonly id: string; readonly title: string }[];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** The draft that is chosen; `moi` begins one. */
  readonly into: string;
}

const texts = defineTexts({
  back: { vi: 'Tổ chức bộ máy', en: 'Organisation' },
  into: { vi: 'Đưa vào bản thay đổi', en: 'Goes into the change' },
  fresh: { vi: 'Lập bản mới', en: 'A new one' },
  effect: {
    vi: 'Mới là bản nháp: chưa có gì thay đổi cho đến khi công bố và đến ngày áp dụng.',
    en: 'This is a draft: nothing changes until it is published and its day has come.',
  },
  add: { vi: 'Đưa vào bản nháp', en: 'Put into the draft' },
});

export function ItemPage({ action, title, about, questions, subject, drafts, typed, errors, into }: ItemPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const { unit, position, person } = subject;
  return (
    <OfficerLayout title={inLanguage(title, locale).text}>
      <div class="vc-stack vc-reading">
        <ErrorSummary errors={errors} />
        <BackLink href={unit ? unitPath(unit.id) : ORGANISATION}>
          {unit ? <Local text={unit.name} /> : words.back}
        </BackLink>
        <h1>
          <Local text={title} />
        </h1>
        {position && (
          <p>
            <strong>
              <Local text={position.title} /> ({position.role})
            </strong>
            {person && `: ${person.name}`}
          </p>
        )}
        <p>
          <Local text={about} />
        </p>
        <CommandForm action={action}>
          {unit && <input type="hidden" name="don-vi" value={unit.id} />}
          {position && <input type="hidden" name="vi-tri" value={position.id} />}
          {typed.account && <input type="hidden" name="nguoi" value={typed.account} />}
          {questions.map((question) => (
            <Asked key={question.name} question={question} typed={typed} errors={errors} />
          ))}
          <Radios
            name="ban"
            label={words.into}
            value={into}
            options={[
              ...drafts.map(({ id, title: name }) => ({ value: id, label: name })),
              { value: 'moi', label: words.fresh },
            ]}
          />
          <Consequence>{words.effect}</Consequence>
          <Button>{words.add}</Button>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}

function Asked({ question, typed, errors }: { question: Question } & Pick<ItemPageProps, 'typed' | 'errors'>) {
  const { name, label, hint, optional, as, width, choices = [] } = question;
  const value = typed[name] ?? '';
  const error = errors.find((one) => one.name === name)?.message;
  const field = {
    name,
    label: <Local text={label} />,
    ...(hint && { hint: <Local text={hint} /> }),
    ...(optional && { optional }),
    ...(error !== undefined && { error }),
  };
  const options = choices.map((choice) => ({
    value: choice.value,
    label: <Local text={choice.label} />,
    ...(choice.hint && { hint: <Local text={choice.hint} /> }),
  }));
  if (as === 'lines') return <Textarea {...field} value={value} rows={3} />;
  if (as === 'choice') return <Select {...field} options={options} value={value} />;
  if (as === 'radios') return <Radios {...field} options={options} value={value} />;
  if (as === 'tick') return <Checkbox {...field} checked={value === 'true'} />;
  if (as === 'day') {
    const part = (one: string) => typed[`${name}.${one}`] ?? '';
    return <DateInput {...field} value={{ day: part('day'), month: part('month'), year: part('year') }} />;
  }
  return <TextInput {...field} value={value} {...(width && { width })} maxLength={300} />;
}
