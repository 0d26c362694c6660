/** planted: depcruise platform-knows-no-system */
import { alpha } from '../systems/alpha/index.ts';

export const known = alpha;
