/** The other half of a circle, which is reported once. */
import { oneHalf } from './one-half.ts';

export const otherHalf = (): number => oneHalf();
