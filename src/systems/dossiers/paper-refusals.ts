/** Refusals about offices and papers: where a dossier is received and returned, what is carried between, what is digitised. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';

export const paperRefusals = {
  'dossiers.not-an-office': {
    text: {
      vi: 'Nơi đã chọn không phải bộ phận một cửa đang hoạt động.',
      en: 'What was chosen is not a one-stop office that is open.',
    },
  },
  'dossiers.no-such-transfer': {
    text: { vi: 'Không có lần luân chuyển này.', en: 'There is no such transfer.' },
  },
  'dossiers.transfer-sent-already': {
    text: { vi: 'Giấy tờ này đã được ghi là đã gửi.', en: 'These papers are marked as sent already.' },
  },
  'dossiers.transfer-taken-already': {
    text: { vi: 'Giấy tờ này đã được xác nhận là đã nhận.', en: 'These papers have been taken in already.' },
  },
  'dossiers.result-underway': {
    text: {
      vi: 'Bản giấy của kết quả chưa về tới nơi trả; xác nhận đã nhận ở mục Luân chuyển giấy tờ rồi hãy trả.',
      en: 'The paper result has not come to this office yet; take it in under Transfers first.',
    },
  },
  'dossiers.not-received-here': {
    text: {
      vi: 'Việc này do bộ phận một cửa đã nhận giấy tờ làm.',
      en: 'This is done by the office that took the papers in.',
    },
  },
  'dossiers.no-such-paper': {
    text: { vi: 'Hồ sơ không có giấy tờ này để số hóa.', en: 'The dossier has no such paper to digitise.' },
  },
  'dossiers.paper-checked-already': {
    text: { vi: 'Giấy tờ này đã được kiểm tra.', en: 'This paper has been checked.' },
  },
  'dossiers.paper-not-checked': {
    text: { vi: 'Kiểm tra bản giấy trước khi quét.', en: 'Check the paper before it is scanned.' },
  },
  'dossiers.paper-not-scanned': {
    text: { vi: 'Giấy tờ này chưa có trang nào.', en: 'This paper has no page yet.' },
  },
  'dossiers.too-many-pages': {
    text: { vi: 'Một giấy tờ có nhiều nhất {most} trang.', en: 'A paper has {most} pages at most.' },
  },
  'dossiers.paper-coded-already': {
    text: { vi: 'Giấy tờ này đã có mã.', en: 'This paper has its code already.' },
  },
  'dossiers.paper-not-coded': {
    text: { vi: 'Gắn mã cho giấy tờ trước khi ký.', en: 'Give the paper its code before signing.' },
  },
  'dossiers.paper-signed-already': {
    text: { vi: 'Bản số hóa đã được ký, không sửa được nữa.', en: 'The copy is signed and can’t be changed.' },
  },
  'dossiers.pages-unreadable': {
    text: {
      vi: 'Có trang không đọc được. Xóa trang đó rồi quét hoặc chụp lại, dạng JPG hoặc PNG.',
      en: 'A page cannot be read. Remove it and scan or photograph it again, as JPG or PNG.',
    },
  },
  'dossiers.copy-not-pictures': {
    text: {
      vi: 'Bản quét của bản chính có tệp không phải ảnh. Quét hoặc chụp lại thành JPG hoặc PNG ở trang số hóa giấy tờ, rồi ký.',
      en: 'A scan of the original is no picture. Scan or photograph it again as JPG or PNG on the page of digitisation, then sign.',
    },
  },
} as const satisfies Record<string, RefusalSpec>;
