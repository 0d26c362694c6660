/** planted: depcruise no-circles */
import { otherHalf } from './other-half.ts';

export const oneHalf = (): number => otherHalf();
