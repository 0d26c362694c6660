import { describe, expect, test } from 'vitest';
import { sampleArchive } from '../../../test/harness/sample-archive.ts';
import { unpacksWithin } from './unpacked-size.ts';

const MB = 1024 * 1024;

describe('how much an archive unpacks to', () => {
  test('is summed over its parts', () => {
    const three = sampleArchive(['a', 'b', 'c'].map((name) => ({ name, content: Buffer.alloc(1000) })));
    expect(unpacksWithin(three, 3000)).toBe('within');
    expect(unpacksWithin(three, 2999)).toBe('too-large');
  });

  test.each([
    ['what its directory says', 400 * MB],
    ['what comes out, though its directory says less', 10],
  ])('is told by %s, and no more is unpacked than may be', (_, claims) => {
    const bomb = sampleArchive([{ name: 'sheet.xml', content: Buffer.alloc(MB), times: 400, claims }]);
    expect(bomb.length).toBeLessThan(MB);
    const [before, started] = [process.resourceUsage().maxRSS, performance.now()];
    expect(unpacksWithin(bomb, 4 * MB)).toBe('too-large');
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(60 * 1024);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('is told of parts without room left for them', () => {
    const two = sampleArchive(['a', 'b'].map((name) => ({ name, content: Buffer.alloc(1000), claims: 0 })));
    expect(unpacksWithin(two, 1000)).toBe('too-large');
  });

  test.each([
    ['no archive', Buffer.from('PK\u0003\u0004 no archive')],
    ['bytes before it, which move every place', Buffer.concat([Buffer.alloc(10), sampleArchive([])])],
    ['a part cut off', sampleArchive([{ name: 'a', content: Buffer.from('a') }]).fill(0xff, 31, 34)],
    ['a directory cut off', sampleArchive([{ name: 'a', content: Buffer.from('a') }]).subarray(0, -4)],
    [
      'a part as large as those of ZIP64',
      sampleArchive([{ name: 'a', content: Buffer.from('a'), claims: 2 ** 32 - 1 }]),
    ],
  ])('is not told of %s', (_, bytes) => expect(unpacksWithin(bytes, MB)).toBe('unreadable'));

  test('is not told of parts that share their bytes', () => {
    const part = { name: 'a', content: Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251)) };
    const one = sampleArchive([part]);
    const two = sampleArchive([part, part]);
    const directory = two.length - 22 - 2 * 47;
    // the second entry points at the first part, whose bytes are all there are
    two.writeUInt32LE(0, directory + 47 + 42);
    const start = one.length - 22 - 47;
    const shared = Buffer.concat([two.subarray(0, start), two.subarray(directory)]);
    shared.writeUInt32LE(start, shared.length - 6);
    expect(unpacksWithin(shared, MB)).toBe(start * 2 > shared.length ? 'unreadable' : 'within');
    expect(start * 2).toBeGreaterThan(shared.length);
  });
});
