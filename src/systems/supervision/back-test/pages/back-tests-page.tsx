/** Back-tests of one scenario: asking for one over a period, and those there were. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { dayText, timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import type { TypedDay } from '../../../../platform/text/typed-day.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../../platform/web/components/consequence/consequence.tsx';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary, type FieldError } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { DateInput } from '../../../../platform/web/components/field/date-input.tsx';
import { Select } from '../../../../platform/web/components/field/select.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { ScenarioTabs } from '../../authoring/pages/scenario-tabs.tsx';
import { pathOf } from '../../authoring/scenario-words.ts';
import type { BackTest } from '../read-back-test.ts';
import { backTestTexts, STATES, textName } from './back-test-words.ts';

export interface BackTestsPageProps {
  readonly code: string;
  /** `ban-nhap`, then the versions, newest first. */
  readonly texts: readonly string[];
  readonly typed: { readonly from: TypedDay; readonly to: TypedDay; readonly first: string; readonly second: string };
  readonly errors: readonly FieldError[];
  readonly tests: readonly BackTest[];
}

const texts = defineTexts({
  about: {
    vi: 'Chạy kịch bản trên nhật ký của một khoảng thời gian để xem nó lẽ ra đã phát hiện gì. Không phát hiện nào được ghi, không ai được báo.',
    en: 'Runs the scenario over a period of the journal to see what it would have found. No finding is recorded and nobody is told.',
  },
  effect: {
    vi: 'Chạy ở nền; trang kết quả cho biết đã xét đến đâu.',
    en: 'Runs in the background; the page of the result says how far it is.',
  },
  before: { vi: 'Các lần đã thử', en: 'Tests before' },
  none: { vi: 'Chưa thử lần nào', en: 'Not tried yet' },
  noneAbout: { vi: 'Chọn khoảng thời gian rồi bấm Thử.', en: 'Choose a period and try it.' },
  state: { vi: 'Tình trạng', en: 'State' },
  asked: { vi: 'Lúc thử', en: 'Asked' },
  text: { vi: 'Bản', en: 'Text' },
  period: { vi: 'Khoảng', en: 'Period' },
  against: { vi: (a: string, b: string) => `${a} so với ${b}`, en: (a: string, b: string) => `${a} against ${b}` },
});

export function BackTestsPage({ code, texts: named, typed, errors, tests }: BackTestsPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = backTestTexts(locale);
  const path = `${pathOf(code)}/thu-lai`;
  const options = named.map((value) => ({ value, label: textName(value, locale) }));
  const wrong = (name: string) => {
    const error = errors.find((one) => one.name === name)?.message;
    return error === undefined ? {} : { error };
  };
  return (
    <OfficerLayout title={`${shared.title}: ${code}`} tabs={<ScenarioTabs code={code} here={path} />}>
      <div class="vc-stack">
        <ErrorSummary errors={errors} />
        <h1>
          {shared.title}: {code}
        </h1>
        <div class="vc-reading vc-stack">
          <p>{words.about}</p>
          <CommandForm action={path}>
            <DateInput name="from" label={shared.from} value={typed.from} {...wrong('from')} />
            <DateInput name="to" label={shared.to} value={typed.to} {...wrong('to')} />
            <Select name="first" label={shared.first} options={options} value={typed.first} {...wrong('first')} />
            <Select
              name="second"
              label={shared.second}
              options={options}
              value={typed.second}
              optional
              {...wrong('second')}
            />
            <Consequence>{words.effect}</Consequence>
            <Button>{shared.run}</Button>
          </CommandForm>
        </div>
        <h2>{words.before}</h2>
        {tests.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={words.before}
            captionHidden
            rows={tests}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'asked',
                head: words.asked,
                names: true,
                cell: ({ id, askedAt }) => (
                  <a class="ds-link" href={`${path}/${id}`}>
                    {timeInTable(askedAt, locale)}
                  </a>
                ),
              },
              {
                key: 'text',
                head: words.text,
                labelled: true,
                cell: ({ firstName, secondName }) =>
                  secondName === null
                    ? textName(firstName, locale)
                    : words.against(textName(firstName, locale), textName(secondName, locale)),
              },
              {
                key: 'period',
                head: words.period,
                labelled: true,
                cell: ({ from, to }) => shared.period(dayText(from, locale), dayText(to, locale)),
              },
              {
                key: 'found',
                head: shared.found,
                labelled: true,
                align: 'end',
                digits: true,
                cell: ({ found }) => found,
              },
              { key: 'state', head: words.state, labelled: true, cell: ({ state }) => STATES[state][locale] },
            ]}
          />
        )}
      </div>
    </OfficerLayout>
  );
}
