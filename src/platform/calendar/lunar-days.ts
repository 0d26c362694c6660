/** The two holidays that follow the moon, as days of the common calendar. Lunar months are those of Việt Nam, reckoned at UTC+7. */
import { LunarDate } from 'lunar-date-vn';
import type { Day } from './instant.ts';

export interface LunarDays {
  /** Mùng 1 Tết: first day of the first lunar month. */
  readonly tet: Day;
  /** Giỗ Tổ Hùng Vương: tenth day of the third lunar month. */
  readonly hungKings: Day;
}

export const lunarDays = (year: number): LunarDays => ({
  tet: dayOfLunar(1, 1, year),
  hungKings: dayOfLunar(10, 3, year),
});

function dayOfLunar(day: number, month: number, year: number): Day {
  const lunar = new LunarDate({ day, month, year, yearIndex: 0, hour: 0 });
  lunar.init(true);
  const solar = lunar.toSolarDate()?.get();
  if (!solar) throw new RangeError(`no lunar day ${day}/${month}/${year}`);
  return `${solar.year}-${String(solar.month).padStart(2, '0')}-${String(solar.day).padStart(2, '0')}`;
}
