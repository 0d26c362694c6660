/** What happens to papers, as the journal has it: they are carried between offices, and made signed copies at reception. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';
import { code, file, OrNull, v1 } from './entry-spec.ts';

const TRANSFER = { transfer: Type.String(), content: Type.String(), from: Type.String(), to: Type.String() };
const aTransfer = { transfer: file, content: 'papers', from: file, to: file };

export const paperEntries = {
  'dossiers.transfer-sent': v1(
    { vi: 'Gửi giấy tờ giữa hai bộ phận một cửa', en: 'Papers sent between offices' },
    { ...TRANSFER, how: Type.String(), reference: OrNull(Type.String()) },
    { ...aTransfer, how: 'post', reference: 'EB123456789VN' },
  ),
  'dossiers.transfer-taken': v1(
    { vi: 'Nhận giấy tờ từ bộ phận một cửa khác', en: 'Papers taken in from another office' },
    { ...TRANSFER, unsent: Type.Boolean() },
    { ...aTransfer, unsent: false },
  ),
  'dossiers.paper-checked': v1(
    { vi: 'Số hóa: kiểm tra bản giấy', en: 'Digitising: paper checked' },
    { component: Type.String() },
    { component: 'giay-chung-sinh' },
  ),
  'dossiers.paper-scanned': v1(
    { vi: 'Số hóa: quét hoặc chụp', en: 'Digitising: pages scanned' },
    {
      component: Type.String(),
      pages: Type.Array(Type.Object({ file: Type.String(), turn: Type.Integer({ minimum: 0, maximum: 270 }) })),
    },
    { component: 'giay-chung-sinh', pages: [{ file, turn: 90 }] },
  ),
  'dossiers.paper-coded': v1(
    { vi: 'Số hóa: gắn mã', en: 'Digitising: code given' },
    { component: Type.String(), paper: Type.String() },
    { component: 'giay-chung-sinh', paper: `${code}.01` },
  ),
  // heard by who keeps digitised papers for reuse
  'dossiers.paper-signed': v1(
    { vi: 'Số hóa: ký số', en: 'Digitising: signed' },
    {
      component: Type.String(),
      paper: Type.String(),
      file: Type.String(),
      sha256: Type.String(),
      pages: Type.Integer({ minimum: 1 }),
    },
    { component: 'giay-chung-sinh', paper: `${code}.01`, file, sha256: '00', pages: 2 },
  ),
} as const satisfies Record<string, EntrySpec>;
