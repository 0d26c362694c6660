/** Reading a calendar from the files of a province pack: a version, or every fault with its file. */
import { type Fault, fault, faultsIn } from '../pack/fault.ts';
import { shapeOf } from '../pack/check-shape.ts';
import { type PackFile, readPackFolder, readPackYaml } from '../pack/read-yaml.ts';
import { DaysOffFile, HoursFile } from './calendar-file.ts';
import type { CalendarVersion, SpecialDay } from './calendar-version.ts';
import { sealCalendar } from './seal-calendar.ts';
import type { Day } from './instant.ts';
import { checkDaysOff, checkSpecialDays, daysOffOf } from './read-days-off.ts';
import { checkHours, type Hours, hoursOf } from './read-hours.ts';

/** Throws with every fault when the pack's calendar is not usable. */
export function readPackCalendar(pack: string): CalendarVersion {
  const read = readCalendar(readPackFolder(pack, 'calendar'));
  if (read.faults) throw new Error(`the calendar of the province pack is not usable: ${JSON.stringify(read.faults)}`);
  return read.calendar;
}

export type CalendarRead =
  | { readonly calendar: CalendarVersion; readonly faults?: undefined }
  | { readonly faults: Fault[]; readonly calendar?: undefined };

type Read<T> =
  | { readonly value: T; readonly faults?: undefined }
  | { readonly faults: Fault[]; readonly value?: undefined };

const readHoursShape = shapeOf(HoursFile);
const readDaysOffShape = shapeOf(DaysOffFile);

/** `hours.yaml` once and `days-off-<year>.yaml` for years without a gap; the order of the files does not matter. */
export function readCalendar(files: readonly PackFile[]): CalendarRead {
  const strange = files.filter(({ name }) => !/(^|\/)(hours|days-off-\d{4})\.yaml$/.test(name));
  if (strange.length > 0) return { faults: strange.map(({ name }) => strangeFile(name)) };
  const hoursFile = files.find(({ name }) => /(^|\/)hours\.yaml$/.test(name));
  if (!hoursFile) return { faults: [missing('hours.yaml')] };
  const hours = within(hoursFile, readHours(hoursFile.text));
  const years = files.filter((file) => file !== hoursFile).map((file) => within(file, readYear(file)));
  const faults = [hours, ...years].flatMap((read) => read.faults ?? []);
  if (faults.length > 0) return { faults };
  return assemble(
    hours.value as Hours,
    years.map((year) => year.value as DaysOffFile),
  );
}

function assemble(hours: Hours, years: readonly DaysOffFile[]): CalendarRead {
  const inOrder = [...years].sort((a, b) => a.year - b.year);
  const [first, last] = [inOrder[0]?.year, inOrder.at(-1)?.year];
  if (first === undefined || last === undefined) return { faults: [missing('days-off-<year>.yaml')] };
  const gap = inOrder.find(({ year }, index) => year !== first + index);
  if (gap) return { faults: [missing(`days-off-${gap.year - 1}.yaml`)] };
  const days: [Day, SpecialDay][] = inOrder.flatMap((year) => daysOffOf(year, hours));
  const faults = checkSpecialDays(days, hours);
  if (faults.length > 0) return { faults };
  const covers = { from: `${first}-01-01`, to: `${last}-12-31` };
  return { calendar: sealCalendar({ covers, ...hours, days: Object.fromEntries(days) }) };
}

function readHours(text: string): Read<Hours> {
  const shaped = shape(text, readHoursShape);
  if (shaped.faults) return shaped;
  const hours = hoursOf(shaped.value);
  const faults = checkHours(hours);
  return faults.length > 0 ? { faults } : { value: hours };
}

function readYear({ name, text }: PackFile): Read<DaysOffFile> {
  const shaped = shape(text, readDaysOffShape);
  if (shaped.faults) return shaped;
  const faults = checkDaysOff(shaped.value);
  if (!name.endsWith(`days-off-${shaped.value.year}.yaml`)) {
    faults.push(
      fault('calendar.year', 'year', 'Năm không khớp với tên tệp.', 'The year is not the one in the file name.'),
    );
  }
  return faults.length > 0 ? { faults } : shaped;
}

function shape<T>(text: string, check: (value: unknown) => Read<T>): Read<T> {
  const yaml = readPackYaml(text);
  return yaml.faults ? yaml : check(yaml.value);
}

const within = <T>({ name }: PackFile, read: Read<T>): Read<T> =>
  read.faults ? { faults: faultsIn(name, read.faults) } : read;

const missing = (name: string): Fault =>
  fault('calendar.file-missing', name, `Thiếu tệp lịch làm việc ${name}.`, `The calendar file ${name} is missing.`);

const strangeFile = (name: string): Fault =>
  fault('calendar.file-unknown', name, 'Không phải tệp của lịch làm việc.', 'Not a file of the calendar.');
