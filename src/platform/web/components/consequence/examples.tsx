/** Example of a consequence. */
import type { Example } from '../../style-guide/example.ts';
import { Consequence } from './consequence.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Trước khi bấm',
    show: (
      <Consequence>Tạm dừng tính thời gian giải quyết cho đến khi người nộp hoàn thành nghĩa vụ tài chính.</Consequence>
    ),
  },
];
