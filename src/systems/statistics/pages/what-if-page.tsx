/** What-if page: another term or a drafted process laid over a month that is past, with what it can and cannot know. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import type { Locale } from '../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Radios } from '../../../platform/web/components/field/radios.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { OfferedProcedure } from '../../procedures/index.ts';
import type { TriedLine, WhatIf } from '../what-if/ask-what-if.ts';
import { whatIfTexts as texts } from './what-if-texts.ts';

export interface WhatIfAsked {
  readonly thutuc: string;
  readonly thang: string;
  readonly donvi: string;
  /** Count and unit of the term. */
  readonly so: string;
  readonly loai: string;
  readonly theo: 'thoihan' | 'nhap';
}

export interface WhatIfProps {
  readonly path: string;
  readonly asked: WhatIfAsked;
  readonly months: readonly string[];
  readonly offered: readonly OfferedProcedure[];
  readonly errors: Readonly<Partial<Record<keyof WhatIfAsked, 'procedure' | 'term' | 'draft' | 'unit'>>>;
  readonly result?: WhatIf;
  /** Those that would have been judged otherwise, as far as they are shown. */
  readonly lines: readonly TriedLine[];
}

const UNITS = ['wd', 'd', 'h', 'm'] as const;

export function WhatIfPage(props: WhatIfProps) {
  const { path, asked, result } = props;
  const words = texts(useLocale());
  const errors = errorsOf(props, words);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        {errors.length > 0 && <ErrorSummary errors={errors} />}
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        <Question {...props} />
        {result && result.total === 0 && (
          <EmptyState title={words.empty}>
            <p>{words.emptyAbout}</p>
          </EmptyState>
        )}
        {result && result.total > 0 && (
          <Result {...props} result={result} href={`${path}/tai-ve.csv?${new URLSearchParams({ ...asked })}`} />
        )}
      </div>
    </OfficerLayout>
  );
}

type Words = ReturnType<typeof texts>;

function errorsOf({ errors }: WhatIfProps, words: Words) {
  const say = {
    procedure: words.wrongProcedure,
    term: words.wrongTerm,
    draft: words.wrongDraft,
    unit: words.wrongUnit,
  };
  return Object.entries(errors).map(([name, error]) => ({ name, message: say[error] }));
}

function Question({ path, asked, months, offered, errors }: WhatIfProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <form action={path} class="vc-stack vc-reading" noValidate>
      <Select
        name="thutuc"
        label={words.procedure}
        value={asked.thutuc}
        error={errors.thutuc && words.wrongProcedure}
        options={offered.map(({ code, name }) => ({
          value: code,
          label: `${inLanguage(name, locale).text} (${code})`,
        }))}
      />
      <Select
        name="thang"
        label={words.month}
        value={asked.thang}
        options={months.map((key) => ({ value: key, label: dayText(key, locale) }))}
      />
      <TextInput
        name="donvi"
        label={words.unit}
        hint={words.unitHint}
        value={asked.donvi}
        width={12}
        optional
        error={errors.donvi && words.wrongUnit}
      />
      <Radios
        name="theo"
        label={words.by}
        value={asked.theo}
        error={errors.theo && words.wrongDraft}
        options={[
          { value: 'thoihan', label: words.byTerm },
          { value: 'nhap', label: words.byDraft },
        ]}
      />
      <TextInput
        name="so"
        label={words.count}
        inputMode="numeric"
        width={4}
        value={asked.so}
        error={errors.so && words.wrongTerm}
      />
      <Select
        name="loai"
        label={words.kind}
        value={asked.loai === '' ? 'wd' : asked.loai}
        options={UNITS.map((value) => ({ value, label: words[value] }))}
      />
      <Button>{words.run}</Button>
    </form>
  );
}

function Result({ result, lines, href }: WhatIfProps & { result: WhatIf; href: string }) {
  const locale = useLocale();
  const words = texts(locale);
  const n = (count: number) => groupedNumber(count, locale);
  return (
    <section aria-labelledby="ket-qua" class="vc-stack">
      <h2 id="ket-qua">{words.result}</h2>
      {result.cut && <Notice kind="warning">{words.cut}</Notice>}
      <SummaryList
        rows={[
          { label: words.total, value: n(result.total) },
          { label: words.late, value: words.lateOf(n(result.lateWas), n(result.lateWould)) },
          { label: words.becomes, value: words.becomesOf(n(result.becomesLate), n(result.becomesTimely)) },
          { label: words.steps, value: words.stepsOf(n(result.lateStepsWas), n(result.lateStepsWould)) },
          ...(result.unknown > 0 ? [{ label: words.unknown, value: words.unknownOf(n(result.unknown)) }] : []),
        ]}
      />
      <p>
        <a class="ds-link" href={href}>
          {words.file}
        </a>
      </p>
      {lines.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneAbout}</p>
        </EmptyState>
      ) : (
        <>
          <p class="vc-quiet">{words.first(lines.length)}</p>
          <DataTable
            caption={words.changed}
            wide
            rows={lines}
            keyOf={({ dossier }) => dossier.id}
            columns={columnsOf(words, locale)}
          />
        </>
      )}
      <h3>{words.limits}</h3>
      <ul class="vc-list">
        <li>{words.limit1}</li>
        <li>{words.limit2}</li>
        <li>{words.limit3}</li>
      </ul>
    </section>
  );
}

function columnsOf(words: Words, locale: Locale): Column<TriedLine>[] {
  const time = (at: TriedLine['dossier']['finishedAt'] | null | undefined) => (at ? timeInTable(at, locale) : '–');
  return [
    {
      key: 'code',
      head: words.code,
      names: true,
      cell: ({ dossier }) => (
        <a class="ds-link vc-whole" href={`/can-bo/so-lieu/ho-so/${dossier.code}`}>
          {dossier.code}
        </a>
      ),
    },
    { key: 'unit', head: words.of, cell: ({ dossier }) => dossier.unitName },
    { key: 'ended', head: words.ended, align: 'end', digits: true, cell: ({ dossier }) => time(dossier.finishedAt) },
    { key: 'was', head: words.dueWas, align: 'end', digits: true, cell: ({ tried }) => time(tried?.was.due) },
    { key: 'would', head: words.dueWould, align: 'end', digits: true, cell: ({ tried }) => time(tried?.would.due) },
    {
      key: 'turns',
      head: words.turns,
      cell: ({ tried }) => (tried ? (tried.would.late ? words.toLate : words.toTimely) : words.unknown),
    },
  ];
}
