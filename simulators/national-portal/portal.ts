/** What the simulated national portal holds: sessions, dossiers with their progress, every message that had an effect, and the weather on the line. In memory, and in a file when one is named. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { DossierFields, ProgressFields, Service } from './fields.ts';

/** An answer as the portal gives it: errors are codes in an answer of 200. */
export interface Answer {
  readonly error_code: number;
  readonly error_message: string;
}

export const ERRORS = {
  login: { error_code: 1, error_message: 'Sai tài khoản hoặc mật khẩu' },
  fields: { error_code: 2, error_message: 'Dữ liệu không đúng cấu trúc' },
  unknown: { error_code: 3, error_message: 'Không có hồ sơ này' },
  known: { error_code: 4, error_message: 'Hồ sơ đã có' },
  refused: { error_code: 5, error_message: 'Hồ sơ bị từ chối đồng bộ' },
  session: { error_code: 11, error_message: 'Phiên làm việc đã hết hạn' },
} as const satisfies Record<string, Answer>;

const DONE: Answer = { error_code: 0, error_message: '' };

/** A message that had an effect. */
export interface Arrival {
  readonly at: string;
  readonly key: string;
  readonly service: Service;
  readonly status: string;
}

export interface KnownDossier {
  fields: DossierFields;
  readonly progress: ProgressFields[];
  readonly arrivals: Arrival[];
}

export interface Weather {
  /** While false every call is answered 503, as when the portal is down. */
  isOpen: boolean;
  delayMs: number;
  /** So many of the next calls are answered 500 and have no effect. */
  failing: number;
  /** So many of the next calls have their effect, and the line is cut before the answer. */
  losing: number;
  /** Code of a dossier that is refused; '' for none. */
  refused: string;
}

export interface Portal {
  readonly account: string;
  readonly secret: string;
  readonly sessionMs: number;
  /** Each with the moment it ends. */
  readonly sessions: Map<string, number>;
  readonly dossiers: Map<string, KnownDossier>;
  readonly answered: Map<string, Answer>;
  readonly weather: Weather;
  /** Writes down what had an effect. */
  readonly keep: (message: Message) => void;
  logins: number;
  /** Messages that came again under a key already answered. */
  repeats: number;
}

export interface PortalSettings extends Pick<Portal, 'account' | 'secret' | 'sessionMs'> {
  readonly delayMs: number;
  /** '' for none. */
  readonly stateFile: string;
}

/** What the file holds happens again. */
export function openPortal({ delayMs, stateFile, ...settings }: PortalSettings): Portal {
  const portal: Portal = {
    ...settings,
    keep: () => undefined,
    sessions: new Map(),
    dossiers: new Map(),
    answered: new Map(),
    weather: { isOpen: true, delayMs, failing: 0, losing: 0, refused: '' },
    logins: 0,
    repeats: 0,
  };
  if (stateFile === '') return portal;
  const kept = existsSync(stateFile) ? readFileSync(stateFile, 'utf8').split('\n') : [];
  for (const line of kept) if (line !== '') take(portal, JSON.parse(line) as Message);
  return { ...portal, keep: (message) => appendFileSync(stateFile, `${JSON.stringify(message)}\n`) };
}

export function logIn(
  portal: Portal,
  { username, password }: { readonly username: string; readonly password: string },
): Answer & { readonly session?: string } {
  if (username !== portal.account || password !== portal.secret) return ERRORS.login;
  const session = randomUUID();
  portal.sessions.set(session, Date.now() + portal.sessionMs);
  portal.logins += 1;
  return { ...DONE, session };
}

export const isOver = ({ sessions }: Portal, session: string): boolean => (sessions.get(session) ?? 0) < Date.now();

export const expireSessions = ({ sessions }: Portal): void => sessions.clear();

export type Message = { readonly key: string; readonly isUpdating: boolean } & (
  | { readonly service: 'DongBoHoSoMC'; readonly data: readonly DossierFields[] }
  | { readonly service: 'CapNhatTienDoHoSoMC'; readonly data: readonly ProgressFields[] }
);

/** A message that came before under its key has no second effect, and gets its first answer; one that was refused may come again. */
export function take(portal: Portal, message: Message): Answer {
  const known = portal.answered.get(message.key);
  if (known) {
    portal.repeats += 1;
    return known;
  }
  const fault = faultOf(portal, message);
  if (fault) return fault;
  if (message.service === 'DongBoHoSoMC') for (const fields of message.data) putDossier(portal, message.key, fields);
  else for (const fields of message.data) putProgress(portal, message.key, fields);
  portal.answered.set(message.key, DONE);
  portal.keep(message);
  return DONE;
}

function faultOf({ dossiers, weather }: Portal, { service, isUpdating, data }: Message): Answer | undefined {
  const codes = data.map(({ MaHoSo }) => MaHoSo);
  if (codes.includes(weather.refused)) return ERRORS.refused;
  const isNew = service === 'DongBoHoSoMC' && !isUpdating;
  if (isNew) return codes.some((code) => dossiers.has(code)) ? ERRORS.known : undefined;
  return codes.some((code) => !dossiers.has(code)) ? ERRORS.unknown : undefined;
}

function putDossier({ dossiers }: Portal, key: string, fields: DossierFields): void {
  const known = dossiers.get(fields.MaHoSo);
  const dossier = known ?? { fields, progress: [], arrivals: [] };
  dossier.fields = fields;
  dossier.arrivals.push({ at: new Date().toISOString(), key, service: 'DongBoHoSoMC', status: fields.TrangThaiHoSo });
  dossiers.set(fields.MaHoSo, dossier);
}

function putProgress({ dossiers }: Portal, key: string, fields: ProgressFields): void {
  const dossier = dossiers.get(fields.MaHoSo);
  if (!dossier) return;
  dossier.progress.push(fields);
  dossier.fields = { ...dossier.fields, TrangThaiHoSo: fields.TrangThai };
  dossier.arrivals.push({
    at: new Date().toISOString(),
    key,
    service: 'CapNhatTienDoHoSoMC',
    status: fields.TrangThai,
  });
}
