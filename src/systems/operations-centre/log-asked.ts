/** What the URL of the log of incidents asks for. */
import { addDays, instantAt } from '../../platform/calendar/instant.ts';
import { isId } from '../../platform/db/ids.ts';
import { fieldOf, type FormFields } from '../../platform/http/route.ts';
import { isDay } from '../../platform/text/partial-day.ts';
import type { LogFilter } from './list-incidents.ts';

export type LogAsked = Readonly<
  Record<'dia-ban' | 'trang-thai' | 'loai' | 'cap' | 'dien-tap' | 'cuoc' | 'tu' | 'den' | 'q' | 'sau', string>
>;

/** What is not understood is not asked for. */
export function readLogAsked(query: FormFields): LogAsked {
  const text = (name: string): string => fieldOf(query, name).slice(0, 100).trim();
  const among = (name: string, known: readonly string[]): string => known.find((one) => one === text(name)) ?? '';
  const day = (name: string): string => (isDay(text(name)) ? text(name) : '');
  return {
    'dia-ban': text('dia-ban'),
    'trang-thai': among('trang-thai', ['mo', 'het']),
    loai: text('loai'),
    cap: among('cap', ['1', '2', '3', '4', '5']),
    'dien-tap': among('dien-tap', ['co']),
    cuoc: isId(text('cuoc')) ? text('cuoc') : '',
    tu: day('tu'),
    den: day('den'),
    q: text('q'),
    sau: text('sau'),
  };
}

export const filterOf = (asked: LogAsked, limit: number): LogFilter => ({
  drill: asked['dien-tap'] === 'co',
  ...(asked['dien-tap'] === 'co' && asked.cuoc !== '' && { drillId: asked.cuoc }),
  ...(asked['trang-thai'] !== '' && { state: asked['trang-thai'] === 'mo' ? ('open' as const) : ('closed' as const) }),
  ...(asked.loai !== '' && { kind: asked.loai }),
  ...(asked.cap !== '' && { severity: Number(asked.cap) }),
  ...(asked.q !== '' && { search: asked.q }),
  ...(asked.tu !== '' && { from: instantAt(asked.tu, 0) }),
  ...(asked.den !== '' && { until: instantAt(addDays(asked.den, 1), 0) }),
  ...(asked.sau !== '' && { after: asked.sau }),
  limit,
});
