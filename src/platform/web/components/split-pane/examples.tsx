/** Example of the split pane. */
import type { Example } from '../../style-guide/example.ts';
import { SplitPane } from './split-pane.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Một hồ sơ đang mở',
    show: (
      <SplitPane paneLabel="Hồ sơ mẫu" pane={<p class="vc-pane-part">Hồ sơ đang mở</p>}>
        <p class="vc-pane-part">Danh sách</p>
      </SplitPane>
    ),
  },
];
