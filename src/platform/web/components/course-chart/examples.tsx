/** Examples of the course chart. */
import type { Example } from '../../style-guide/example.ts';
import { CourseChart } from './course-chart.tsx';
import type { CoursePoint } from './course-layout.ts';

const points = (values: readonly (number | null)[]): CoursePoint[] =>
  values.map((value, place) => ({
    key: `${place}`,
    label: `${(place % 12) + 1}/26`,
    value,
    running: place === values.length - 1,
  }));

export const examples: readonly Example[] = [
  {
    state: 'Có ngưỡng, thiếu một kỳ',
    show: (
      <CourseChart
        unit="%"
        most={100}
        points={points([71, 74, 78, null, 83, 86, 84, 88, 91, 92, 93, 92])}
        limits={[
          { value: 90, text: 'tốt từ 90 %', tone: 'good' },
          { value: 80, text: 'cảnh báo dưới 80 %', tone: 'warn' },
        ]}
      />
    ),
  },
  {
    state: 'Có mục tiêu',
    show: (
      <CourseChart
        unit="hồ sơ"
        direction="down"
        points={points([412, 388, 301, 266, 280, 214])}
        limits={[{ value: 200, text: 'mục tiêu ≤ 200 hồ sơ', tone: 'target' }]}
      />
    ),
  },
];
