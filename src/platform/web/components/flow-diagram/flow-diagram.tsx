/** Flow diagram: the steps of a process as boxes in the columns of those who do them, drawn on the server. Its words stand in a table beside it. */
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import {
  type Box,
  type FlowPart,
  type FlowStep,
  layFlow,
  type Line,
  LINE_HEIGHT,
  PADDING,
  type Point,
} from './flow-layout.ts';

export interface FlowDiagramProps {
  /** What it is a diagram of. */
  label: string;
  steps: readonly FlowStep[];
  /** What others do beside the steps; not drawn in a small one. */
  parts?: readonly FlowPart[];
  /** One narrow column for the side of a page; who does a step stands in its box. */
  small?: boolean;
}

const texts = defineTexts({
  now: { vi: 'Đang ở bước này', en: 'It is here now' },
  past: { vi: 'Đã qua', en: 'Done' },
  start: { vi: 'Bắt đầu', en: 'Start' },
  end: { vi: 'Kết thúc', en: 'End' },
  parts: { vi: 'Phần việc của cơ quan khác', en: 'Parts of other bodies' },
});

export function FlowDiagram({ label, steps, parts = [], small }: FlowDiagramProps) {
  const words = texts(useLocale());
  const layout = layFlow(marked(steps, words), { small: small ?? false, parts, partsHead: words.parts });
  const { width, height, lanes, boxes, lines, start, end } = layout;
  return (
    <div class="vc-flow-frame" tabIndex={0} role="region" aria-label={label}>
      <svg
        class="vc-flow"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
      >
        {lanes.map((lane, index) => (
          <g key={lane.x}>
            <rect
              class={index % 2 === 0 ? 'vc-flow-lane' : 'vc-flow-lane vc-flow-lane-odd'}
              x={lane.x}
              y={0}
              width={lane.width}
              height={height}
            />
            <TextLines
              class="vc-flow-head"
              lines={lane.title}
              x={lane.x + lane.width / 2}
              y={PADDING}
              anchor="middle"
            />
          </g>
        ))}
        {lines.map((line, index) => (
          <FlowLinePath key={index} line={line} />
        ))}
        <Dot at={start} label={words.start} />
        <Dot at={end} label={words.end} last />
        {boxes.map((box, index) => (
          <FlowBox key={box.step.key} box={box} number={index + 1} />
        ))}
        {layout.parts.map((box) => (
          <FlowBox key={`part ${box.step.key}`} box={box} />
        ))}
      </svg>
    </div>
  );
}

/** Where it is and what it has passed is said, not only shaded. */
const marked = (steps: readonly FlowStep[], words: { readonly now: string; readonly past: string }): FlowStep[] =>
  steps.map((step) =>
    step.mark === 'now' || step.mark === 'past'
      ? { ...step, lines: [{ text: words[step.mark], tone: 'strong' as const }, ...step.lines] }
      : step,
  );

function FlowBox({ box, number }: { box: Box | Box<FlowPart>; number?: number }) {
  const { step, x, y, width, height, title, lines } = box;
  const below = y + PADDING + title.length * LINE_HEIGHT;
  return (
    <g
      class={number === undefined ? 'vc-flow-step vc-flow-part' : 'vc-flow-step'}
      data-mark={'mark' in step ? step.mark : undefined}
      data-optional={step.optional || undefined}
    >
      <rect x={x} y={y} width={width} height={height} rx={6} />
      {number !== undefined && (
        <text class="vc-flow-number" x={x + width - 6} y={y + 14} text-anchor="end">
          {number}
        </text>
      )}
      <TextLines class="vc-flow-title" lines={title} x={x + PADDING} y={y + PADDING} />
      {lines.map(({ text, tone }, index) => (
        <text
          key={index}
          class={tone ? `vc-flow-text vc-flow-${tone}` : 'vc-flow-text'}
          x={x + PADDING}
          y={below + index * LINE_HEIGHT + 13}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

interface TextLinesProps {
  class: string;
  lines: readonly string[];
  x: number;
  y: number;
  anchor?: 'middle';
}

function TextLines({ lines, x, y, anchor, ...rest }: TextLinesProps) {
  return (
    <>
      {lines.map((line, index) => (
        <text key={index} class={rest.class} x={x} y={y + index * LINE_HEIGHT + 13} text-anchor={anchor}>
          {line}
        </text>
      ))}
    </>
  );
}

function FlowLinePath({ line: { kind, points, number } }: { line: Line }) {
  return (
    <g class="vc-flow-line" data-kind={kind}>
      <path d={`M${points.map(([x, y]) => `${x} ${y}`).join('L')}`} />
      {kind !== 'pass' && kind !== 'join' && <path class="vc-flow-arrow" d={arrowAt(points)} />}
      {number && (
        <text class="vc-flow-text" x={number.at[0]} y={number.at[1]}>
          {number.text}
        </text>
      )}
    </g>
  );
}

/** A small triangle with its point at the end of the line. */
function arrowAt(points: readonly Point[]): string {
  const [[fromX, fromY], [x, y]] = points.slice(-2) as [Point, Point];
  const [dx, dy] = [Math.sign(x - fromX), Math.sign(y - fromY)];
  const [backX, backY] = [x - dx * 8, y - dy * 8];
  return `M${x} ${y}L${backX + dy * 4} ${backY + dx * 4}L${backX - dy * 4} ${backY - dx * 4}Z`;
}

function Dot({ at: [x, y], label, last }: { at: Point; label: string; last?: boolean }) {
  return (
    <g class="vc-flow-dot">
      <circle cx={x} cy={y} r={last ? 8 : 6} />
      {last && <circle class="vc-flow-dot-in" cx={x} cy={y} r={4} />}
      <text class="vc-flow-text vc-flow-quiet" x={x + 14} y={y + 5}>
        {label}
      </text>
    </g>
  );
}
