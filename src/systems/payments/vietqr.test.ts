import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printQrText, readQrText } from '../../../simulators/bank/qr-text.ts';
import { asciiText, checksum, readVietQr, type VietQrTransfer, writeVietQr } from './vietqr.ts';

const STATIC = '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F';
const DYNAMIC =
  '00020101021238560010A0000007270126000697041501121133666688880208QRIBFTTA53037045405790005802VN62220818Ung Ho Quy Vac Xin63043ACF';

const sealed = (body: string) => `${body}6304${checksum(`${body}6304`)}`;
const faultOf = (text: string) => {
  const read = readVietQr(text);
  return read.ok ? undefined : read.fault.code;
};

describe('the published samples', () => {
  test('the check value of CRC-16/CCITT-FALSE is 29B1', () => expect(checksum('123456789')).toBe('29B1'));

  test('a static QR to an account', () => {
    const transfer = { bin: '970403', account: '0011012345678' };
    expect(writeVietQr(transfer)).toEqual({ ok: true, value: STATIC });
    expect(readVietQr(STATIC)).toEqual({ ok: true, value: { ...transfer, service: 'account', initiation: 'static' } });
  });

  test('a dynamic QR with amount and purpose', () => {
    const transfer = { bin: '970415', account: '113366668888', amount: 79_000, purpose: 'Ung Ho Quy Vac Xin' };
    expect(writeVietQr({ ...transfer, purpose: 'Ủng hộ quỹ Vắc xin' })).not.toEqual(writeVietQr(transfer));
    expect(writeVietQr({ ...transfer, purpose: 'Ủng Hộ Quỹ Vắc Xin' })).toEqual({ ok: true, value: DYNAMIC });
    expect(readVietQr(DYNAMIC)).toEqual({
      ok: true,
      value: { ...transfer, service: 'account', initiation: 'dynamic' },
    });
  });
});

describe('writing', () => {
  const good: VietQrTransfer = { bin: '970436', account: '1234567890', amount: 50_000 };
  test.each([
    ['payments.qr-bank', { ...good, bin: '97043' }],
    ['payments.qr-account', { ...good, account: '' }],
    ['payments.qr-account', { ...good, account: '12345678901234567890' }],
    ['payments.qr-amount', { ...good, amount: 0 }],
    ['payments.qr-amount', { ...good, amount: 1.5 }],
    ['payments.qr-amount', { ...good, amount: Number.NaN }],
    ['payments.qr-amount', { ...good, amount: 10_000_000_000_000 }],
    ['payments.qr-text-too-long', { ...good, purpose: 'x'.repeat(26) }],
  ])('%s is told, not thrown', (code, transfer) => {
    expect(writeVietQr(transfer)).toMatchObject({ ok: false, fault: { code } });
  });

  test('a purpose is folded to what banks can print', () => {
    expect(asciiText('Lệ phí đăng ký  khai sinh: H53.15-261123-0001')).toBe(
      'Le phi dang ky khai sinh H53.15-261123-0001',
    );
    expect(asciiText('Đường'.normalize('NFD'))).toBe('Duong');
  });
});

describe('reading', () => {
  const head = '000201010211';
  const receiver = '38570010A00000072701270006970403011300110123456780208QRIBFTTA';
  test.each([
    ['payments.qr-not-text', ''],
    ['payments.qr-not-text', 'https://example.com'],
    ['payments.qr-not-text', sealed(`${head}${head}${receiver}53037045802VN`)],
    ['payments.qr-not-text', sealed(`${head}9999x`)],
    ['payments.qr-checksum', `${STATIC.slice(0, -1)}0`],
    ['payments.qr-not-vietqr', sealed(`${head}${receiver.replace('727', '728')}53037045802VN`)],
    ['payments.qr-not-vietqr', sealed(`${head}${receiver}53038405802VN`)],
    ['payments.qr-amount', sealed(`${head}${receiver}5303704540512.505802VN`)],
    ['payments.qr-bank', sealed(`${head}${receiver.replace('970403', '97A403')}53037045802VN`)],
  ])('%s is told, not thrown', (code, text) => expect(faultOf(text)).toBe(code));

  test('tags that VietQR does not define are passed over', () => {
    expect(faultOf(sealed(`${head}${receiver}53037045802VN5909NGUYEN AN8003abc`))).toBeUndefined();
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => void readVietQr(text)),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.stringMatching(/^(\d\d0[1-4][ -~]{1,4}){1,6}$/), (body) => void readVietQr(sealed(body))),
      { numRuns: 200 },
    );
  });
});

const transfers = fc.record(
  {
    bin: fc.stringMatching(/^\d{6}$/),
    account: fc.stringMatching(/^[A-Za-z0-9]{1,19}$/),
    service: fc.constantFrom('account' as const, 'card' as const, 'payment' as const),
    amount: fc.integer({ min: 1, max: 9_999_999_999_999 }),
    purpose: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9./-]{0,24}$/),
    billNumber: fc.stringMatching(/^[A-Z0-9-]{1,25}$/),
    reference: fc.stringMatching(/^[A-Z0-9.-]{1,25}$/),
  },
  { requiredKeys: ['bin', 'account', 'service'] },
);

test('what is written is read back', () => {
  fc.assert(
    fc.property(transfers, (transfer) => {
      const written = writeVietQr(transfer);
      if (!written.ok) throw new Error(written.fault.code);
      expect(readVietQr(written.value)).toEqual({
        ok: true,
        value: { ...transfer, initiation: transfer.amount === undefined ? 'static' : 'dynamic' },
      });
    }),
    { numRuns: 200 },
  );
});

test('one changed character is always noticed', () => {
  fc.assert(
    fc.property(transfers, fc.nat(), fc.integer({ min: 1, max: 94 }), (transfer, at, shift) => {
      const written = writeVietQr(transfer);
      if (!written.ok) throw new Error(written.fault.code);
      const { value } = written;
      const index = at % (value.length - 4);
      const changed = String.fromCharCode(32 + ((value.charCodeAt(index) - 32 + shift) % 95));
      expect(readVietQr(value.slice(0, index) + changed + value.slice(index + 1)).ok).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('the simulated bank, which shares no code with us, writes and reads the same text', () => {
  fc.assert(
    fc.property(transfers, ({ bin, account, amount, purpose = 'x' }) => {
      const written = writeVietQr({ bin, account, amount, purpose });
      if (!written.ok) throw new Error(written.fault.code);
      expect(readQrText(written.value)).toEqual({ bin, account, content: purpose, ...(amount && { amount }) });
      expect(printQrText({ bin, account, amount, content: purpose })).toBe(written.value);
    }),
    { numRuns: 100 },
  );
});
