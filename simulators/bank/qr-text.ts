/** VietQR text as a bank reads and prints it. Shares nothing with the product's own code, so that each checks the other. */

export interface QrTransfer {
  readonly bin: string;
  readonly account: string;
  /** Whole đồng; absent when the payer decides. */
  readonly amount?: number;
  readonly content: string;
}

export function printQrText({ bin, account, amount, content }: QrTransfer): string {
  const fields: (readonly [string, string])[] = [
    ['00', '01'],
    ['01', amount ? '12' : '11'],
    [
      '38',
      joined([
        ['00', 'A000000727'],
        [
          '01',
          joined([
            ['00', bin],
            ['01', account],
          ]),
        ],
        ['02', 'QRIBFTTA'],
      ]),
    ],
    ['53', '704'],
    ...(amount ? [['54', `${amount}`] as const] : []),
    ['58', 'VN'],
    ...(content ? [['62', joined([['08', content]])] as const] : []),
  ];
  const unsealed = `${joined(fields)}6304`;
  return unsealed + seal(unsealed);
}

/** Undefined for anything that is not a sealed VietQR to an account in đồng. */
export function readQrText(text: string): QrTransfer | undefined {
  const scanned = text.trim();
  const root = split(scanned);
  if (root?.['63'] !== seal(scanned.slice(0, -4)) || root['53'] !== '704') return undefined;
  const napas = split(root['38'] ?? '');
  const receiver = split(napas?.['01'] ?? '');
  if (napas?.['00'] !== 'A000000727' || !receiver?.['00'] || !receiver['01']) return undefined;
  return {
    bin: receiver['00'],
    account: receiver['01'],
    ...(root['54'] && { amount: Number(root['54']) }),
    content: split(root['62'] ?? '')?.['08'] ?? '',
  };
}

const joined = (fields: readonly (readonly [string, string])[]) =>
  fields.map(([id, value]) => `${id}${String(value.length).padStart(2, '0')}${value}`).join('');

function split(text: string): Record<string, string> | undefined {
  const fields: Record<string, string> = {};
  let rest = text;
  while (rest !== '') {
    const length = Number(rest.slice(2, 4));
    if (!/^\d{4}/.test(rest) || rest.length < 4 + length) return undefined;
    fields[rest.slice(0, 2)] = rest.slice(4, 4 + length);
    rest = rest.slice(4 + length);
  }
  return fields;
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
  return crc & 0xffff;
});

function seal(text: string): string {
  const crc = [...Buffer.from(text)].reduce(
    (crc, byte) => ((crc << 8) ^ (TABLE[(crc >> 8) ^ byte] ?? 0)) & 0xffff,
    0xffff,
  );
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
