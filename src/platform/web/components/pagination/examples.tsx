/** Examples of pagination. */
import type { Example } from '../../style-guide/example.ts';
import { Pagination } from './pagination.tsx';

export const examples: readonly Example[] = [
  { state: 'Đầu', show: <Pagination label="Trang, ở đầu" summary="1–30 trên 999+" next="#sau" /> },
  { state: 'Giữa', show: <Pagination label="Trang, ở giữa" summary="31–60 trên 999+" previous="#truoc" next="#sau" /> },
  { state: 'Cuối', show: <Pagination label="Trang, ở cuối" summary="991–1.004" previous="#truoc" /> },
];
