/** Examples of the error summary. */
import type { Example } from '../../style-guide/example.ts';
import { ErrorSummary } from './error-summary.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Sau khi gửi chưa được',
    show: (
      <ErrorSummary
        errors={[
          { name: 'so-dinh-danh', message: 'Số định danh cá nhân gồm 12 chữ số' },
          { name: 'ngay-cap', message: 'Tháng 2 năm 2026 không có ngày 31' },
          { message: 'Hồ sơ chưa có tờ khai' },
        ]}
      />
    ),
  },
];
