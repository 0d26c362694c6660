/** Examples of the summary list. */
import type { Example } from '../../style-guide/example.ts';
import { SummaryList } from './summary-list.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Thông tin',
    show: (
      <SummaryList
        rows={[
          { label: 'Người nộp', value: 'Nguyễn Thị Hoa' },
          { label: 'Nơi xây dựng', value: 'Thửa 214, tờ 12, ấp Bình Lợi, xã Vàm Cỏ' },
          { label: 'Lệ phí', value: '75.000 đồng, đã thu' },
        ]}
      />
    ),
  },
  {
    state: 'Kiểm tra lại trước khi nộp',
    show: (
      <SummaryList
        rows={[
          {
            label: 'Họ, chữ đệm và tên',
            value: 'Trần Minh An',
            change: { href: '#ten', label: 'Sửa', about: 'họ, chữ đệm và tên' },
          },
          { label: 'Ngày sinh', value: '05/11/2026', change: { href: '#ngay-sinh', label: 'Sửa', about: 'ngày sinh' } },
        ]}
      />
    ),
  },
];
