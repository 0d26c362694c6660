/** Mapping of the portal's words to ours, where they say so in words: whom a procedure is for, and which levels decide it. */
import type { Level, Subject } from '../definition.ts';
import type { Listing } from '../listing.ts';
import type { ImportedRecord } from './imported-record.ts';

const SUBJECTS: Readonly<Record<string, Subject>> = {
  'Công dân Việt Nam': 'citizen',
  'Công dân Việt Nam mà không xác định được nơi thường trú hoặc nơi tạm trú': 'citizen',
  'Người nước ngoài': 'foreigner',
  'Người nước ngoài cư trú tại Việt Nam': 'foreigner',
  'Người nước ngoài đã cư trú tại Việt Nam': 'foreigner',
  'Người Việt Nam định cư ở nước ngoài': 'overseas-vietnamese',
  'Tổ chức (không bao gồm doanh nghiệp, HTX)': 'organisation',
  'Tổ chức nước ngoài': 'organisation',
  'Tổ chức Đảng': 'organisation',
  'Doanh nghiệp': 'enterprise',
  'Doanh nghiệp Việt Nam': 'enterprise',
  'Doanh nghiệp có vốn đầu tư nước ngoài': 'enterprise',
  'Hợp tác xã': 'cooperative',
  'Cán bộ, công chức, viên chức': 'official',
};

export const isKnownSubject = (text: string): boolean => Object.hasOwn(SUBJECTS, text);

/** Words that name a level; a body whose name does not (a bank, a mission abroad) gives none. */
const LEVEL_WORDS: readonly [Level, RegExp][] = [
  ['commune', /cấp xã/i],
  ['district', /cấp huyện/i],
  ['province', /cấp tỉnh|(^|; )Sở /i],
];

/** `home`: names of the province; a body of another one promulgates for itself only. */
export function listingOfRecord(record: ImportedRecord, home: readonly string[]): Listing {
  const { promulgatedBy, executedBy, subjects = [] } = record;
  const cases = record.cases ?? [];
  const terms = [...new Set((record.channels ?? []).map((channel) => channel.term.value ?? ''))];
  const [only] = terms;
  const agreed = terms.length === 1 && only && cases.every((one) => one.term.value === only) ? only : undefined;
  return {
    code: record.code,
    name: { vi: record.name },
    synonyms: [],
    fieldName: { vi: record.field.name === '' ? 'Lĩnh vực khác' : record.field.name },
    levels: LEVEL_WORDS.filter(([, words]) => words.test(executedBy)).map(([level]) => level),
    subjects: [...new Set(subjects.flatMap((subject) => SUBJECTS[subject] ?? []))],
    online: 'unknown',
    term: agreed ? { value: agreed } : null,
    source: record.kind === 'detail' ? 2 : 1,
    catalogue: {
      type: record.type ?? null,
      state: record.state || null,
      promulgatedBy: promulgatedBy || null,
      departments: executedBy || null,
      elsewhere: promulgatedBy.startsWith('UBND ') && !home.some((name) => promulgatedBy.includes(name)),
    },
  };
}
