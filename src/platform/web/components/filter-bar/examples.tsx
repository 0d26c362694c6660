/** Example of the filter bar. */
import type { Example } from '../../style-guide/example.ts';
import { Button } from '../button/button.tsx';
import { FilterBar } from './filter-bar.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Đã chọn ba hồ sơ',
    show: (
      <FilterBar
        action="#loc"
        filters={[
          {
            name: 'linh-vuc',
            label: 'Lĩnh vực',
            value: '',
            options: [
              { value: '', label: 'tất cả' },
              { value: 'ho-tich', label: 'Hộ tịch' },
            ],
          },
        ]}
      >
        <b>Đã chọn 3</b>
        <Button type="button" variant="secondary">
          Chuyển bước…
        </Button>
      </FilterBar>
    ),
  },
];
