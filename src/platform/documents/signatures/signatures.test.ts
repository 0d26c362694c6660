import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { poppler, testWithPoppler } from '../../../../test/harness/pdf-reader.ts';
import { instant } from '../../calendar/instant.ts';
import { printPaper } from '../paper/print-paper.ts';
import { checkFile, paperState } from '../verification.ts';
import { readSignatures } from './read-signatures.ts';
import { sealAsAgency, signAsPerson } from './sign.ts';
import { readSigningKey, type SigningKey } from './signing-key.ts';
import { makeTestKeys, type TestKeys } from './test-keys.ts';

const agency = 'Ủy ban nhân dân xã Tân Biên';
const signedAt = instant('2026-11-23T10:15:30');
const sealedAt = instant('2026-11-23T10:20');
const seal = { agency, number: '12/GPXD-UBND', place: 'Tân Biên', at: sealedAt };

let folder: string;
let keys: TestKeys;
let person: SigningKey;
let office: SigningKey;
let paper: Uint8Array;
let signed: Uint8Array;
let sealed: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vamco-keys-'));
  keys = demoKeys();
  person = keyOf('person', 'Phan Văn Đức');
  office = keyOf('office', agency);
  paper = await printPaper(
    {
      title: 'Giấy phép xây dựng',
      format: 'A4',
      letterhead: {
        body: agency,
        number: { reserved: 'document_number' },
        placeAndDate: { reserved: 'document_date' },
        agencyMark: true,
      },
      blocks: [
        { kind: 'title', text: 'GIẤY PHÉP XÂY DỰNG' },
        { kind: 'signatures', signers: [{ title: ['CHỦ TỊCH'], name: 'Phan Văn Đức', electronicMark: true }] },
      ],
    },
    signedAt,
  );
  signed = pdfOf(
    await signAsPerson(paper, person, { name: 'Phan Văn Đức', at: signedAt, reason: 'Phê duyệt (kết quả)' }),
  );
  sealed = pdfOf(await sealAsAgency(signed, office, seal));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a result with two signatures', () => {
  test('bears the person, then the agency; both are whole and the second covers everything', async () => {
    expect(readSignatures(sealed, [keys.authority])).toEqual([
      {
        field: 'person_signature',
        holder: 'Phan Văn Đức',
        signedAt,
        intact: true,
        coversWholeFile: false,
        trusted: true,
        test: true,
      },
      {
        field: 'agency_signature',
        holder: agency,
        signedAt: sealedAt,
        intact: true,
        coversWholeFile: true,
        trusted: true,
        test: true,
      },
    ]);
  });

  test('holds the paper and the person’s revision byte for byte: each signature only adds', () => {
    expect(Buffer.compare(signed.subarray(0, paper.length), paper)).toBe(0);
    expect(Buffer.compare(sealed.subarray(0, signed.length), signed)).toBe(0);
  });

  testWithPoppler('is found valid by pdfsig, and pdftotext reads number, date and marks', async () => {
    const report = poppler('pdfsig', sealed);
    expect(report.match(/Signature is Valid/g)).toHaveLength(2);
    expect(report.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2);
    expect(report.match(/Not total document signed/g)).toHaveLength(1);
    expect(report).toContain('KHÓA THỬ NGHIỆM – TEST KEY');
    const text = poppler('pdftotext', sealed);
    for (const part of [
      'Số: 12/GPXD-UBND',
      'Tân Biên, ngày 23 tháng 11 năm 2026',
      'Ký bởi: Phan Văn Đức',
      `Ký bởi: ${agency}`,
      '23-11-2026 10:20:00 +07:00',
    ]) {
      expect(text).toContain(part);
    }
  });

  testWithPoppler('changed by one byte is found invalid by pdfsig too', async () => {
    const changed = sealed.slice();
    changed[200] = (changed[200] ?? 0) ^ 1;
    expect(poppler('pdfsig', changed)).not.toMatch(/Signature is Valid/);
  });

  test('with any byte changed is not the issued file, and outside the last signature itself that signature breaks', async () => {
    const record = { digest: createHash('sha256').update(sealed).digest('hex') };
    const ranges = Buffer.from(sealed)
      .toString('latin1')
      .matchAll(/ByteRange \[0\s+(\d+)\s+(\d+)\s+\d+/g);
    const [, holeStart, holeEnd] = ([...ranges].at(-1) ?? []).map(Number);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = sealed.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        const { state, signatures } = checkFile(changed, record, [keys.authority]);
        expect(state).toBe('different');
        const covered = at < (holeStart ?? 0) || at >= (holeEnd ?? 0);
        const whole = signatures.length === 2 && signatures.every((signature) => signature.intact);
        expect(covered && whole).toBe(false);
      }),
      { numRuns: 100 },
    );
    expect(holeStart).toBeGreaterThan(signed.length);
  });

  test('with something appended is whole up to there, and says that it does not cover the rest', async () => {
    const longer = Buffer.concat([sealed, Buffer.from('\n% more\n')]);
    const found = readSignatures(longer, [keys.authority]);
    expect(found.map((signature) => [signature.intact, signature.coversWholeFile])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  test('is not trusted by who does not know the authority', async () => {
    const other = makeTestKeys(mkdtempSync(join(folder, 'other-')), { mode: 'demo', organisation: 'Khác' });
    const found = readSignatures(sealed, other.keys ? [other.keys.authority] : []);
    expect(found.map((signature) => [signature.intact, signature.trusted])).toEqual([
      [true, false],
      [true, false],
    ]);
  });
});

describe('a file from a stranger', () => {
  test('with a broken structure is read as far as its signatures go, and ends', () => {
    const broken = Buffer.from(sealed);
    for (const word of ['/Type /Page', '/Kids', '/Prev', '/Size', 'startxref', '/Parent']) {
      const at = broken.indexOf(word);
      if (at >= 0) broken.fill('x', at, at + word.length);
    }
    expect(readSignatures(broken, [keys.authority]).map((signature) => signature.intact)).toEqual([false, false]);
  });

  test('that claims odd ranges, or thousands of them, has no whole signature', () => {
    const claims = [
      '[0 1 2 3]',
      '[0 99999999999 1 1]',
      '[5 1 2 3]',
      '[0 10 5 900]',
      '[0 -1 2 3]',
      '[a]',
      '[0 4 40 9',
      '',
    ];
    const text = `%PDF-1.7\n${claims.map((claim) => `/ByteRange ${claim} <00> `).join('\n')}${'/ByteRange [0 9 20 30] '.repeat(5000)}`;
    const found = readSignatures(Buffer.from(text), [keys.authority]);
    expect(found.length).toBeLessThanOrEqual(16);
    expect(found.every((signature) => !signature.intact && !signature.trusted)).toBe(true);
  });

  test('of any bytes whatever makes no error', () => {
    const pieces = fc.constantFrom(
      '/ByteRange [0 12 40 60]',
      '<3080',
      '<300230',
      '>',
      '1 0 obj',
      'endobj',
      '/V 1 0 R',
      '/M (D:20269999999999Z)',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
        const found = readSignatures(Buffer.from(parts.join(' '), 'latin1'), []);
        expect(found.some((signature) => signature.intact)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('whose signature says another time than its dictionary was signed with is broken', () => {
    const moved = Buffer.from(sealed);
    const at = moved.lastIndexOf('/M (D:2026');
    moved.write('/M (D:2025', at, 'latin1');
    expect(readSignatures(moved, [keys.authority]).map((signature) => signature.intact)).toEqual([true, false]);
  });
});

describe('the order of signing', () => {
  test('the agency cannot seal before the person has signed', async () => {
    expect((await sealAsAgency(paper, office, seal)).fault?.code).toBe('documents.not-signed-by-person');
  });

  test('nobody signs twice', async () => {
    expect((await signAsPerson(signed, person, { name: 'Phan Văn Đức', at: signedAt })).fault?.code).toBe(
      'documents.already-signed',
    );
    expect((await sealAsAgency(sealed, office, seal)).fault?.code).toBe('documents.already-sealed');
  });

  test('a paper without a place for number and date is not sealed', async () => {
    const plain = await printPaper({ title: 'Thư', format: 'A4', letterhead: { body: agency }, blocks: [] }, signedAt);
    const once = pdfOf(await signAsPerson(plain, person, { name: 'Phan Văn Đức', at: signedAt }));
    expect((await sealAsAgency(once, office, seal)).fault?.code).toBe('documents.no-place-for-number');
  });

  test('what is no PDF is refused with a sentence', async () => {
    const answer = await signAsPerson(Buffer.from('%PDF-1.7 not really'), person, { name: 'A', at: signedAt });
    expect(answer.fault).toMatchObject({
      code: 'documents.unreadable-pdf',
      message: { vi: expect.any(String), en: expect.any(String) },
    });
  });

  test('a certificate signs only while it is valid', async () => {
    const late = instant('2046-02-01T00:00');
    expect((await signAsPerson(paper, person, { name: 'A', at: late })).fault?.code).toBe(
      'documents.certificate-not-valid',
    );
  });
});

describe('test keys', () => {
  test('are made once, for the owner alone to read, and read again afterwards', () => {
    expect(keyOf('person', 'Phan Văn Đức').certificate.raw.equals(person.certificate.raw)).toBe(true);
    expect(demoKeys().authority.raw.equals(keys.authority.raw)).toBe(true);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.pem'))) {
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    }
  });

  test('are refused in production, made or brought', () => {
    expect(makeTestKeys(folder, { mode: 'production', organisation: 'x' }).fault?.code).toBe(
      'documents.test-key-in-production',
    );
    const pem = `${person.key.export({ type: 'pkcs8', format: 'pem' }).toString()}${person.certificate.toString()}`;
    expect(readSigningKey(pem, 'demo').key?.test).toBe(true);
    expect(readSigningKey(pem, 'production').fault?.code).toBe('documents.test-key-in-production');
  });

  test('a file with a strange key, another’s certificate or no key is refused', () => {
    const pem = (key: SigningKey, certificate: SigningKey) =>
      `${key.key.export({ type: 'pkcs8', format: 'pem' }).toString()}${certificate.certificate.toString()}`;
    for (const text of [
      '',
      'x',
      person.certificate.toString(),
      pem(person, office),
      pem(person, person).replaceAll('A', 'B'),
    ]) {
      expect(readSigningKey(text, 'demo').fault?.code).toBe('documents.key-unreadable');
    }
  });

  test('holders whose ids differ only in odd signs have different keys', () => {
    expect(keyOf('a/b', 'A').certificate.raw.equals(keyOf('a_b', 'A').certificate.raw)).toBe(false);
  });
});

describe('the public check of a file', () => {
  const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  test('the issued file is genuine; one byte more, or another revision of it, is different', async () => {
    const record = { digest: digestOf(sealed) };
    expect(checkFile(sealed, record, [keys.authority]).state).toBe('genuine');
    expect(checkFile(Buffer.concat([sealed, Buffer.from(' ')]), record, [keys.authority]).state).toBe('different');
    expect(checkFile(signed, record, [keys.authority]).state).toBe('different');
    expect(checkFile(Buffer.from('hello'), record, [keys.authority]).state).toBe('different');
  });

  test('a record of a file whose signature is broken says so', async () => {
    const broken = sealed.slice();
    broken[200] = (broken[200] ?? 0) ^ 1;
    expect(checkFile(broken, { digest: digestOf(broken) }, [keys.authority]).state).toBe('signature-broken');
  });

  test('a paper is in force until it is replaced or withdrawn', () => {
    expect(paperState({ replacedBy: null, revokedAt: null, validUntil: null }, '2026-11-23')).toBe('in-force');
    expect(paperState({ replacedBy: null, revokedAt: null, validUntil: '2026-11-23' }, '2026-11-23')).toBe('in-force');
    expect(paperState({ replacedBy: null, revokedAt: null, validUntil: '2026-11-22' }, '2026-11-23')).toBe('expired');
    expect(paperState({ replacedBy: '7K3M-9QXD-2FHA', revokedAt: null, validUntil: null }, '2026-11-23')).toBe(
      'replaced',
    );
    expect(paperState({ replacedBy: '7K3M-9QXD-2FHA', revokedAt: sealedAt, validUntil: null }, '2026-11-23')).toBe(
      'revoked',
    );
  });
});

function demoKeys(): TestKeys {
  const made = makeTestKeys(folder, { mode: 'demo', organisation: 'Tỉnh Tây Ninh' });
  if (!made.keys) throw new Error(made.fault.code);
  return made.keys;
}

function keyOf(id: string, name: string): SigningKey {
  const { key, fault } = keys.keyOf({ id, name, organisation: agency });
  if (!key) throw new Error(fault.code);
  return key;
}

function pdfOf(signing: Awaited<ReturnType<typeof signAsPerson>>): Uint8Array {
  if (!signing.pdf) throw new Error(signing.fault.code);
  return signing.pdf;
}
