/** Process diagram: the internal process as a picture and, in the same order, as a table. */
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { FlowDiagram } from '../../../platform/web/components/flow-diagram/flow-diagram.tsx';
import type { FlowPart, FlowStep } from '../../../platform/web/components/flow-diagram/flow-layout.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { FlowingPart, FlowingStep, ProcessFlow } from '../process-flow.ts';

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
  begins: { vi: (part: string) => `Bắt đầu phần việc: ${part}`, en: (part: string) => `Begins the part: ${part}` },
  awaits: { vi: (part: string) => `Chờ xong phần việc: ${part}`, en: (part: string) => `Awaits the part: ${part}` },
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
  const steps = flow.steps.map((step) => {
    const box = boxOf(step, { locale, now: step.key === now, past: marks.has(step.key) });
    return small ? { ...box, lines: [...box.lines, ...besideOf(flow, step, locale).map((text) => ({ text }))] } : box;
  });
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
      <FlowDiagram
        label={label}
        steps={steps}
        parts={flow.parts.map((part) => partBox(part, locale))}
        {...(small && { small })}
      />
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

function partBox({ key, name, place, time, guard, from, until }: FlowingPart, locale: Locale): FlowPart {
  return {
    key,
    title: say(name, locale),
    lines: [
      { text: say(place, locale), tone: 'quiet' },
      { text: say(time, locale) },
      ...(guard ? [{ text: texts(locale).only(say(guard, locale)), tone: 'quiet' as const }] : []),
    ],
    from,
    until,
    optional: guard !== undefined,
  };
}

/** What other bodies begin at a step and what is awaited there, in sentences. */
function besideOf({ parts }: ProcessFlow, { key }: FlowingStep, locale: Locale): string[] {
  const words = texts(locale);
  const begun = ({ name, place, time, guard }: FlowingPart): string =>
    [name, place, time].map((text) => say(text, locale)).join(', ') +
    (guard ? ` (${words.only(say(guard, locale))})` : '');
  return [
    ...parts.filter(({ from }) => from === key).map((part) => words.begins(begun(part))),
    ...parts.filter(({ until }) => until === key).map(({ name }) => words.awaits(say(name, locale))),
  ];
}

function columnsOf(
  flow: ProcessFlow,
  { locale, now }: { readonly locale: Locale; readonly now: string | undefined },
): Column<FlowingStep>[] {
  const words = texts(locale);
  const { steps } = flow;
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
          {besideOf(flow, step, locale).map((sentence) => (
            <p key={sentence} class="vc-caption">
              {sentence}.
            </p>
          ))}
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
