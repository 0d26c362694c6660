/** planted: depcruise what-is-imported-exists */
import { nothing } from './nothing.ts';

export const found = nothing;
