/** Files as the registry lists them: what is looked at again, and what is swept. */
import { defineSystem } from '../system/define-system.ts';
import { RESCAN, RESCAN_AT, rescanFiles } from './rescan.ts';
import { sweepFiles } from './sweep.ts';

export const files = defineSystem({
  id: 'files',
  title: { vi: 'Tệp', en: 'Files' },
  uses: [],
  jobs: {
    [RESCAN]: async (platform) => {
      await rescanFiles(platform);
    },
  },
  schedules: { [RESCAN]: RESCAN_AT },
  upkeep: {
    [RESCAN]: {
      title: { vi: 'Kiểm tra mã độc các tệp còn chờ', en: 'Virus check of files that still wait for it' },
      counts: {
        released: { vi: 'tệp sạch, đã mở', en: 'clean and opened' },
        quarantined: { vi: 'tệp có mã độc, đã khóa', en: 'harmful and closed' },
        unknown: { vi: 'tệp chưa kiểm tra được', en: 'still unchecked' },
      },
      run: async (platform) => ({ ...(await rescanFiles(platform)) }),
    },
    'files.sweep': {
      title: { vi: 'Dọn nội dung tệp không còn nơi nào dùng', en: 'Contents of files that nothing uses' },
      counts: {
        contents: { vi: 'nội dung đã xóa', en: 'contents removed' },
        leftovers: { vi: 'phần tải dở đã xóa', en: 'broken uploads removed' },
      },
      run: sweepFiles,
    },
  },
});
