/** Example of the confirmation. */
import type { Example } from '../../style-guide/example.ts';
import { Confirmation } from './confirmation.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Đã gửi',
    show: (
      <Confirmation
        level={3}
        title="Hồ sơ của bà Nguyễn Thị Hoa đã được gửi lúc 08 giờ 15 phút ngày 23/11/2026."
        codeLabel="Mã hồ sơ"
        code="H53.15-261123-0001"
      />
    ),
  },
];
