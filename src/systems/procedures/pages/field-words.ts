/** Field words: what the fields of a national record are called. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { RecordField } from '../import/record-difference.ts';

export const FIELD_NAMES: Readonly<Record<RecordField, Required<LocalText>>> = {
  name: { vi: 'Tên thủ tục', en: 'Name' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  state: { vi: 'Trạng thái', en: 'State' },
  type: { vi: 'Loại thủ tục', en: 'Type' },
  promulgatedBy: { vi: 'Cơ quan ban hành', en: 'Promulgated by' },
  executedBy: { vi: 'Cơ quan thực hiện', en: 'Executed by' },
  subjects: { vi: 'Đối tượng thực hiện', en: 'For whom' },
  channels: { vi: 'Cách thực hiện, thời hạn, phí', en: 'Channels, terms, fees' },
  cases: { vi: 'Trường hợp', en: 'Cases' },
  components: { vi: 'Thành phần hồ sơ', en: 'Components' },
  requirements: { vi: 'Yêu cầu, điều kiện', en: 'Requirements' },
  steps: { vi: 'Trình tự thực hiện', en: 'Order of steps' },
  results: { vi: 'Kết quả', en: 'Results' },
  legalBasis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
};
