/** Examples of the citizen's timeline. */
import type { Example } from '../../style-guide/example.ts';
import { Timeline } from './timeline.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Đang chờ người nộp',
    show: (
      <Timeline
        steps={[
          {
            state: 'done',
            title: 'Tiếp nhận tại một cửa',
            detail: 'Bà Lê Ngọc Ánh nhận, đã thu lệ phí 75.000 đồng.',
            at: '16/11/2026 08:15',
          },
          {
            state: 'waiting',
            title: 'chờ bà bổ sung bản vẽ',
            detail: 'Ông Trần Minh Khôi, chuyên viên Phòng Kinh tế xã Vàm Cỏ, yêu cầu. Đồng hồ đang dừng.',
            at: '20/11/2026 15:40',
          },
          { state: 'to-come', title: 'Thẩm định bản vẽ', detail: 'Phòng Kinh tế, 4 ngày làm việc' },
          { state: 'to-come', title: 'Trả giấy phép', detail: 'Bản điện tử vào kho của bà' },
        ]}
      />
    ),
  },
  {
    state: 'Đang xử lý',
    show: (
      <Timeline
        steps={[
          { state: 'done', title: 'Tiếp nhận', at: '16/11/2026 08:15' },
          { state: 'now', title: 'thẩm định', detail: 'Ông Trần Minh Khôi giữ từ 16/11/2026 09:30' },
        ]}
      />
    ),
  },
];
