/** Examples of the dense table. */
import type { Example } from '../../style-guide/example.ts';
import { SlaChip, type TimeState } from '../tag/sla-chip.tsx';
import { DataTable } from './data-table.tsx';

interface Row {
  code: string;
  procedure: string;
  due: string;
  state: TimeState;
  left: string;
}

const rows: Row[] = [
  {
    code: '261105-0031',
    procedure: 'Tách thửa hoặc hợp thửa đất',
    due: '19/11 17:00',
    state: 'late',
    left: 'Quá 2 ngày',
  },
  {
    code: '261118-0207',
    procedure: 'Xác nhận tình trạng hôn nhân',
    due: '23/11 17:00',
    state: 'soon',
    left: 'Còn 3 giờ',
  },
  { code: '261113-0115', procedure: 'Đăng ký biến động đất đai', due: '—', state: 'paused', left: 'Tạm dừng' },
  {
    code: '261112-0069',
    procedure: 'Trợ cấp người cao tuổi',
    due: '25/11 17:00',
    state: 'in-time',
    left: 'Còn 2 ngày',
  },
];

export const examples: readonly Example[] = [
  {
    state: 'Dày, một dòng đang mở, một dòng đã chọn',
    show: (
      <DataTable
        caption="Việc của tôi"
        dense
        rows={rows}
        keyOf={(row) => row.code}
        selected="261118-0207"
        choose={{ name: 'chon', form: 'hang-loat', label: (row) => `Chọn hồ sơ ${row.code}`, chosen: ['261113-0115'] }}
        columns={[
          {
            key: 'code',
            head: 'Mã hồ sơ',
            width: 's',
            digits: true,
            names: true,
            cell: (row) => (
              <a class="ds-link" href={`#${row.code}`}>
                {row.code}
              </a>
            ),
          },
          { key: 'procedure', head: 'Thủ tục', cell: (row) => <span title={row.procedure}>{row.procedure}</span> },
          { key: 'due', head: 'Hạn trả', width: 's', align: 'end', digits: true, cell: (row) => row.due },
          {
            key: 'left',
            head: 'Thời gian',
            width: 'm',
            align: 'end',
            sort: { href: '#sap-xep', now: 'ascending' },
            cell: (row) => <SlaChip state={row.state}>{row.left}</SlaChip>,
          },
        ]}
      />
    ),
  },
];
