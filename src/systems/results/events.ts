/** What results write to the journal. */
import { type TSchema, Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const id = '01939b5e-0000-7000-8000-000000000001';
const code = 'H53.101.1-261123-0001';
const OrNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);

type Sample = EntrySpec['versions'][number]['sample'];

const v1 = (title: EntrySpec['title'], body: Record<string, TSchema>, sample: Sample): EntrySpec => ({
  title,
  versions: [{ version: 1, body: Type.Object(body, { additionalProperties: false }), sample }],
});

export const resultEntries = {
  'results.result-revoked': v1(
    { vi: 'Thu hồi, hủy bỏ kết quả', en: 'Result withdrawn' },
    { document: Type.String(), code: Type.String(), number: Type.String() },
    { document: id, code, number: '12/2026' },
  ),
  'results.paper-confirmed': v1(
    { vi: 'Xác nhận giấy tờ số hóa đúng với bản chính', en: 'Digitised paper compared with the original' },
    {
      case: Type.String(),
      code: Type.String(),
      component: Type.String(),
      component_code: OrNull(Type.String()),
      procedure: Type.String(),
      version: Type.String(),
      account: Type.String(),
      file: Type.String(),
      sha256: Type.String(),
      unit: Type.String(),
      valid_until: OrNull(Type.String()),
    },
    {
      case: id,
      code,
      component: 'giay-chung-sinh',
      component_code: null,
      procedure: '1.001193',
      version: id,
      account: id,
      file: id,
      sha256: '00',
      unit: id,
      valid_until: null,
    },
  ),
  'results.paper-removed': v1(
    { vi: 'Bỏ giấy tờ khỏi kho', en: 'Paper taken out of the store' },
    { file: Type.String() },
    { file: id },
  ),
} as const satisfies Record<string, EntrySpec>;
