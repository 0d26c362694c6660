/** Examples of the data table. */
import type { Example } from '../../style-guide/example.ts';
import { type Column, DataTable } from './data-table.tsx';

const fees = [
  { name: 'Lệ phí cấp giấy phép xây dựng nhà ở', amount: '75.000 đồng' },
  { name: 'Bản sao trích lục', amount: '8.000 đồng' },
];
const columns: readonly Column<(typeof fees)[number]>[] = [
  { key: 'name', head: 'Khoản', names: true, cell: (fee) => fee.name },
  { key: 'amount', head: 'Mức', align: 'end', cell: (fee) => fee.amount },
];

export const examples: readonly Example[] = [
  {
    state: 'Để đọc',
    show: <DataTable caption="Các khoản phải nộp" columns={columns} rows={fees} keyOf={(fee) => fee.name} />,
  },
  {
    state: 'Nhiều cột số',
    show: (
      <DataTable
        wide
        caption="Hồ sơ theo tháng"
        columns={[
          { key: 'unit', head: 'Đơn vị', names: true, cell: () => 'Ủy ban nhân dân phường Tân Ninh' },
          ...Array.from({ length: 12 }, (_, month) => ({
            key: `${month}`,
            head: `Tháng ${month + 1}`,
            align: 'end' as const,
            cell: () => `${120 + month * 7}`,
          })),
        ]}
        rows={['']}
        keyOf={() => 'unit'}
      />
    ),
  },
];
