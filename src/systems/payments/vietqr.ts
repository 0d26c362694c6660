/** VietQR: the text inside a payment QR, written and read as EMVCo merchant-presented tags with the NAPAS profile. */
import type { LocalText } from '../../platform/i18n/local-text.ts';

/** A transfer that any bank app can pay by scanning. */
export interface VietQrTransfer {
  /** Bank of the receiver: the six-digit BIN given by NAPAS, e.g. `970415`. */
  readonly bin: string;
  /** Account or card number, 1 to 19 letters and digits. */
  readonly account: string;
  /** Which number `account` is. Default `account`. */
  readonly service?: VietQrService;
  /** Whole đồng, 1 to 9,999,999,999,999. Absent: the payer types it. */
  readonly amount?: number;
  /** What the payer's statement will say. Folded to ASCII; at most 25 characters after folding. */
  readonly purpose?: string;
  readonly billNumber?: string;
  readonly reference?: string;
}

export type VietQrService = 'account' | 'card' | 'payment';

/** What a QR says: a static one (`11`) may be paid many times, a dynamic one (`12`) is made for one payment. */
export interface VietQr extends VietQrTransfer {
  readonly service: VietQrService;
  readonly initiation: 'static' | 'dynamic';
}

export interface VietQrFault {
  readonly code: keyof typeof FAULTS;
  readonly text: LocalText;
}

export type VietQrResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: VietQrFault };

const FAULTS = {
  'payments.qr-not-text': { vi: 'Mã VietQR không đúng cấu trúc.', en: 'The VietQR text is not well formed.' },
  'payments.qr-checksum': { vi: 'Mã VietQR sai mã kiểm tra.', en: 'The VietQR checksum does not match.' },
  'payments.qr-not-vietqr': {
    vi: 'Mã QR không phải mã VietQR bằng đồng Việt Nam.',
    en: 'The QR is not a VietQR in đồng.',
  },
  'payments.qr-bank': { vi: 'Mã ngân hàng (BIN) phải gồm 6 chữ số.', en: 'The bank code (BIN) must be 6 digits.' },
  'payments.qr-account': {
    vi: 'Số tài khoản phải gồm 1 đến 19 chữ cái không dấu hoặc chữ số.',
    en: 'The account number must be 1 to 19 letters or digits.',
  },
  'payments.qr-amount': {
    vi: 'Số tiền phải là số đồng nguyên lớn hơn 0.',
    en: 'The amount must be a whole number of đồng above 0.',
  },
  'payments.qr-text-too-long': {
    vi: 'Nội dung chuyển khoản, số hóa đơn và mã tham chiếu dài tối đa 25 ký tự.',
    en: 'Purpose, bill number and reference are at most 25 characters long.',
  },
} as const satisfies Record<string, LocalText>;

const NAPAS = 'A000000727';
const SERVICES: Readonly<Record<VietQrService, string>> = { account: 'QRIBFTTA', card: 'QRIBFTTC', payment: 'QRPUSH' };
const MAX_AMOUNT = 9_999_999_999_999; // tag 54 holds 13 characters

/** The QR text of a transfer: dynamic when it names an amount, static otherwise. */
export function writeVietQr(transfer: VietQrTransfer): VietQrResult<string> {
  const additional = [
    ['01', asciiText(transfer.billNumber ?? '')],
    ['05', asciiText(transfer.reference ?? '')],
    ['08', asciiText(transfer.purpose ?? '')],
  ] as const;
  const fault = faultOf(transfer, additional);
  if (fault) return refused(fault);

  const receiver = tag('00', transfer.bin) + tag('01', transfer.account);
  const body =
    tag('00', '01') +
    tag('01', transfer.amount === undefined ? '11' : '12') +
    tag('38', tag('00', NAPAS) + tag('01', receiver) + tag('02', SERVICES[transfer.service ?? 'account'])) +
    tag('53', '704') +
    tag('54', transfer.amount === undefined ? '' : String(transfer.amount)) +
    tag('58', 'VN') +
    tag('62', additional.map(([id, value]) => tag(id, value)).join('')) +
    '6304';
  return { ok: true, value: body + checksum(body) };
}

/** Reads a scanned text. Tags that VietQR does not define are passed over, as EMVCo asks of a reader. */
export function readVietQr(text: string): VietQrResult<VietQr> {
  const root = readTags(text);
  if (!root?.has('63') || text.slice(-8, -4) !== '6304') return refused('payments.qr-not-text');
  if (root.get('63')?.toUpperCase() !== checksum(text.slice(0, -4))) return refused('payments.qr-checksum');

  const merchant = readTags(root.get('38') ?? '');
  const receiver = readTags(merchant?.get('01') ?? '');
  const additional = readTags(root.get('62') ?? '');
  if (!merchant || !receiver || !additional) return refused('payments.qr-not-text');

  const service = (Object.keys(SERVICES) as VietQrService[]).find((name) => SERVICES[name] === merchant.get('02'));
  const initiation = root.get('01') === '12' ? 'dynamic' : 'static';
  if (root.get('00') !== '01' || merchant.get('00') !== NAPAS || !service) return refused('payments.qr-not-vietqr');
  if (root.get('53') !== '704' || root.get('58') !== 'VN') return refused('payments.qr-not-vietqr');

  const amount = root.get('54');
  if (amount !== undefined && !/^[1-9]\d{0,12}$/.test(amount)) return refused('payments.qr-amount');
  const transfer: VietQr = {
    bin: receiver.get('00') ?? '',
    account: receiver.get('01') ?? '',
    service,
    initiation,
    ...(amount !== undefined && { amount: Number(amount) }),
    ...present('billNumber', additional.get('01')),
    ...present('reference', additional.get('05')),
    ...present('purpose', additional.get('08')),
  };
  const fault = faultOf(transfer, []);
  return fault ? refused(fault) : { ok: true, value: transfer };
}

/**
 * Vietnamese text as a bank statement can carry it: no diacritics (đ → d), only letters, digits, spaces and `-./`.
 * Case stays, runs of anything else become one space.
 */
export function asciiText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^A-Za-z0-9./-]+/g, ' ')
    .trim();
}

/** CRC-16/CCITT-FALSE (polynomial 0x1021, initial 0xFFFF) over ASCII text, four upper-case hexadecimal digits. */
export function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

function faultOf(
  transfer: VietQrTransfer,
  texts: readonly (readonly [string, string])[],
): VietQrFault['code'] | undefined {
  const { amount } = transfer;
  if (!/^\d{6}$/.test(transfer.bin)) return 'payments.qr-bank';
  if (!/^[A-Za-z0-9]{1,19}$/.test(transfer.account)) return 'payments.qr-account';
  if (amount !== undefined && !(Number.isInteger(amount) && amount > 0 && amount <= MAX_AMOUNT))
    return 'payments.qr-amount';
  if (texts.some(([, value]) => value.length > 25)) return 'payments.qr-text-too-long';
  return undefined;
}

/** One tag: two digits of id, two of length, the value. An empty value is no tag at all. */
function tag(id: string, value: string): string {
  return value === '' ? '' : id + String(value.length).padStart(2, '0') + value;
}

/** The tags of one level, or undefined when lengths do not add up, an id repeats, or the text is not printable ASCII. */
function readTags(text: string): Map<string, string> | undefined {
  if (!/^[ -~]*$/.test(text)) return undefined;
  const tags = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const head = /^(\d\d)(\d\d)/.exec(text.slice(at, at + 4));
    if (!head?.[1]) return undefined;
    const value = text.slice(at + 4, at + 4 + Number(head[2]));
    if (value.length !== Number(head[2]) || value === '' || tags.has(head[1])) return undefined;
    tags.set(head[1], value);
    at += 4 + value.length;
  }
  return tags;
}

function present<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}

function refused(code: VietQrFault['code']): { ok: false; fault: VietQrFault } {
  return { ok: false, fault: { code, text: FAULTS[code] } };
}
