/** What the gateway does with a message: accept, refuse, deliver, lose or repeat it, as the last digits of the number say. */
import { randomUUID } from 'node:crypto';

/** How the gateway treats numbers by their last two digits; every other number simply gets its message. */
export const TREATMENTS = {
  '91': { kind: 'refused', text: 'từ chối: số không tồn tại' },
  '92': { kind: 'busy-twice', text: 'báo bận hai lần rồi nhận' },
  '93': { kind: 'undelivered', text: 'nhận nhưng không phát được' },
  '94': { kind: 'silent', text: 'phát được nhưng không báo lại' },
  '95': { kind: 'late', text: 'phát chậm' },
  '96': { kind: 'reported-twice', text: 'báo phát hai lần' },
  '97': { kind: 'too-many', text: 'báo quá nhiều tin, nhận sau' },
} as const;

export type Treatment = (typeof TREATMENTS)[keyof typeof TREATMENTS]['kind'] | 'delivered';

export interface Message {
  readonly id: string;
  readonly idempotencyKey: string;
  /** E.164: `+84…`. */
  readonly to: string;
  readonly text: string;
  /** How many SMS the text takes. */
  readonly parts: number;
  readonly acceptedAt: string;
  status: 'accepted' | 'delivered' | 'undelivered';
}

export interface Inbox {
  readonly messages: Message[];
  /** The message under this key, if there is one. */
  find(idempotencyKey: string): Message | undefined;
  accept(message: Pick<Message, 'idempotencyKey' | 'to' | 'text'>): Message;
  /** How often this key has been turned away so far, counting this time. */
  turnAway(idempotencyKey: string): number;
}

export function newInbox(): Inbox {
  const messages: Message[] = [];
  const turnedAway = new Map<string, number>();
  return {
    messages,
    find: (key) => messages.find(({ idempotencyKey }) => idempotencyKey === key),
    accept({ idempotencyKey, to, text }) {
      const message: Message = {
        id: randomUUID(),
        idempotencyKey,
        to,
        text,
        parts: countParts(text),
        acceptedAt: new Date().toISOString(),
        status: 'accepted',
      };
      messages.push(message);
      return message;
    },
    turnAway(key) {
      const times = (turnedAway.get(key) ?? 0) + 1;
      turnedAway.set(key, times);
      return times;
    },
  };
}

export function treatmentOf(to: string): Treatment {
  return TREATMENTS[to.slice(-2) as keyof typeof TREATMENTS]?.kind ?? 'delivered';
}

/** A Vietnamese mobile number, written with 0, 84 or +84, as E.164; undefined for any other number. */
export function mobileNumber(text: string): string | undefined {
  const digits = /^(?:\+?84|0)((?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7})$/.exec(text)?.[1];
  return digits && `+84${digits}`;
}

// GSM 03.38: one septet each; the second line takes two
const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_EXTENDED = '\f^{}\\[~]|€';

/** SMS needed: 160 characters of GSM 03.38, or 153 in each of several; with anything outside it (ư, ạ) 70, or 67. */
export function countParts(text: string): number {
  const characters = Array.from(text);
  const isGsm = characters.every((character) => GSM_BASIC.includes(character) || GSM_EXTENDED.includes(character));
  const length = isGsm
    ? characters.reduce((sum, character) => sum + (GSM_EXTENDED.includes(character) ? 2 : 1), 0)
    : text.length;
  const [single, each] = isGsm ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / each);
}
