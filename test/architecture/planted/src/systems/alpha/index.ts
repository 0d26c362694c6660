/** The door of a system: whoever uses it breaks nothing. */
import { hidden } from './hidden.ts';

export const alpha = hidden;
