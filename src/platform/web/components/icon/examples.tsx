/** Examples of the icon: every symbol in use, at the size of running text. */
import { ICON_STROKES } from '../../icons/icon-strokes.ts';
import type { Example } from '../../style-guide/example.ts';
import { Icon, type IconName } from './icon.tsx';

const names = Object.keys(ICON_STROKES) as IconName[];

export const examples: readonly Example[] = [
  {
    state: 'Trong câu, 20 px',
    show: (
      <ul class="vc-swatches">
        {names.map((name) => (
          <li key={name}>
            <Icon name={name} /> {name}
          </li>
        ))}
      </ul>
    ),
  },
  {
    state: '14, 20 và 28 px',
    show: (
      <p>
        <Icon name="clock" size={14} /> <Icon name="clock" /> <Icon name="clock" size={28} /> Đồng hồ
      </p>
    ),
  },
];
