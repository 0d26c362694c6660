/** Examples of the scoreboard. */
import type { Example } from '../../style-guide/example.ts';
import { Scoreboard, type ScoreLine } from './scoreboard.tsx';
import { StatusStrip } from './status-strip.tsx';

const line: ScoreLine = {
  code: 'T25-E2',
  name: 'Hồ sơ giải quyết theo dịch vụ công trực tuyến',
  href: '#chi-tieu',
  value: '71,4 %',
  parts: '131.402 / 184.036 hồ sơ',
  target: ['≥ 60 %'],
  due: '31/12/2026',
  bar: { filled: 714, tick: 600 },
  trend: [52, 55, null, 58, 60, 62, 63, 66, 68, 69, 70, 71],
  forecast: '73 %',
  status: 'met',
};

export const examples: readonly Example[] = [
  {
    state: 'Đạt, có nguy cơ, chưa có số liệu',
    show: (
      <Scoreboard
        groups={[
          {
            key: 'vi-du',
            title: 'Dịch vụ công',
            lines: [
              line,
              {
                ...line,
                code: 'T25-E3',
                value: '88,6 %',
                bar: { filled: 886, tick: 900 },
                forecast: '89,1 %',
                shortfall: 'thiếu 0,9 điểm',
                status: 'at-risk',
              },
              {
                code: 'T30-2a',
                name: 'Giảm thủ tục hành chính nhờ dữ liệu',
                href: '#chi-tieu',
                parts: 'chưa nhập mốc ban đầu',
                target: ['≥ 30 %'],
                due: '31/12/2030',
                bar: { filled: 0, tick: 300 },
                trend: [],
                status: 'no-data',
              },
            ],
          },
        ]}
      />
    ),
  },
  {
    state: 'Tổng hợp trạng thái',
    show: (
      <StatusStrip
        shares={[
          { status: 'met', count: 14 },
          { status: 'on-track', count: 11 },
          { status: 'at-risk', count: 4 },
          { status: 'late', count: 1 },
          { status: 'no-data', count: 1 },
        ]}
      />
    ),
  },
];
