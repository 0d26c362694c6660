/** Example of the comma list. */
import type { Example } from '../../style-guide/example.ts';
import { CommaList } from './comma-list.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Không cắt giữa từ ghép',
    show: (
      <p>
        <CommaList text="Thường trú, tạm trú, tách hộ, thẻ bảo hiểm y tế" />
      </p>
    ),
  },
];
