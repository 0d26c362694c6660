/** Process diagram: the internal process as a picture and, in the same order, as a table. */
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { FlowDiagram } from '../../../platform/web/components/flow-diagram/flow-diagram.tsx';
import type { FlowStep } from '../../../platform/web/components/flow-diagram/flow-layout.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { FlowingStep, ProcessFlow } from '../process-flow.ts';

export interface ProcessDiagramProps {
  flow: ProcessFlow;
  label: string;
  /** Where a dossier is now. */
  now?: string;
  /** Steps it has done. */
  past?: readonly string[];
  /** For the side of a page, its table folded. */
  small?: boolean;
}

const texts = defineTexts({
  only: { vi: (when: string) => `Chỉ khi ${when}`, en: (when: string) => `Only if ${when}` },
  way: {
    vi: (number: number, when: string) => `${number}. Nếu ${when}`,
    en: (number: number, when: string) => `${number}. If ${when}`,
  },
  else: { vi: (number: number) => `${number}. Trường hợp khác`, en: (number: number) => `${number}. Else` },
  lost: { vi: 'Không bao giờ tới được', en: 'Never reached' },
  table: { vi: 'Các bước của quy trình', en: 'Steps of the process' },
  step: { vi: 'Bước', en: 'Step' },
  who: { vi: 'Ai làm, ở đâu', en: 'Who, where' },
  time: { vi: 'Thời gian', en: 'Time' },
  next: { vi: 'Đi tiếp', en: 'Goes on to' },
  does: { vi: 'Việc làm được', en: 'Can be done' },
  end: { vi: 'kết thúc', en: 'the end' },
  here: { vi: 'Hồ sơ đang ở bước này.', en: 'The dossier is here now.' },
  goes: {
    vi: (when: string, to: string) => `Nếu ${when}: ${to}.`,
    en: (when: string, to: string) => `If ${when}: ${to}.`,
  },
});

export function ProcessDiagram({ flow, label, now, past = [], small }: ProcessDiagramProps) {
  const locale = useLocale();
  const words = texts(locale);
  const marks = new Set(past);
  const steps = flow.steps.map((step) => boxOf(step, { locale, now: step.key === now, past: marks.has(step.key) }));
  const table = (
    <DataTable
      caption={words.table}
      captionHidden={small}
      wide
      columns={columnsOf(flow, { locale, now })}
      rows={flow.steps}
      keyOf={({ key }) => key}
    />
  );
  return (
    <>
      <FlowDiagram label={label} steps={steps} {...(small && { small })} />
      {small ? (
        <details class="vc-details">
          <summary>{words.table}</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </>
  );
}

const say = (text: LocalText, locale: Locale): string => inLanguage(text, locale).text;

function boxOf(
  step: FlowingStep,
  { locale, now, past }: { readonly locale: Locale; readonly now: boolean; readonly past: boolean },
): FlowStep {
  const words = texts(locale);
  const branches = step.ways.length > 1 || step.ways.some(({ when }) => when !== undefined);
  return {
    key: step.key,
    title: say(step.name, locale),
    lane: say(step.role, locale),
    lines: [
      ...step.time.map((time) => ({ text: say(time, locale) })),
      ...(step.guard ? [{ text: words.only(say(step.guard, locale)), tone: 'quiet' as const }] : []),
      ...(branches
        ? step.ways.map(({ when }, index) => ({
            text: when ? words.way(index + 1, say(when, locale)) : words.else(index + 1),
          }))
        : []),
      ...(step.reachable ? [] : [{ text: words.lost, tone: 'strong' as const }]),
    ],
    ways: step.ways.map(({ to }, index) => ({ to, ...(branches && { number: index + 1 }) })),
    optional: step.guard !== undefined,
    back: step.sendsBack,
    ...(now ? { mark: 'now' } : past ? { mark: 'past' } : step.reachable ? {} : { mark: 'wrong' }),
  };
}

function columnsOf(
  { steps }: ProcessFlow,
  { locale, now }: { readonly locale: Locale; readonly now: string | undefined },
): Column<FlowingStep>[] {
  const words = texts(locale);
  const nameOf = (key: string | null) => {
    const found = steps.find((step) => step.key === key);
    return found ? say(found.name, locale) : words.end;
  };
  return [
    {
      key: 'step',
      head: words.step,
      names: true,
      cell: (step) => (
        <>
          {steps.indexOf(step) + 1}. <Local text={step.name} />
          {step.key === now && <p class="vc-caption">{words.here}</p>}
          {step.guard && <p class="vc-caption">{words.only(say(step.guard, locale))}.</p>}
          {!step.reachable && <p class="vc-caption">{words.lost}.</p>}
        </>
      ),
    },
    {
      key: 'who',
      head: words.who,
      cell: (step) => (
        <>
          <Local text={step.role} />
          <p class="vc-caption">
            <Local text={step.place} />
          </p>
        </>
      ),
    },
    { key: 'time', head: words.time, cell: (step) => step.time.map((time) => say(time, locale)).join('; ') },
    {
      key: 'next',
      head: words.next,
      cell: (step) =>
        step.ways.map(({ to, when }, index) => (
          <p key={index}>{when ? words.goes(say(when, locale), nameOf(to)) : nameOf(to)}</p>
        )),
    },
    { key: 'does', head: words.does, cell: (step) => step.actions.map((action) => say(action, locale)).join(', ') },
  ];
}
