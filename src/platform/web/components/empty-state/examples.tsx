/** Examples of empty states. */
import type { Example } from '../../style-guide/example.ts';
import { LinkButton } from '../button/button.tsx';
import { EmptyState } from './empty-state.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Chưa có gì',
    show: (
      <EmptyState title="Bà chưa nộp hồ sơ nào">
        <p>Hồ sơ nộp tại một cửa cũng hiện ở đây khi có số định danh của bà.</p>
        <LinkButton href="#tim" variant="secondary">
          Tìm thủ tục
        </LinkButton>
      </EmptyState>
    ),
  },
  { state: 'Đã làm hết', show: <EmptyState title="Không còn hồ sơ nào chờ ông ký" /> },
];
