/** What the device keeps: its numbers, and what was received until it is sent. What applicants tell is locked with the officer's own key. */
import type { Instant } from '../../../../platform/calendar/instant.ts';
import { setting } from './setting.ts';

export interface Slip {
  readonly name: string;
  readonly procedure: string;
  readonly papers: readonly string[];
  readonly term: string;
  readonly fees: string;
  readonly office: string;
  /** Reckoned on this device; absent where only the server can. */
  readonly due?: Instant | undefined;
}

/** Locked while it waits: fields of the form as they were typed, and what the slip says. */
export interface Told {
  readonly fields: readonly (readonly [string, string])[];
  readonly slip: Slip;
}

export interface Reception {
  readonly caseId: string;
  readonly commandId: string;
  readonly account: string;
  /** The reserved code on the slip. */
  readonly number: string;
  /** By the device's clock. */
  readonly at: Instant;
  readonly state: 'waiting' | 'conflict' | 'sent';
  /** Gone once it is sent. */
  readonly locked?: { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };
  readonly conflict?: string;
  readonly sentAt?: Instant;
  readonly code?: string;
  readonly alike?: readonly string[];
}

export interface KeptNumber {
  readonly code: string;
  readonly day: string;
}

const NUMBERS = 'numbers';
const RECEPTIONS = 'receptions';

const opened: Promise<IDBDatabase> = new Promise((resolve, reject) => {
  const asked = indexedDB.open('vamco-mat-mang', 1);
  asked.addEventListener('upgradeneeded', () => {
    asked.result.createObjectStore(NUMBERS, { keyPath: 'account' });
    asked.result.createObjectStore(RECEPTIONS, { keyPath: 'caseId' });
  });
  asked.addEventListener('success', () => resolve(asked.result));
  asked.addEventListener('error', () => reject(asked.error ?? new Error('no storage')));
});

async function inStore<T>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    const asked = work(transaction.objectStore(name));
    transaction.addEventListener('complete', () => resolve(asked.result));
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not kept')));
  });
}

export async function listNumbers(): Promise<readonly KeptNumber[]> {
  const row = await inStore<{ numbers: KeptNumber[] } | undefined>(NUMBERS, 'readonly', (store) =>
    store.get(setting.account),
  );
  return row?.numbers ?? [];
}

export const keepNumbers = (numbers: readonly KeptNumber[]): Promise<unknown> =>
  inStore(NUMBERS, 'readwrite', (store) => store.put({ account: setting.account, numbers }));

/** In the order of their numbers, whoever received them. */
export async function listReceptions(): Promise<Reception[]> {
  const all = await inStore<Reception[]>(RECEPTIONS, 'readonly', (store) => store.getAll() as IDBRequest<Reception[]>);
  return all.sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }) || a.at - b.at);
}

export const keepReception = (reception: Reception): Promise<unknown> =>
  inStore(RECEPTIONS, 'readwrite', (store) => store.put(reception));

export const dropReception = (caseId: string): Promise<unknown> =>
  inStore(RECEPTIONS, 'readwrite', (store) => store.delete(caseId));

let imported: Promise<CryptoKey> | undefined;

/** Begun when it is first needed: an address that is not secure has no keys at all. */
const key = (): Promise<CryptoKey> => (imported ??= importKey());

function importKey(): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(setting.lock.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export async function lock(told: Told): Promise<NonNullable<Reception['locked']>> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(JSON.stringify(told));
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(), bytes) };
}

/** Undefined for what is sent, and for what another officer received. */
export async function unlock({ locked, account }: Reception): Promise<Told | undefined> {
  if (!locked || account !== setting.account) return undefined;
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: locked.iv }, await key(), locked.bytes);
  return JSON.parse(new TextDecoder().decode(bytes)) as Told;
}

/** Which browser this is, made once. */
export function device(): string {
  const name = 'vamco-mat-mang-may';
  const known = localStorage.getItem(name) ?? crypto.randomUUID();
  localStorage.setItem(name, known);
  return known;
}

/** Of this officer, for today, given to nobody yet; the lowest first. */
export async function freeNumbers(today: string): Promise<string[]> {
  const [numbers, receptions] = await Promise.all([listNumbers(), listReceptions()]);
  const given = new Set(receptions.map(({ number }) => number));
  return numbers
    .filter(({ code, day }) => day === today && !given.has(code))
    .map(({ code }) => code)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
