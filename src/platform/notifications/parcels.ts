/** Parcels: what goes to one address at one time as one message; several notices become one mail, or one text message where it holds them. */
import { newId } from '../db/ids.ts';
import { defineTexts } from '../i18n/texts.ts';
import { SMS_LIMIT, smsLength, smsText } from '../text/sms-text.ts';
import type { Delivery } from './ledger.ts';

export interface Parcel {
  /** Of the message: the same when it is tried again, so that it is told twice to nobody. */
  readonly id: string;
  /** At least one, all to one address by one channel, oldest first. */
  readonly deliveries: readonly [Delivery, ...Delivery[]];
}

/** A mail of more would not be read. */
const MOST = 20;
/** Room for the mark of a demonstration in front of the text. */
const SMS_ROOM = SMS_LIMIT - 12;

/** In the order of their ids. Those that have left in a message before leave in the same again; what is urgent goes alone. */
export function packParcels(deliveries: readonly Delivery[], urgent: readonly string[]): Parcel[] {
  const parcels = new Map<string, Delivery[]>();
  const open = new Map<string, string>();
  for (const delivery of [...deliveries].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { channel, address, locale, account_id, local_only, message } = delivery;
    const place = JSON.stringify([channel, address, locale, account_id, local_only]);
    const alone = urgent.includes(delivery.template);
    const id = message ?? (alone ? newId() : openFor(parcels.get(open.get(place) ?? ''), delivery, open.get(place)));
    if (message === null && !alone) open.set(place, id);
    parcels.set(id, [...(parcels.get(id) ?? []), delivery]);
  }
  return [...parcels].map(([id, [first, ...others]]) => ({ id, deliveries: [first as Delivery, ...others] }));
}

const openFor = (packed: readonly Delivery[] | undefined, next: Delivery, id: string | undefined): string =>
  packed && id !== undefined && packed.length < MOST && holds(packed, next) ? id : newId();

/** Who reads the portal finds everything there; to anybody else a text message says all it has to say, or goes alone. */
function holds(packed: readonly Delivery[], next: Delivery): boolean {
  if (next.channel !== 'sms' || next.account_id !== null) return true;
  return smsLength(inFull([...packed, next])) <= SMS_ROOM;
}

const texts = defineTexts({
  several: { vi: (count: number) => `${count} thông báo`, en: (count: number) => `${count} notifications` },
  more: { vi: (count: number) => `${count} việc khác`, en: (count: number) => `${count} more` },
  see: { vi: 'Xem trên cổng dịch vụ công.', en: 'See the portal.' },
  ofService: {
    vi: (count: number, service: string) => `${count} thông báo từ ${service}`,
    en: (count: number, service: string) => `${count} notifications from ${service}`,
  },
});

/** All in full where one message holds them; otherwise what each is about, as many as there is room for. */
export function parcelSms({ deliveries }: Parcel): string {
  const full = inFull(deliveries);
  if (deliveries.length === 1 || smsLength(full) <= SMS_ROOM) return full;
  const words = texts(deliveries[0].locale);
  const subjects = deliveries.map(({ subject }) => subject ?? '');
  const said = (shown: number): string => {
    const left = subjects.length - shown;
    const listed = [...subjects.slice(0, shown), ...(left > 0 ? [words.more(left)] : [])].join('; ');
    return `${words.several(subjects.length)}: ${listed}. ${words.see}`;
  };
  const shown = subjects.findLastIndex((_, index) => septetsOf(said(index + 1)) <= SMS_ROOM) + 1;
  return shown > 0 ? said(shown) : `${words.several(subjects.length)}. ${words.see}`;
}

/** Bodies of text messages are plain already; what is not is counted as it will be sent, uncut. */
const inFull = (deliveries: readonly Delivery[]): string => deliveries.map(({ body }) => body ?? '').join(' ');
const septetsOf = (text: string): number => {
  const sent = smsText(text);
  return sent.endsWith('...') ? Infinity : smsLength(sent);
};

export const parcelSubject = ({ deliveries }: Parcel, service: string): string =>
  deliveries.length === 1
    ? (deliveries[0].subject ?? '')
    : texts(deliveries[0].locale).ofService(deliveries.length, service);
