/** Examples of section headings. */
import type { Example } from '../../style-guide/example.ts';
import { SectionHeading } from './section-heading.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Có đường tới tất cả',
    show: (
      <SectionHeading more={{ label: 'Xem tất cả', about: 'thông báo', href: '#thong-bao' }}>Thông báo</SectionHeading>
    ),
  },
];
