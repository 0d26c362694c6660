/** A new procedure (thủ tục mới): what the first page asks, checked, and the draft it begins with; everything else is still to be said. */
import type { Db } from '../../../platform/db/database.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { keyFrom } from '../../../platform/text/key-from.ts';
import { isNationalCode } from '../code.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { fieldKey } from '../listing.ts';
import type { ProcedureTables } from '../tables.ts';
import { findDraft } from './draft.ts';

export interface NewProcedure {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly field: string;
}

export type NewProcedureFault = { readonly name: keyof NewProcedure; readonly message: Required<LocalText> };

/** Name and field may be left out for a code that the national catalogue knows. */
export async function newProcedure(
  db: Db<ProcedureTables>,
  asked: NewProcedure,
): Promise<{ readonly definition: ProcedureDefinition } | { readonly faults: readonly NewProcedureFault[] }> {
  const { code, nameEn } = asked;
  if (!isNationalCode(code)) return { faults: [CODE] };
  const known = await db
    .selectFrom('procedures.procedure')
    .select(['name', 'field_name', 'offered'])
    .where('code', '=', code)
    .executeTakeFirst();
  const alias = await db.selectFrom('procedures.alias').select('code').where('code', '=', code).executeTakeFirst();
  if (known?.offered || alias || (await findDraft(db, code))) return { faults: [TAKEN] };
  const name = asked.name || known?.name.vi || '';
  const field = asked.field || known?.field_name.vi || '';
  const faults = [...(name === '' ? [NAME] : []), ...(fieldKey(field) === '' ? [FIELD] : [])];
  if (faults.length > 0) return { faults };
  return { definition: blank(code, { vi: name, ...(nameEn !== '' && { en: nameEn }) }, { vi: field }) };
}

const blank = (code: string, name: LocalText, fieldName: LocalText): ProcedureDefinition => ({
  code,
  name,
  valid: {},
  field: { code: fieldCode(fieldName.vi), name: fieldName },
  levels: [],
  subjects: [],
  online: { level: 'unknown' },
  term: {},
  channels: [],
  components: [],
  fees: [],
  results: [],
  legalBasis: [],
  silence: { effect: 'none' },
});

export const fieldCode = (field: string): string => keyFrom(field, new Set(), { most: 60, otherwise: 'khac' });

const CODE: NewProcedureFault = {
  name: 'code',
  message: {
    vi: 'Mã thủ tục gồm một chữ số, dấu chấm và sáu chữ số, ví dụ 1.001193.',
    en: 'A code is one digit, a full stop and six digits, such as 1.001193.',
  },
};
const TAKEN: NewProcedureFault = {
  name: 'code',
  message: {
    vi: 'Mã này đã có thủ tục hoặc bản nháp. Tìm mã trong danh sách để sửa.',
    en: 'There is a procedure or a draft with this code. Find it in the list to edit it.',
  },
};
const NAME: NewProcedureFault = {
  name: 'name',
  message: { vi: 'Nhập tên thủ tục.', en: 'Enter the name of the procedure.' },
};
const FIELD: NewProcedureFault = {
  name: 'field',
  message: { vi: 'Nhập lĩnh vực.', en: 'Enter the field of administration.' },
};
