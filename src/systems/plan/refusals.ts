/** Refusals of the plan: each broken rule with its stable code and its sentence. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';

export const planRefusals = {
  'plan.same-person': {
    text: {
      vi: 'Người nhập không được tự duyệt hay tự hủy: người khác phải làm.',
      en: 'Who entered it cannot approve or annul it: another person has to.',
    },
  },
  'plan.already-decided': {
    text: {
      vi: 'Số liệu này không còn chờ duyệt. Hãy tải lại trang để xem ai đã làm gì.',
      en: 'This value no longer waits. Load the page again to see who did what.',
    },
  },
  'plan.record-decided': {
    text: {
      vi: 'Dòng này không còn chờ duyệt. Hãy tải lại trang để xem ai đã làm gì.',
      en: 'This line no longer waits. Load the page again to see who did what.',
    },
  },
  'plan.not-approved': {
    text: {
      vi: 'Chỉ hủy được số liệu đang được tính. Hãy tải lại trang để xem ai đã làm gì.',
      en: 'Only a value that counts can be annulled. Load the page again to see who did what.',
    },
  },
  'plan.reason-missing': {
    text: { vi: 'Hãy ghi lý do không duyệt hoặc hủy.', en: 'Say why it is not approved or annulled.' },
  },
  'plan.not-the-author': {
    text: { vi: 'Chỉ người nhập được rút lại số liệu.', en: 'Only who entered it can take it back.' },
  },
  'plan.code-taken': {
    text: { vi: 'Mã này đã có. Mở dòng ấy để sửa.', en: 'This code is taken. Open that line to change it.' },
  },
  'plan.record-moved': {
    text: {
      vi: 'Người khác vừa sửa dòng này. Mở lại bảng để xem rồi sửa tiếp.',
      en: 'Somebody has changed this line meanwhile. Open the sheet again, look, then change it.',
    },
  },
  'plan.record-used': {
    text: {
      vi: 'Dòng {by} đang dùng mã này: sửa dòng ấy trước.',
      en: 'Line {by} uses this code: change that one first.',
    },
  },
  'plan.file-missing': { text: { vi: 'Hãy chọn tệp.', en: 'Choose a file.' } },
  'plan.file-not-a-table': {
    text: {
      vi: 'Tệp này không phải CSV (UTF-8) hoặc XLSX. Tải bảng về làm mẫu.',
      en: 'This file is no CSV (UTF-8) or XLSX. Download the sheet as a pattern.',
    },
  },
  'plan.file-headings': {
    text: {
      vi: 'Không tìm thấy dòng tiêu đề đủ các cột bắt buộc. Tải bảng về làm mẫu.',
      en: 'No heading row with all required columns was found. Download the sheet as a pattern.',
    },
  },
  'plan.file-empty': { text: { vi: 'Tệp không có dòng dữ liệu nào.', en: 'The file has no line of data.' } },
  'plan.file-too-long': {
    text: { vi: 'Tệp quá 5.000 dòng. Chia thành nhiều tệp.', en: 'More than 5,000 lines. Split the file.' },
  },
  'plan.file-unpacks-too-large': {
    text: {
      vi: 'Bảng tính giải nén ra quá 32 MB. Chỉ để lại trang tính có các dòng cần nhập, rồi lưu lại.',
      en: 'The workbook unpacks to more than 32 MB. Keep only the sheet with the lines to bring in, and save it again.',
    },
  },
} as const satisfies Record<string, RefusalSpec>;
