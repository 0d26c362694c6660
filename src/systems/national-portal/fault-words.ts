/** Fault words: why the national portal has not taken a message, and what its statuses are called. */
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { NationalStatus } from '../dossiers/index.ts';
import type { MessageFault } from './tables.ts';

export const FAULT_NAMES: Readonly<Record<MessageFault, Required<LocalText>>> = {
  unreachable: { vi: 'Không kết nối được', en: 'Not reached' },
  timeout: { vi: 'Không trả lời kịp', en: 'No answer in time' },
  closed: { vi: 'Cổng đang ngừng phục vụ', en: 'The portal is closed' },
  'login-refused': { vi: 'Không đăng nhập được', en: 'The login was refused' },
  'session-lost': { vi: 'Phiên làm việc bị kết thúc', en: 'The session was ended' },
  failed: { vi: 'Cổng gặp lỗi', en: 'The portal failed' },
  unreadable: { vi: 'Không đọc được câu trả lời', en: 'The answer could not be read' },
  refused: { vi: 'Cổng không nhận', en: 'The portal refused it' },
};

/** TrangThaiHoSo. */
export const STATUS_NAMES: Readonly<Record<NationalStatus, Required<LocalText>>> = {
  1: { vi: 'Mới đăng ký', en: 'Newly filed' },
  2: { vi: 'Được tiếp nhận', en: 'Accepted' },
  3: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  4: { vi: 'Đang xử lý', en: 'Being processed' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'More papers asked for' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment asked for' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Decided' },
  10: { vi: 'Đã trả kết quả', en: 'Result handed over' },
};
