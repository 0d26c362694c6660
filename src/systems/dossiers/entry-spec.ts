/** How an entry type of dossiers is written down: its title, the contract of its body by version, and a sample of each version ever written. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const Code = Type.String();
export const At = Type.String();
export const Money = Type.Integer({ minimum: 0 });
export const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const code = 'H53.101.1-261123-0001';
export const file = '01939b5e-0000-7000-8000-000000000001';
export const at = '2026-11-23T09:00:00+07:00';

type Body = Parameters<typeof Type.Object>[0];
type Sample = EntrySpec['versions'][number]['sample'];

export const version = (number: number, body: Body, sample: Sample): EntrySpec['versions'][number] => ({
  version: number,
  body: Type.Object({ code: Code, ...body }, { additionalProperties: false }),
  sample: { code, ...sample },
});

/** `sample` is version 1 unless a later version is listed beside it. */
export const v1 = (title: EntrySpec['title'], body: Body, sample: Sample): EntrySpec => ({
  title,
  versions: [version(1, body, sample)],
});

/** Of an act that issues a slip; since version 2 with the slip's number, null where its form has none. */
export const withSlip = (title: EntrySpec['title'], body: Body, sample: Sample): EntrySpec => ({
  title,
  versions: [
    version(1, body, sample),
    version(2, { ...body, slip: OrNull(Type.String({ pattern: '^[0-9]+$' })) }, { ...sample, slip: '15' }),
  ],
});
