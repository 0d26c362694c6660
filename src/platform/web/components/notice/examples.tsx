/** Examples of notices. */
import type { Example } from '../../style-guide/example.ts';
import { Button, ButtonGroup } from '../button/button.tsx';
import { Notice } from './notice.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Cho biết',
    show: (
      <Notice title="Từ 01/07/2025 nộp tại xã">
        <p>Phòng Tư pháp cấp huyện không còn nhận hồ sơ này.</p>
      </Notice>
    ),
  },
  {
    state: 'Đã xong',
    show: (
      <Notice kind="success">
        <p>Đã lưu lúc 14:05. Có thể làm tiếp trong 30 ngày.</p>
      </Notice>
    ),
  },
  {
    state: 'Chú ý',
    show: (
      <Notice kind="warning" title="Giấy chứng sinh ghi tên khác">
        <p>Kiểm tra lại tên trước khi nộp.</p>
      </Notice>
    ),
  },
  {
    state: 'Không được',
    show: (
      <Notice kind="danger" title="Thanh toán chưa thành công">
        <p>Ngân hàng từ chối giao dịch. Chưa có khoản tiền nào bị trừ.</p>
      </Notice>
    ),
  },
  {
    state: 'Việc cần làm',
    show: (
      <Notice kind="to-do" title="Việc bà cần làm">
        <p>
          Gửi <b>bản vẽ mặt bằng tầng 1 có ghi kích thước</b>.
        </p>
        <ButtonGroup>
          <Button type="button" icon="camera">
            Chụp hoặc chọn tệp
          </Button>
          <Button type="button" variant="secondary">
            Mang đến một cửa xã Vàm Cỏ
          </Button>
        </ButtonGroup>
      </Notice>
    ),
  },
];
