/** Examples of the officer's timeline. */
import type { Example } from '../../style-guide/example.ts';
import { OfficerTimeline } from './officer-timeline.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Mới nhất trước',
    show: (
      <OfficerTimeline
        entries={[
          {
            at: '20/11 16:12',
            act: 'Yêu cầu bổ sung lần 2,',
            detail: 'Trần Minh Khôi: giấy xác nhận nơi cư trú trước đây.',
            mark: 'V03.H53.15-261123-0001.7',
          },
          {
            at: '20/11 09:31',
            act: 'Công dân bổ sung',
            detail: 'bản án ly hôn. Đồng hồ chạy lại, đã dừng 4 giờ 10 phút.',
          },
          { at: '18/11 08:40', act: 'Tiếp nhận', detail: 'trực tuyến, lệ phí 8.000 đồng đã thanh toán.' },
        ]}
      />
    ),
  },
];
