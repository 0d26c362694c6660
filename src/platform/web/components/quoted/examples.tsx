/** Examples of quoted words. */
import type { Example } from '../../style-guide/example.ts';
import { Quoted } from './quoted.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Thư điện tử',
    show: (
      <Quoted place="Thư điện tử" lang="vi" title="Hồ sơ H53.15-261123-0001 đã được tiếp nhận">
        {'Hồ sơ đã đủ và được tiếp nhận giải quyết.\n\nXem trên cổng dịch vụ công: https://dichvucong.example/ho-so'}
      </Quoted>
    ),
  },
  {
    state: 'Dòng đã đổi',
    show: (
      <Quoted place="Nội dung, tiếng Việt" lang="vi">
        <p>
          <b>Bỏ: </b>
          <del>Hẹn trả ngày mai.</del>
        </p>
        <p>
          <b>Thêm: </b>
          <ins>Trả kết quả ngày mai.</ins>
        </p>
      </Quoted>
    ),
  },
];
