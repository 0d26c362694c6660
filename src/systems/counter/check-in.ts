/** Check-in: who has an appointment gets a number with its right, at the kiosk by the QR code or from an officer. */
import { dayOf, type Instant } from '../../platform/calendar/instant.ts';
import { MINUTE } from '../../platform/calendar/working-time.ts';
import type { Actor, Outcome } from '../../platform/cases/act.ts';
import { type Refusal, refuse } from '../../platform/cases/decision.ts';
import { dayText } from '../../platform/text/vietnamese-date.ts';
import {
  type Appointment,
  appointmentRow,
  bodyOf,
  findAppointment,
  isOn,
  type OneAppointment,
} from './appointments.ts';
import { actInHall, type CounterEnv } from './hall-act.ts';
import { type CounterRules, findGroup, getRules } from './rules.ts';
import { issueTicket } from './tickets.ts';

export const checkIn = (env: CounterEnv, actor: Actor, command: OneAppointment): Promise<Outcome> =>
  actInHall(env, actor, command, {
    name: 'counter.check-in',
    async decide(trx, at) {
      const appointment = await findAppointment(trx, command.code);
      if (appointment?.unitId !== command.unitId) return refuse('counter.no-such-appointment');
      const rules = await getRules(trx);
      const refused = refuseCheckIn(appointment, rules, at);
      if (refused) return refused;
      const group = findGroup(rules, appointment.group);
      if (!group) return refuse('counter.no-such-group');
      const ticket = await issueTicket(trx, {
        unitId: command.unitId,
        group,
        ground: null,
        appointment: {
          id: appointment.id,
          at: keepsRight(appointment, rules, at) ? appointment.from : null,
          row: appointmentRow(appointment, { state: 'arrived' }),
        },
        at,
      });
      const arrived = {
        type: 'counter.appointment-arrived',
        body: bodyOf(appointment),
        subject: { type: 'counter.appointment', id: appointment.id },
      };
      return { ...ticket, entries: [...ticket.entries, arrived] };
    },
  });

function refuseCheckIn(appointment: Appointment, { appointments }: CounterRules, at: Instant): Refusal | undefined {
  if (appointment.state === 'arrived') return refuse('counter.arrived-before');
  if (appointment.state !== 'booked') return refuse('counter.not-booked');
  if (!isOn(appointment, at)) return refuse('counter.other-day', { day: dayText(dayOf(appointment.from)) });
  if (at < appointment.from - appointments.early_minutes * MINUTE)
    return refuse('counter.too-early', { minutes: appointments.early_minutes });
  return undefined;
}

/** Who comes later than the rule allows waits like everybody else. */
const keepsRight = ({ from }: Appointment, { appointments }: CounterRules, at: Instant): boolean =>
  at <= from + appointments.late_minutes * MINUTE;
