/** planted: depcruise simulators-stand-alone */
import { alpha } from '../../src/systems/alpha/index.ts';

export const peer = alpha;
