/** Prints `days-off-<year>.yaml` as the law alone gives it, to be kept in a province pack and corrected when the year's decision is out: `node scripts/propose-days-off.ts 2036`. */
import { stringify } from 'yaml';
import { lunarDays } from '../src/platform/calendar/lunar-days.ts';
import { statutoryDaysOff } from '../src/platform/calendar/statutory-days-off.ts';

const year = Number(process.argv[2]);
if (Number.isInteger(year) && year >= 2020 && year <= 2199) {
  const daysOff = statutoryDaysOff(year, lunarDays(year));
  process.stdout.write(stringify({ year, 'days-off': daysOff }, { lineWidth: 0 }));
} else {
  process.stderr.write('Cần một năm từ 2020 đến 2199. / A year from 2020 to 2199 is needed.\n');
  process.exitCode = 2;
}
