/** Examples of findings. */
import type { Example } from '../../style-guide/example.ts';
import { LinkButton } from '../button/button.tsx';
import { Finding } from './finding.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Chờ giải trình',
    show: (
      <Finding
        number="V03.H53.15-261123-0001.7"
        href="#"
        level={{ words: 'Cao', tone: 'danger', solid: true }}
        time="09:12 23/11/2026"
        title="Trả hồ sơ để bổ sung sau quá 3 ngày làm việc"
        facts={['NĐ 61/2018/NĐ-CP Điều 19 khoản 4', 'Giải trình trước 17:00 26/11/2026', 'Lãnh đạo phòng cũng thấy']}
        actions={<LinkButton href="#">Giải trình</LinkButton>}
      >
        Hồ sơ nhận ngày 17/11/2026, bị trả để bổ sung ngày 23/11/2026; tối đa là 3 ngày làm việc.
      </Finding>
    ),
  },
  {
    state: 'Mức thấp',
    show: (
      <Finding
        number="V13.H53.15-261109-0004.261116"
        level={{ words: 'Thấp', tone: 'neutral' }}
        time="08:00 23/11/2026"
        title="Kết quả chưa trả"
      >
        Kết quả ký ngày 16/11/2026, đến ngày 23/11/2026 chưa trả.
      </Finding>
    ),
  },
];
