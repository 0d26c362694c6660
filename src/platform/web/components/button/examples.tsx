/** Examples of buttons. */
import type { Example } from '../../style-guide/example.ts';
import { Button, ButtonGroup, LinkButton } from './button.tsx';

export const examples: readonly Example[] = [
  { state: 'Chính', show: <Button type="button">Nộp hồ sơ</Button> },
  {
    state: 'Chính, có biểu tượng',
    show: (
      <Button type="button" icon="camera">
        Chụp hoặc chọn tệp
      </Button>
    ),
  },
  {
    state: 'Phụ',
    show: (
      <Button type="button" variant="secondary">
        Lưu, làm tiếp sau
      </Button>
    ),
  },
  {
    state: 'Chữ',
    show: (
      <Button type="button" variant="tertiary">
        Bỏ tệp
      </Button>
    ),
  },
  {
    state: 'Không lấy lại được',
    show: (
      <Button type="button" danger>
        Rút hồ sơ
      </Button>
    ),
  },
  {
    state: 'Có phím tắt',
    show: (
      <Button type="button" keyHint="t">
        Trình lãnh đạo ký
      </Button>
    ),
  },
  { state: 'Đi tới trang khác', show: <LinkButton href="#nut">Nộp hồ sơ trực tuyến</LinkButton> },
  {
    state: 'Nhóm',
    show: (
      <ButtonGroup>
        <Button type="button">Lưu và tiếp tục</Button>
        <LinkButton href="#nhom-nut" variant="secondary">
          Quay lại
        </LinkButton>
      </ButtonGroup>
    ),
  },
];
