/** Example of the simulated notice. */
import type { Example } from '../../style-guide/example.ts';
import { SimulatedNotice } from './simulated-notice.tsx';

export const examples: readonly Example[] = [{ state: 'Trên mọi trang trình diễn', show: <SimulatedNotice inside /> }];
