/** Devices (thiết bị): a kiosk or a display of a hall. The administrator gives a code that works once; the device gets a token in exchange, and both are kept as hashes only. */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { type Actor, entryActor, type Outcome, writeAct } from '../../platform/cases/act.ts';
import { refuse } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { sealEntry } from '../../platform/journal/entry.ts';
import { actInHall, type CounterDb, type CounterEnv, type HallCommand, nothing } from './hall-act.ts';
import type { DeviceKind } from './tables.ts';

export const DEVICE_COOKIE = 'thiet_bi';
const DEVICE_COOKIE_SECONDS = 400 * 86_400;
const CODE_MINUTES = 30;
/** Without what is read as something else. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Sixteen letters and digits, 80 bits: typed once on the device. */
export function makeDeviceCode(): string {
  const signs = Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return [0, 4, 8, 12].map((at) => signs.slice(at, at + 4).join('')).join('-');
}

const hash = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
const plain = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

export interface AddDevice extends HallCommand {
  readonly kind: string;
  readonly name: string;
}

/** `code` is no part of the command: nothing but its hash is written anywhere. */
export const addDevice = (env: CounterEnv, actor: Actor, command: AddDevice, code: string): Promise<Outcome> =>
  actInHall(env, actor, command, {
    name: 'counter.add-device',
    async decide(_, at) {
      const { unitId, kind, name } = command;
      if (name === '') return refuse('counter.device-name');
      if (kind !== 'kiosk' && kind !== 'display') return refuse('counter.device-kind');
      const id = newId();
      const values = { id, unit_id: unitId, kind, name, created_at: isoOf(at), version: 1, ...codeColumns(code, at) };
      return {
        kind: 'write',
        subject: { type: 'counter.device', id },
        rows: [{ table: 'counter.device', op: 'insert', values }],
        entries: [{ type: 'counter.device-added', body: { device: id, kind } }],
        answer: { device: id },
      };
    },
  });

const codeColumns = (code: string, at: Instant) => ({
  code_hash: hex(hash(plain(code))),
  code_expires_at: isoOf((at + CODE_MINUTES * 60_000) as Instant),
});

export interface OneDevice extends HallCommand {
  readonly deviceId: string;
}

/** A new code, for a device that was set up anew: what it held before is worth nothing from now on. */
export const giveCode = (env: CounterEnv, actor: Actor, command: OneDevice, code: string): Promise<Outcome> =>
  changeDevice(env, actor, command, {
    name: 'counter.give-device-code',
    entry: 'counter.device-code-given',
    values: (at) => ({ ...codeColumns(code, at), token_hash: null }),
  });

export const revokeDevice = (env: CounterEnv, actor: Actor, command: OneDevice): Promise<Outcome> =>
  changeDevice(env, actor, command, {
    name: 'counter.revoke-device',
    entry: 'counter.device-revoked',
    values: (at) => ({ revoked_at: isoOf(at), code_hash: null, code_expires_at: null, token_hash: null }),
  });

const changeDevice = (
  env: CounterEnv,
  actor: Actor,
  command: OneDevice,
  change: {
    readonly name: string;
    readonly entry: string;
    readonly values: (at: Instant) => Record<string, string | null>;
  },
): Promise<Outcome> =>
  actInHall(env, actor, command, {
    name: change.name,
    async decide(trx, at) {
      const device = await trx
        .selectFrom('counter.device')
        .select(['id', 'kind', 'unit_id', 'revoked_at', 'version'])
        .where('id', '=', command.deviceId)
        // the device itself may be signing in
        .forUpdate()
        .executeTakeFirst();
      if (device?.unit_id !== command.unitId) return nothing;
      if (device.revoked_at !== null) return refuse('counter.device-revoked');
      const values = { ...change.values(at), version: device.version + 1 };
      return {
        kind: 'write',
        subject: { type: 'counter.device', id: device.id },
        rows: [{ table: 'counter.device', op: 'update', key: { id: device.id }, values, version: device.version }],
        entries: [{ type: change.entry, body: { kind: device.kind } }],
        answer: { device: device.id },
      };
    },
  });

export interface Device {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly unitId: string;
  readonly unit: LocalText;
  readonly unitCode: string | null;
}

/** Who a device's cookie belongs to; undefined for none, a revoked one and one of another kind. */
export async function findDevice(
  db: CounterDb,
  token: string | undefined,
  kind: DeviceKind,
): Promise<Device | undefined> {
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return undefined;
  return db
    .selectFrom('counter.device as d')
    .innerJoin('organisation.unit as u', 'u.id', 'd.unit_id')
    .select(['d.id', 'd.kind', 'd.unit_id as unitId', 'u.name as unit', 'u.code as unitCode'])
    .where('d.token_hash', '=', hash(token))
    .where('d.kind', '=', kind)
    .where('d.revoked_at', 'is', null)
    .executeTakeFirst();
}

/** Swaps the administrator's code for a token; undefined for a code that was used, is over or never was. */
export async function signInDevice(
  { db, clock }: CounterEnv,
  typed: string,
): Promise<
  { readonly kind: DeviceKind; readonly cookie: { name: string; value: string; maxAgeSeconds: number } } | undefined
> {
  const at = clock();
  const token = randomBytes(32).toString('base64url');
  return db.transaction().execute(async (trx) => {
    const device = await trx
      .selectFrom('counter.device')
      .select(['id', 'kind', 'unit_id', 'version'])
      .where('code_hash', '=', hash(plain(typed)))
      .where('code_expires_at', '>', isoOf(at) as never)
      .where('revoked_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!device) return undefined;
    const { id, kind, version } = device;
    const values = {
      code_hash: null,
      code_expires_at: null,
      token_hash: hex(hash(token)),
      signed_in_at: isoOf(at),
      version: version + 1,
    };
    const entry = { type: 'counter.device-signed-in', body: { kind }, dims: { unit: device.unit_id } };
    await writeAct(trx, {
      rows: [{ table: 'counter.device', op: 'update', key: { id }, values, version }],
      entries: [sealEntry(entry, { actor: entryActor(deviceActor(id)), subject: { type: 'counter.device', id }, at })],
    });
    return { kind, cookie: { name: DEVICE_COOKIE, value: token, maxAgeSeconds: DEVICE_COOKIE_SECONDS } };
  });
}

/** What is done at a device is done by the program for whoever stands there; commands are its own. */
export const deviceActor = (deviceId: string): Actor => ({ id: deviceId, kind: 'program', program: 'counter.device' });

/** Those in use first. */
export const listDevices = (db: CounterDb) =>
  db
    .selectFrom('counter.device as d')
    .innerJoin('organisation.unit as u', 'u.id', 'd.unit_id')
    .select([
      'd.id',
      'd.kind',
      'd.name',
      'd.unit_id as unitId',
      'u.name as unit',
      'u.code as unitCode',
      'd.signed_in_at as signedInAt',
      'd.revoked_at as revokedAt',
      'd.code_expires_at as codeUntil',
      'd.token_hash as token',
    ])
    .orderBy((order) => order('d.revoked_at', 'is not', null))
    .orderBy('d.created_at', 'desc')
    .limit(500)
    .execute();
