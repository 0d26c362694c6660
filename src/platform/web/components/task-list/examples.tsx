/** Examples of the task list. */
import type { Example } from '../../style-guide/example.ts';
import { TaskList } from './task-list.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Mọi trạng thái',
    show: (
      <TaskList
        tasks={[
          { title: 'Trẻ được đăng ký khai sinh', href: '#tre', state: 'done' },
          {
            title: 'Cha và mẹ',
            hint: 'Lấy từ cơ sở dữ liệu dân cư, kiểm tra lại',
            href: '#cha-me',
            state: 'in-progress',
          },
          { title: 'Giấy tờ kèm theo', href: '#giay-to', state: 'wrong' },
          { title: 'Nhận kết quả', href: '#nhan', state: 'to-do' },
          { title: 'Kiểm tra lại và nộp', state: 'not-yet' },
        ]}
      />
    ),
  },
];
