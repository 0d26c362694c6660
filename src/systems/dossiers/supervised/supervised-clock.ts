/** The legal clock of a dossier as rules of supervision read it. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import type { SupervisedField, SupervisedLook } from '../../../platform/cases/supervised.ts';
import type { DossierState } from '../dossier-state.ts';
import { lastDayOf, receivedAnew } from '../return-limit.ts';

type Look = SupervisedLook<DossierState>;

/** Longest span that is counted day by day. */
const MOST_DAYS = 60;

/** On which working day after receipt the moment lies, by the same reckoning as the limit of returns: 0 is the day itself. */
function workingDay({ at, legal, state }: Look): number | undefined {
  const from = receivedAnew(state);
  if (from === null) return undefined;
  const today = dayOf(at);
  for (let day = 0; day < MOST_DAYS; day++) {
    if (today <= lastDayOf(legal, from, `${day}wd`, state.competentUnit)) return day;
  }
  return MOST_DAYS;
}

const pauseOf = ({ decision }: Look) => decision?.clock.find(({ kind }) => kind === 'paused');
const lastEvent = ({ state }: Look) => state.clock.at(-1);

export const supervisedClock: Readonly<Record<string, SupervisedField<DossierState>>> = {
  now: { type: 'instant', label: { vi: 'Bây giờ', en: 'now' }, of: ({ at }) => at },
  started_at: {
    type: 'instant',
    label: { vi: 'Lúc bắt đầu tính', en: 'started' },
    of: ({ state }) => receivedAnew(state) ?? undefined,
  },
  working_day: { type: 'int', label: { vi: 'Ngày làm việc thứ', en: 'working day' }, of: workingDay },
  term_ends: {
    type: 'instant',
    label: { vi: 'Hết thời hạn công bố, tính từ bây giờ', en: 'end of the published term from now' },
    of: ({ state, at, legal }) =>
      state.term === null ? undefined : legal.dueAt(at, state.term, { unit: state.competentUnit }),
  },
  running: {
    type: 'bool',
    label: { vi: 'Đồng hồ đang chạy', en: 'the clock runs' },
    of: (look) => lastEvent(look) !== undefined && !['paused', 'stopped'].includes(lastEvent(look)?.kind ?? ''),
  },
  pauses_now: {
    type: 'bool',
    label: { vi: 'Hành vi này tạm dừng đồng hồ', en: 'the act stops the clock' },
    of: (look) => pauseOf(look) !== undefined,
  },
  pause_reason: {
    type: 'string',
    label: { vi: 'Lý do tạm dừng', en: 'reason of the pause' },
    of: (look) => pauseOf(look)?.reason,
  },
};
