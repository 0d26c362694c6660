/** Examples of the search box. */
import type { Example } from '../../style-guide/example.ts';
import { SearchBox } from './search-box.tsx';

export const examples: readonly Example[] = [
  { state: 'Trống', show: <SearchBox action="#tim" label="Tìm thủ tục" placeholder="Ví dụ: khai sinh cho con" /> },
  { state: 'Đã gõ', show: <SearchBox action="#tim" label="Tìm thủ tục, lần nữa" value="khai sinh" /> },
];
