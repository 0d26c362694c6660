/** Notices of appointments: who booked is told of it, reminded the day before, and told when it moves or can't be. */
import { instant } from '../../platform/calendar/instant.ts';
import { inLanguage } from '../../platform/i18n/local-text.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { notify } from '../../platform/notifications/notify.ts';
import { timeInSentence } from '../../platform/text/vietnamese-date.ts';
import { getAppointment } from './appointments.ts';
import type { CounterDb } from './hall-act.ts';

/** Entry → template of the province pack. */
const TEMPLATES: Readonly<Record<string, string>> = {
  'counter.appointment-booked': 'counter.appointment-booked',
  'counter.appointment-moved': 'counter.appointment-moved',
  'counter.appointment-cancelled': 'counter.appointment-cancelled',
  'counter.appointment-called-off': 'counter.appointment-called-off',
  'counter.appointment-reminded': 'counter.appointment-reminded',
};

export const appointmentNotices: Subscriber = {
  name: 'counter.appointment-notices',
  types: Object.keys(TEMPLATES),
  async handle(trx, entry) {
    const template = TEMPLATES[entry.type];
    const from = entry.body?.['from'];
    if (template === undefined || typeof from !== 'string') return;
    const { accountId, phone, code, unitId } = await getAppointment(trx as unknown as CounterDb, entry.subject.id);
    const unit = await trx
      .selectFrom('organisation.unit')
      .select('name')
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow();
    await notify(trx, {
      to: accountId === null ? { contact: phone === null ? {} : { phone } } : { accountId },
      template,
      values: (locale) => ({
        code,
        place: inLanguage(unit.name, locale).text,
        time: timeInSentence(instant(from), locale),
      }),
      subjectId: entry.subject.id,
      entryId: entry.id,
      at: instant(entry.at),
      ...(accountId === null ? {} : { link: `/lich-hen/${code}` }),
      simulated: false,
    });
  },
};
