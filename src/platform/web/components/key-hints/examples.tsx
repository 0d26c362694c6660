/** Example of key hints. */
import type { Example } from '../../style-guide/example.ts';
import { KeyHints } from './key-hints.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Phím của hàng đợi',
    show: (
      <KeyHints
        hints={[
          { keys: ['j', 'k'], does: 'lên xuống' },
          { keys: ['Enter'], does: 'mở' },
          { keys: ['/'], does: 'tìm' },
        ]}
      />
    ),
  },
];
