/** Examples of paper previews. */
import type { Example } from '../../style-guide/example.ts';
import { PaperPreview } from './paper-preview.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Đóng',
    show: <PaperPreview title="Xem giấy tiếp nhận" name="Giấy tiếp nhận hồ sơ" href="#giay" kind="pages" />,
  },
];
