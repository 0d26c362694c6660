/** Example of the question band. */
import type { Example } from '../../style-guide/example.ts';
import { SearchBox } from '../search-box/search-box.tsx';
import { QuestionBand } from './question-band.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Trang chủ',
    show: (
      <QuestionBand
        level={3}
        question="Bạn cần làm thủ tục gì?"
        popular={{ label: 'Nhiều người đang tìm', links: [{ label: 'Chứng thực bản sao', href: '#chung-thuc' }] }}
      >
        <SearchBox action="#tim-thu-tuc" label="Tìm thủ tục ở trang chủ" placeholder="Ví dụ: khai sinh cho con" />
      </QuestionBand>
    ),
  },
];
