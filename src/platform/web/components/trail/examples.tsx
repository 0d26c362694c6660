/** Examples of the trail. */
import type { Example } from '../../style-guide/example.ts';
import { BackLink, Breadcrumb } from './trail.tsx';

export const examples: readonly Example[] = [
  { state: 'Quay lại', show: <BackLink href="#ho-so">Hồ sơ của tôi</BackLink> },
  {
    state: 'Vị trí',
    show: (
      <Breadcrumb
        crumbs={[
          { label: 'Thủ tục', href: '#thu-tuc' },
          { label: 'Hộ tịch', href: '#ho-tich' },
        ]}
      />
    ),
  },
];
