/** Example of facets. */
import type { Example } from '../../style-guide/example.ts';
import { Facets } from './facets.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Một điều đang chọn',
    show: (
      <Facets
        facets={[
          {
            label: 'Lĩnh vực',
            options: [
              { label: 'Hộ tịch', count: '12', href: '#tat-ca', chosen: true },
              { label: 'Cư trú', count: '999+', href: '#cu-tru' },
            ],
          },
        ]}
      />
    ),
  },
];
