/** Uses another system as it should. */
import { alpha } from '../alpha/index.ts';

export const used = alpha;
