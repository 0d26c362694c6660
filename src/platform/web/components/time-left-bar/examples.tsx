/** Examples of the time-left bar. */
import type { Example } from '../../style-guide/example.ts';
import { TimeLeftBar, type TimeCell } from './time-left-bar.tsx';

const cells = (used: number, paused: number, left: number, over = 0): TimeCell[] => [
  ...Array<TimeCell>(used).fill('used'),
  ...Array<TimeCell>(paused).fill('paused'),
  ...Array<TimeCell>(left).fill('left'),
  ...Array<TimeCell>(over).fill('over'),
];

export const examples: readonly Example[] = [
  {
    state: 'Đang dừng',
    show: (
      <TimeLeftBar
        sentence={
          <>
            <b>Đã dùng 4 trên 10 ngày làm việc.</b> Đồng hồ dừng từ 15:40 ngày 20/11/2026.
          </>
        }
        cells={cells(4, 1, 5)}
        captions={['Nhận 16/11', 'Dừng 1 ngày', 'Trả 01/12']}
      />
    ),
  },
  {
    state: 'Quá hạn, nhỏ',
    show: <TimeLeftBar small sentence="Quá hạn 1 ngày, đã dùng 4 trên 3 ngày làm việc." cells={cells(3, 0, 0, 1)} />,
  },
  { state: 'Rất dài', show: <TimeLeftBar sentence="Đã dùng 20 trên 60 ngày làm việc." cells={cells(20, 0, 40)} /> },
];
