/** Example of a command form. */
import type { Example } from '../../style-guide/example.ts';
import { Button } from '../button/button.tsx';
import { Consequence } from '../consequence/consequence.tsx';
import { Textarea } from '../field/textarea.tsx';
import { CommandForm } from './command-form.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Hỏi một điều rồi làm',
    show: (
      <CommandForm action="#lenh" version={7}>
        <Textarea name="ly-do-rut" label="Lý do rút hồ sơ" />
        <Consequence>Hồ sơ đóng lại, phí đã nộp được trả theo quy định.</Consequence>
        <Button danger>Rút hồ sơ</Button>
      </CommandForm>
    ),
  },
];
