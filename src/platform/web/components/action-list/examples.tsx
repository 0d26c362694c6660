/** Examples of the action list. */
import type { Example } from '../../style-guide/example.ts';
import { ActionList } from './action-list.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Làm được và không làm được',
    show: (
      <ActionList
        actions={[
          {
            label: 'Trình lãnh đạo ký',
            keyHint: 't',
            primary: true,
            effect: 'Chuyển ông Nguyễn Văn Hậu. Đồng hồ vẫn chạy.',
            does: { href: '#trinh' },
          },
          {
            label: 'Xin lỗi và hẹn lại',
            keyHint: 'h',
            effect: 'Gửi thư xin lỗi, ghi ngày trả mới. Mỗi hồ sơ một lần.',
            does: { href: '#hen-lai' },
          },
          { label: 'Yêu cầu bổ sung', effect: '', does: { blocked: 'đã yêu cầu bổ sung trước đó.' } },
        ]}
      />
    ),
  },
];
