/** Examples of marked text. */
import type { Example } from '../../style-guide/example.ts';
import { MarkedText } from './marked-text.tsx';

export const examples: readonly Example[] = [
  {
    state: 'Một chỗ sai',
    show: <MarkedText text="dossier.suplements >= 1" marks={[{ start: 0, end: 18 }]} />,
  },
  { state: 'Không có chỗ sai', show: <MarkedText text="dossier.supplements >= 1" marks={[]} /> },
];
