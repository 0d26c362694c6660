/** Sending: asks what the server knows, then sends what waits, one after another in the order of the numbers; one that is refused holds up none. */
import { dayOf, isoOf, systemClock } from '../../../../platform/calendar/instant.ts';
import {
  dropReception,
  device,
  keepNumbers,
  keepReception,
  type KeptNumber,
  listReceptions,
  type Reception,
  type Told,
  unlock,
} from './kept.ts';
import { setting } from './setting.ts';

export type Line =
  | { readonly kind: 'online'; readonly token: string }
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out' };

/** A second is nothing to a page and long to a network that is there. */
const PATIENCE_MS = 8000;

/** Whether there is a line, by asking; with one, the numbers of this device are those that the server says. */
export async function askServer(): Promise<Line> {
  try {
    const answer = await fetch(`${setting.numbers}?may=${device()}`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.redirected || answer.status === 404 || answer.status === 403) return { kind: 'signed-out' };
    if (!answer.ok) return { kind: 'offline' };
    const said = (await answer.json()) as { account: string; token: string; numbers: KeptNumber[] };
    if (said.account !== setting.account) return { kind: 'signed-out' };
    await keepNumbers(said.numbers);
    return { kind: 'online', token: said.token };
  } catch {
    return { kind: 'offline' };
  }
}

/** Fields as they are sent: the form's own, with what the device noted. */
export const fieldsOf = (
  { caseId, commandId, number, at }: Reception,
  { fields }: Told,
  token: string,
): URLSearchParams => {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  const noted = {
    csrf: token,
    case_id: caseId,
    command_id: commandId,
    number,
    received_at: isoOf(at),
    device_now: isoOf(systemClock()),
  };
  for (const [name, value] of Object.entries(noted)) body.set(name, value);
  return body;
};

/** Answers whether the line held. What was refused is tried again only where that is asked for: somebody may have settled it. */
export async function sendWaiting(
  token: string,
  { refused, changed }: { readonly refused: boolean; readonly changed: () => Promise<void> },
): Promise<boolean> {
  for (const reception of await listReceptions()) {
    if (reception.account !== setting.account) continue;
    if (reception.state === 'sent' || (reception.state === 'conflict' && !refused)) continue;
    const told = await unlock(reception);
    if (!told) continue;
    const settled = await sendOne(reception, fieldsOf(reception, told, token));
    if (!settled) return false;
    await keepReception(settled);
    await changed();
  }
  return true;
}

/** Undefined when no answer came: it may have been received, and is sent again with the same id. */
async function sendOne(reception: Reception, body: URLSearchParams): Promise<Reception | undefined> {
  try {
    const answer = await fetch(setting.send, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
      signal: AbortSignal.timeout(4 * PATIENCE_MS),
    });
    if (answer.redirected || (answer.status !== 200 && answer.status !== 409)) return undefined;
    const said = (await answer.json()) as { code?: string; alike?: string[]; conflict?: string };
    if (!said.code) return { ...reception, state: 'conflict', conflict: said.conflict ?? '' };
    const { locked: _, conflict: __, ...rest } = reception;
    return { ...rest, state: 'sent', sentAt: systemClock(), code: said.code, alike: said.alike ?? [] };
  } catch {
    return undefined;
  }
}

/** What was sent is listed until its day is over: code and time, nothing of the person. */
export async function dropOld(): Promise<void> {
  for (const { caseId, state, sentAt } of await listReceptions())
    if (state === 'sent' && dayOf(sentAt ?? systemClock()) < dayOf(systemClock())) await dropReception(caseId);
}
