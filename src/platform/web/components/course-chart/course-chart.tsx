/** Course chart: a value over its periods as a line, its thresholds as bands, a target as a line of its own, drawn on the server; a table beside it has the same numbers. */
import { groupedNumber } from '../../../text/money.ts';
import { useLocale } from '../../frame.tsx';
import { type CourseAsked, type CourseLimit, type CoursePoint, layCourse, MARGIN } from './course-layout.ts';

export interface CourseChartProps {
  /** In the order of time. */
  readonly points: readonly CoursePoint[];
  readonly limits?: readonly CourseLimit[];
  readonly direction?: 'up' | 'down';
  /** 100 for a share. */
  readonly most?: number;
  /** What the values are counted in; stands above the axis. */
  readonly unit: string;
}

/** A phone gets a drawing of its own: letters of one that is drawn for a desk could not be read there. */
const SIZES = [
  { name: 'wide', width: 880, height: 260 },
  { name: 'narrow', width: 340, height: 220 },
] as const;

/** Nothing where fewer than two values are known: the table says it better. */
export function CourseChart({ unit, direction = 'up', limits = [], points, most }: CourseChartProps) {
  if (points.filter(({ value }) => value !== null).length < 2) return null;
  return (
    <div class="vc-course" aria-hidden="true">
      <p class="vc-course-unit">{unit}</p>
      {SIZES.map(({ name, width, height }) => (
        <Drawing
          key={name}
          name={name}
          asked={{ width, height, points, limits, direction, ...(most !== undefined && { most }) }}
        />
      ))}
    </div>
  );
}

function Drawing({ name, asked }: { name: string; asked: CourseAsked }) {
  const locale = useLocale();
  const { width, height } = asked;
  const { ticks, labels, bands, limits, stretches, dots } = layCourse(asked);
  const right = width - MARGIN.right;
  return (
    <svg class="vc-course-drawing" data-size={name} viewBox={`0 0 ${width} ${height}`} focusable="false">
      {bands.map(({ tone, y, height: tall }) => (
        <rect
          key={tone}
          class="vc-course-band"
          data-tone={tone}
          x={MARGIN.left}
          y={y}
          width={right - MARGIN.left}
          height={tall}
        />
      ))}
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <path class="vc-course-rule" d={`M${MARGIN.left} ${y}H${right}`} />
          <text x={MARGIN.left - 6} y={y + 4} text-anchor="end">
            {groupedNumber(value, locale)}
          </text>
        </g>
      ))}
      {labels.map(({ x, text }) => (
        <text key={text} x={x} y={height - 6} text-anchor="middle">
          {text}
        </text>
      ))}
      {limits.map(({ tone, text, y, textY }) => (
        <g key={tone} class="vc-course-limit" data-tone={tone}>
          <path d={`M${MARGIN.left} ${y}H${right}`} />
          <text x={MARGIN.left + 6} y={textY}>
            {text}
          </text>
        </g>
      ))}
      {stretches.map((stretch) => (
        <path key={stretch[0]?.x} class="vc-course-line" d={`M${stretch.map(({ x, y }) => `${x} ${y}`).join('L')}`} />
      ))}
      {dots.map(({ key, x, y, running }) => (
        <circle key={key} class="vc-course-dot" data-running={running || undefined} cx={x} cy={y} r="4" />
      ))}
    </svg>
  );
}
