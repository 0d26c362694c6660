/** Words that the pages of dated settings share. */
import type { LocalText } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import type { ListedVersion } from '../setting-versions.ts';

export const settingTexts = defineTexts({
  draft: { vi: 'Bản nháp', en: 'Draft' },
  versions: { vi: 'Các phiên bản', en: 'Versions' },
  version: { vi: (number: number) => `Phiên bản ${number}`, en: (number: number) => `Version ${number}` },
  atOnce: { vi: 'từ khi nạp', en: 'since it was loaded' },
  pack: { vi: 'Gói dữ liệu của tỉnh', en: 'Province pack' },
  somebody: { vi: 'một người quản trị', en: 'an administrator' },
});

export const STATES: Readonly<Record<ListedVersion['state'], Required<LocalText>>> = {
  'in-force': { vi: 'Đang áp dụng', en: 'In force' },
  scheduled: { vi: 'Chờ đến ngày', en: 'Scheduled' },
  replaced: { vi: 'Đã bị thay', en: 'Replaced' },
  waits: { vi: 'Gói mới hơn, chờ bạn dùng', en: 'Newer pack, waits for you' },
};
