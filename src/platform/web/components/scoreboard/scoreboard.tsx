/** Scoreboard: targets in groups, each with what is reached and of what, the target and its day, the way of twelve months, the forecast and the status. */
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { StatusChip, type TargetStatus } from '../tag/status-chip.tsx';
import { TrendLine } from './trend-line.tsx';

export interface ScoreLine {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  /** "71,4 %". Nothing where there is no base. */
  readonly value?: string;
  /** "131.402 / 184.036 hồ sơ", or why there is no value. */
  readonly parts: string;
  /** "≥ 60 %"; reaching one of several is enough. */
  readonly target: readonly string[];
  /** "31/12/2026". */
  readonly due: string;
  /** Thousandths of the bar's length. Nothing where the measure has no length, such as a rank. */
  readonly bar?: { readonly filled: number; readonly tick: number };
  /** One value a month at most, oldest first, null where there is none. */
  readonly trend: readonly (number | null)[];
  /** "73 %". */
  readonly forecast?: string;
  /** "thiếu 0,9 điểm". */
  readonly shortfall?: string;
  readonly status: TargetStatus;
}

export interface ScoreGroup {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly ScoreLine[];
}

const texts = defineTexts({
  name: { vi: 'Chỉ tiêu', en: 'Target' },
  now: { vi: 'Hiện tại', en: 'Now' },
  target: { vi: 'Mục tiêu, hạn', en: 'Aim, due' },
  bar: { vi: 'So với mục tiêu', en: 'Against the aim' },
  trend: { vi: '12 tháng', en: '12 months' },
  forecast: { vi: 'Dự báo', en: 'Forecast' },
  status: { vi: 'Trạng thái', en: 'Status' },
  or: { vi: 'hoặc', en: 'or' },
  noData: { vi: 'Chưa có số liệu', en: 'No data yet' },
  noForecast: { vi: 'chưa dự báo được', en: 'none yet' },
});

export function Scoreboard({ groups }: { groups: readonly ScoreGroup[] }) {
  const words = texts(useLocale());
  const heads = ['name', 'now', 'target', 'bar', 'trend', 'forecast', 'status'] as const;
  return (
    <div class="vc-score">
      <div class="vc-score-heads" aria-hidden="true">
        {heads.map((head) => (
          <span key={head}>{words[head]}</span>
        ))}
      </div>
      {groups.map(({ key, title, lines }) => (
        <section key={key} aria-labelledby={`nhom-${key}`}>
          <h2 class="vc-score-group" id={`nhom-${key}`}>
            {title}
          </h2>
          <ul class="vc-score-lines">
            {lines.map((line) => (
              <Line key={line.code} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ line }: { line: ScoreLine }) {
  const words = texts(useLocale());
  return (
    <li class="vc-score-line" data-status={line.status}>
      <div class="vc-score-name">
        <a class="ds-link" href={line.href}>
          {line.name}
        </a>
        <span class="vc-score-second">{line.code}</span>
      </div>
      <div class="vc-score-now">
        <span class="ds-sr-only">{words.now}: </span>
        {line.value === undefined ? (
          <span class="vc-score-none">{words.noData}</span>
        ) : (
          <span class="vc-score-value">{line.value}</span>
        )}{' '}
        <span class="vc-score-second">{line.parts}</span>
      </div>
      <div class="vc-score-target">
        <span class="vc-score-label">{words.target}: </span>
        {line.target.map((one, place) => (
          <span key={one}>
            {place > 0 && ` ${words.or} `}
            <span class="vc-whole">{one}</span>
          </span>
        ))}{' '}
        <span class="vc-score-second">{line.due}</span>
      </div>
      <div class="vc-score-bar">
        <TargetBar bar={line.bar} hasValue={line.value !== undefined} />
      </div>
      <div class="vc-score-trend">
        <TrendLine values={line.trend} />
      </div>
      <div class="vc-score-forecast">
        <span class="vc-score-label">{words.forecast}: </span>
        {line.forecast ?? <span class="vc-score-second">{words.noForecast}</span>}{' '}
        {line.shortfall && <span class="vc-score-second">{line.shortfall}</span>}
      </div>
      <div class="vc-score-status">
        <StatusChip status={line.status} />
      </div>
    </li>
  );
}

/** Says nothing that the figures beside it do not say, so it is passed over when read out. */
function TargetBar({ bar, hasValue }: { bar: ScoreLine['bar']; hasValue: boolean }) {
  if (!bar) return null;
  return (
    <svg class="vc-target-bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
      {hasValue ? (
        <>
          <rect class="vc-bar-track" x="0" y="3" width="1000" height="8" />
          <rect class="vc-bar-filled" x="0" y="3" width={bar.filled} height="8" />
          <rect class="vc-bar-tick" x={Math.min(982, Math.max(0, bar.tick - 9))} y="0" width="18" height="14" />
        </>
      ) : (
        <rect class="vc-bar-none" x="2" y="3" width="996" height="8" />
      )}
    </svg>
  );
}
