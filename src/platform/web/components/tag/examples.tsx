/** Examples of tags and chips. */
import type { Example } from '../../style-guide/example.ts';
import { SlaChip } from './sla-chip.tsx';
import { StatusChip } from './status-chip.tsx';
import { Tag } from './tag.tsx';
import { Unconfirmed } from './unconfirmed.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Nhãn',
    show: (
      <p class="vc-row">
        <Tag>Chỉ xuất trình</Tag> <Tag tone="info">Điền trên trang này</Tag>{' '}
        <Tag tone="success" icon="check">
          Đủ giấy tờ
        </Tag>{' '}
        <Tag tone="warning" icon="alert-triangle">
          Thiếu một giấy tờ
        </Tag>{' '}
        <Tag tone="danger" icon="alert-circle">
          Cần sửa
        </Tag>{' '}
        <Tag tone="danger" solid>
          Mức cao
        </Tag>
      </p>
    ),
  },
  {
    state: 'Thời hạn: quá hạn, sắp đến hạn, tạm dừng, còn hạn',
    show: (
      <p class="vc-row">
        <SlaChip state="late">Quá 5 giờ</SlaChip> <SlaChip state="soon">Còn 3 giờ</SlaChip>{' '}
        <SlaChip state="paused">Tạm dừng</SlaChip> <SlaChip state="in-time">Còn 6 ngày</SlaChip>
      </p>
    ),
  },
  {
    state: 'Chỉ tiêu',
    show: (
      <p class="vc-row">
        <StatusChip status="met" /> <StatusChip status="on-track" /> <StatusChip status="at-risk" />{' '}
        <StatusChip status="late" /> <StatusChip status="no-data" />
      </p>
    ),
  },
  {
    state: 'Chưa đối chiếu với văn bản',
    show: (
      <p>
        8.000 đồng <Unconfirmed />
      </p>
    ),
  },
];
