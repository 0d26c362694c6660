/** Example of the panel. */
import type { Example } from '../../style-guide/example.ts';
import { Button } from '../button/button.tsx';
import { TextInput } from '../field/text-input.tsx';
import { Panel } from './panel.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Tra cứu theo mã',
    show: (
      <Panel title="Hồ sơ của tôi đến đâu rồi?" about="Không cần đăng nhập.">
        <form class="vc-field-row" action="#tra-cuu">
          <TextInput name="ma-tra-cuu" label="Mã hồ sơ" />
          <Button variant="secondary">Tra cứu</Button>
        </form>
      </Panel>
    ),
  },
];
