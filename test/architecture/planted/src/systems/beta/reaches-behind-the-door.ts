/** planted: depcruise systems-meet-at-index */
import { hidden } from '../alpha/hidden.ts';

export const reached = hidden;
