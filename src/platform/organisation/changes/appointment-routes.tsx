/** Routes of appointments from a table: read, looked at line by line, and put into a draft as a whole. */
import { addDays, dayOf } from '../../calendar/instant.ts';
import { problemOf } from '../../http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  notFound,
  page,
  post,
  type Route,
  seeOther,
} from '../../http/route.ts';
import { actorOf } from '../../identity/signed-in.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import { AppointmentsPage } from '../pages/appointments-page.tsx';
import { APPOINTMENTS, changePath, manages, type Own, own } from './administrator.ts';
import { checkChange } from './check-change.ts';
import { readAppointments } from './read-appointments.ts';
import { startChange } from './save-change.ts';

const LARGEST = 1_000_000;
const NO_DRAFT = { id: '00000000-0000-0000-0000-000000000000', items: [], document: null };

export const appointmentRoutes: readonly Route[] = [
  get(APPOINTMENTS, manages, () => page(<AppointmentsPage text="" errors={[]} />)),
  post(APPOINTMENTS, manages, own(look), { bodyLimit: 2 * LARGEST }),
  post(`${APPOINTMENTS}/lap-nhap`, manages, own(draft), { bodyLimit: 2 * LARGEST }),
  get(`${APPOINTMENTS}/lap-nhap`, manages, () => seeOther(APPOINTMENTS)),
];

/** The file, or what was pasted. */
function textOf({ uploads, form }: Own): string {
  const upload = uploads.find(({ field, bytes }) => field === 'file' && bytes.length > 0);
  const text = upload ? new TextDecoder().decode(upload.bytes) : fieldOf(form, 'text');
  return text.normalize('NFC').slice(0, LARGEST);
}

async function readText({ db, clock }: Own, text: string) {
  const at = clock();
  const day = addDays(dayOf(at), 1);
  const { standing } = await checkChange(db, NO_DRAFT, { from: day, at });
  return readAppointments(text, standing, day);
}

async function look(exchange: Own): Promise<Answer> {
  const { platform, locale } = exchange;
  const text = textOf(exchange);
  if (text.trim() === '') {
    const refusal = { kind: 'refusal', code: 'organisation.file-needed', values: {} } as const;
    const message = problemOf(refusal, platform.registry, locale).title;
    return page(<AppointmentsPage text="" errors={[{ name: 'text', message }]} />, 422);
  }
  const read = await readText(exchange, text);
  if ('faults' in read) {
    const errors = read.faults.map(({ message }) => ({ name: 'text', message: message[locale] }));
    return page(<AppointmentsPage text={text} errors={errors} />, 422);
  }
  const lines = read.lines.map(({ refusal, ...line }) => ({
    ...line,
    why: refusal && problemOf(refusal, platform.registry, locale).title,
  }));
  const refused = lines.filter(({ why }) => why !== undefined).length;
  return page(<AppointmentsPage text={text} errors={[]} lines={lines} />, refused > 0 ? 422 : 200);
}

/** Read again: what was possible when it was looked at may not be any more. */
async function draft(exchange: Own): Promise<Answer> {
  const { db, clock, signedIn, locale } = exchange;
  const commandId = commandIdOf(exchange);
  if (!commandId) return notFound;
  const read = await readText(exchange, textOf(exchange));
  if ('faults' in read || read.items.length === 0) return look(exchange);
  const at = clock();
  const title = TITLE[locale](read.items.length, dayText(dayOf(at), locale));
  const started = await startChange(db, actorOf(signedIn), { commandId, at, title, items: read.items });
  return started.kind === 'saved' ? seeOther(changePath(started.id)) : look(exchange);
}

const TITLE = {
  vi: (count: number, day: string) => `Bổ nhiệm ${count} người từ tệp, ${day}`,
  en: (count: number, day: string) => `${count} appointments from a file, ${day}`,
};
