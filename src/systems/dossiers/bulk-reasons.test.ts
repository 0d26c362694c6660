import { expect, test } from 'vitest';
import { type BulkReasons, reasonFor, supplementFor } from './bulk-reasons.ts';
import type { DossierState } from './dossier-state.ts';

const about = (id: string, code: string) =>
  ({
    id,
    definition: { code },
    components: [
      { key: 'don', name: { vi: 'Tờ khai' }, handling: 'handed-in' },
      { key: 'cu-tru', name: { vi: 'Thông tin cư trú' }, handling: 'data' },
    ],
  }) as unknown as DossierState;
const [birth, death] = [about('1', '1.001193'), about('2', '1.000656')];
const said = (part: Partial<BulkReasons>): BulkReasons => ({
  common: '',
  papers: new Set(),
  own: new Map(),
  ...part,
});

test('what was said for one stands alone; the rest get the common words and the papers of their own procedure', () => {
  const reasons = said({
    common: 'Ảnh mờ.',
    papers: new Set(['1.001193|don', '1.001193|cu-tru']),
    own: new Map([['2', 'Sai tên đệm.']]),
  });
  expect(reasonFor(birth, reasons)).toBe('Ảnh mờ. Giấy tờ thiếu hoặc chưa hợp lệ: Tờ khai.');
  expect(reasonFor(death, reasons)).toBe('Sai tên đệm.');
  expect(supplementFor(birth, reasons)).toEqual({ items: [{ component: 'don', text: 'Ảnh mờ.' }], reason: 'Ảnh mờ.' });
  expect(supplementFor(death, reasons)).toEqual({
    items: [{ component: null, text: 'Sai tên đệm.' }],
    reason: 'Sai tên đệm.',
  });
});

test('where only papers of another procedure were ticked, nothing is asked of this one', () => {
  const reasons = said({ common: 'Ảnh mờ.', papers: new Set(['1.001193|don']) });
  expect(supplementFor(death, reasons).items).toEqual([]);
  expect(reasonFor(death, said({ papers: new Set(['1.001193|don']) }))).toBe('');
  expect(supplementFor(death, said({ common: 'Ảnh mờ.' })).items).toEqual([{ component: null, text: 'Ảnh mờ.' }]);
});
