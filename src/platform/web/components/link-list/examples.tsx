/** Examples of the link list. */
import type { Example } from '../../style-guide/example.ts';
import { CommaList } from '../comma-list/comma-list.tsx';
import { LinkList } from './link-list.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Việc trong đời',
    show: (
      <LinkList
        columns
        rows={[
          {
            href: '#sinh-con',
            icon: 'baby-carriage',
            title: 'Sinh con',
            detail: <CommaList text="Khai sinh, thường trú, thẻ bảo hiểm y tế" />,
          },
          {
            href: '#ket-hon',
            icon: 'hearts',
            title: 'Kết hôn',
            detail: <CommaList text="Đăng ký, xác nhận hôn nhân" />,
          },
        ]}
      />
    ),
  },
  {
    state: 'Kết quả tìm',
    show: (
      <LinkList
        rows={[{ href: '#khai-sinh', title: 'Đăng ký khai sinh', detail: '1.001193 · Hộ tịch · Trong ngày' }]}
      />
    ),
  },
];
