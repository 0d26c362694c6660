/** Routes of the administrator: devices are added, given a code and revoked. */
import type { Outcome } from '../../../platform/cases/act.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { addDevice, giveCode, listDevices, makeDeviceCode, revokeDevice } from '../devices.ts';
import { findHall } from '../hall.ts';
import { DEVICES, DevicesPage, type DevicesPageProps, type ListedDevice } from '../pages/devices-page.tsx';
import { refuse } from '../../../platform/cases/decision.ts';
import type { CounterTables } from '../tables.ts';
import { type CounterExchange, envOf } from './device-routes.tsx';

const access = { permission: 'counter.manage-devices' } as const;

export const deviceAdminRoutes: readonly Route<CounterTables>[] = [
  get(DEVICES, access, (exchange) => devicesPage(exchange)),
  post(DEVICES, access, add),
  post(`${DEVICES}/:id/ma`, access, (exchange) => change(exchange, giveCode)),
  post(`${DEVICES}/:id/thu-hoi`, access, (exchange) => change(exchange, revokeDevice)),
];

const NOTHING_TYPED = { unit: '', kind: '', name: '' };

async function devicesPage(
  exchange: CounterExchange,
  { typed = NOTHING_TYPED, ...more }: Partial<Omit<DevicesPageProps, 'devices'>> = {},
): Promise<Answer> {
  const at = exchange.clock();
  const devices = (await listDevices(exchange.db)).map((device): ListedDevice => {
    const { id, kind, name, unit, unitCode, signedInAt, revokedAt, codeUntil, token } = device;
    const waits = codeUntil !== null && codeUntil > at ? 'waits' : 'code-over';
    const state = revokedAt !== null ? 'revoked' : token === null ? waits : 'in-use';
    const when = { revoked: revokedAt, 'in-use': signedInAt, waits: null, 'code-over': null }[state];
    return { id, kind, name, unit, unitCode, state, at: when };
  });
  return page(<DevicesPage devices={devices} typed={typed} {...more} />, more.error ? 422 : 200);
}

/** Refusals that a person can put right on the spot, and at which question. */
const FIELDS: Readonly<Record<string, 'unit' | 'kind' | 'name'>> = {
  'counter.device-unit': 'unit',
  'counter.device-kind': 'kind',
  'counter.device-name': 'name',
};

async function add(exchange: CounterExchange): Promise<Answer> {
  const { form, signedIn, db, clock, platform, locale } = exchange;
  if (!signedIn) return notFound;
  const text = (name: string): string => fieldOf(form, name).trim().slice(0, 80);
  const typed = { unit: text('unit'), kind: text('kind'), name: text('name') };
  const hall = await findHall(db, { code: typed.unit }, clock());
  const code = makeDeviceCode();
  const outcome: Outcome = hall
    ? await addDevice(
        envOf(exchange),
        actorOf(signedIn),
        {
          commandId: commandIdOf(exchange) ?? newId(),
          caseId: hall.id,
          unitId: hall.id,
          kind: typed.kind,
          name: typed.name,
        },
        code,
      )
    : refuse('counter.device-unit');
  if (outcome.kind === 'done') return shown(exchange, outcome, code);
  const name = outcome.kind === 'refusal' ? FIELDS[outcome.code] : undefined;
  if (!name) return outcomePage(outcome, DEVICES);
  return devicesPage(exchange, {
    typed,
    error: { name, message: problemOf(outcome, platform.registry, locale).title },
  });
}

/** Sent twice, the second answer has no code to show: the first is the one that counts. */
const shown = (
  exchange: CounterExchange,
  outcome: Extract<Outcome, { kind: 'done' }>,
  code: string,
): Promise<Answer> | Answer => (outcome.repeated ? seeOther(DEVICES) : devicesPage(exchange, { code }));

async function change(exchange: CounterExchange, work: typeof giveCode): Promise<Answer> {
  const { db, params, signedIn } = exchange;
  const deviceId = params.id ?? '';
  if (!signedIn || !isId(deviceId)) return notFound;
  const device = await db.selectFrom('counter.device').select('unit_id').where('id', '=', deviceId).executeTakeFirst();
  if (!device) return notFound;
  const code = makeDeviceCode();
  const outcome = await work(
    envOf(exchange),
    actorOf(signedIn),
    { commandId: commandIdOf(exchange) ?? newId(), caseId: device.unit_id, unitId: device.unit_id, deviceId },
    code,
  );
  if (outcome.kind !== 'done') return outcomePage(outcome, DEVICES);
  return work === giveCode ? shown(exchange, outcome, code) : seeOther(DEVICES);
}
