/** Scoreboard part: the sentence, the strip, the filters and the lines, the same for everybody and for those who keep the plan. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Scoreboard } from '../../../platform/web/components/scoreboard/scoreboard.tsx';
import { StatusStrip } from '../../../platform/web/components/scoreboard/status-strip.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import type { Score } from '../read-score.ts';
import { isShown, type ScoreFilter, scoreGroups, sharesOf } from '../score-lines.ts';

const texts = defineTexts({
  asOf: { vi: (at: string) => `Số liệu đến ${at}.`, en: (at: string) => `As of ${at}.` },
  count: { vi: (count: number) => `${count} chỉ tiêu: `, en: (count: number) => `${count} targets: ` },
  met: { vi: (count: number) => `${count} đã đạt`, en: (count: number) => `${count} met` },
  'on-track': { vi: (count: number) => `${count} đúng tiến độ`, en: (count: number) => `${count} on track` },
  'at-risk': { vi: (count: number) => `${count} có nguy cơ`, en: (count: number) => `${count} at risk` },
  late: { vi: (count: number) => `${count} chậm`, en: (count: number) => `${count} late` },
  'no-data': { vi: (count: number) => `${count} chưa có số liệu`, en: (count: number) => `${count} without data` },
  filters: { vi: 'Chỉ tiêu được xem', en: 'Targets shown' },
  all: { vi: 'Tất cả', en: 'All' },
  care: { vi: 'Cần chú ý', en: 'Need care' },
  year: { vi: (year: number) => `Mốc ${year}`, en: (year: number) => `Due ${year}` },
  none: { vi: 'Không có chỉ tiêu nào ở đây', en: 'No targets here' },
  noneCare: {
    vi: 'Không có chỉ tiêu nào có nguy cơ hoặc chậm. Xem tất cả để biết chỉ tiêu nào chưa có số liệu.',
    en: 'No target is at risk or late. See all of them to know which have no data.',
  },
});

export function ScoreboardPart({
  score,
  filter,
  page,
  path,
}: {
  readonly score: Score;
  readonly filter: ScoreFilter;
  /** This page, for its filters. */
  readonly page: string;
  /** Of single targets. */
  readonly path: string;
}) {
  const locale = useLocale();
  const words = texts(locale);
  const shares = sharesOf(score);
  const groups = scoreGroups(score, { filter, path, today: dayOf(score.at), locale });
  const said = shares.filter(({ count }) => count > 0).map(({ status, count }) => words[status](count));
  return (
    <div class="vc-stack">
      <div>
        <p class="vc-lead">
          {words.count(score.targets.length)}
          {said.join(', ')}.
        </p>
        <p class="vc-caption">{words.asOf(timeInSentence(score.at, locale))}</p>
      </div>
      <StatusStrip shares={shares} />
      <Filters score={score} filter={filter} page={page} />
      {groups.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneCare}</p>
        </EmptyState>
      ) : (
        <Scoreboard groups={groups} />
      )}
    </div>
  );
}

function Filters({ score, filter, page }: { score: Score; filter: ScoreFilter; page: string }) {
  const words = texts(useLocale());
  const years = [...new Set(score.plan.targets.map(({ year }) => year))].toSorted((a, b) => a - b);
  const all: readonly ScoreFilter[] = ['all', 'care', ...years];
  return (
    <nav class="vc-choices" aria-label={words.filters}>
      <ul>
        {all.map((one) => (
          <li key={one}>
            <a
              href={one === 'all' ? page : `${page}?loc=${one === 'care' ? 'can-chu-y' : one}`}
              aria-current={one === filter ? 'page' : undefined}
            >
              {typeof one === 'number' ? words.year(one) : words[one]}{' '}
              {score.targets.filter((target) => isShown(target, one)).length}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function readFilter(text: string): ScoreFilter {
  if (text === 'can-chu-y') return 'care';
  return /^20\d\d$/.test(text) ? Number(text) : 'all';
}
