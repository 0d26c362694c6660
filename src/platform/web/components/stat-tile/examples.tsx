/** Examples of the stat tile. */
import type { Example } from '../../style-guide/example.ts';
import { StatTile } from './stat-tile.tsx';

const asOf = 'Số liệu đến 14:00 ngày 23/11/2026';

export const examples: readonly Example[] = [
  { state: 'Bình thường', show: <StatTile label="Hồ sơ đang xử lý" value="446" unit="hồ sơ" asOf={asOf} /> },
  {
    state: 'Có nguy cơ',
    show: (
      <StatTile
        label="Trả đúng hạn"
        value="88,6 %"
        parts="24.310 / 27.438 hồ sơ"
        tone="warning"
        asOf={asOf}
        href="#dung-han"
      />
    ),
  },
  { state: 'Chậm', show: <StatTile label="Hồ sơ quá hạn" value="12" unit="hồ sơ" tone="danger" asOf={asOf} /> },
  { state: 'Chưa có số liệu', show: <StatTile label="Hài lòng" parts="0 lượt đánh giá" asOf={asOf} /> },
];
