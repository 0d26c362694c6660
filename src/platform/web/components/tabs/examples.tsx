/** Example of tabs. */
import type { Example } from '../../style-guide/example.ts';
import { Tabs } from './tabs.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Hàng đợi',
    show: (
      <Tabs
        label="Hàng đợi mẫu"
        tabs={[
          { label: 'Việc của tôi', href: '#cua-toi', count: '31', current: true },
          { label: 'Quá hạn', href: '#qua-han', count: '3', late: true },
          { label: 'Chờ ký', href: '#cho-ky', count: '999+' },
        ]}
      >
        Cập nhật 14:05:10
      </Tabs>
    ),
  },
];
