/** planted: depcruise product-ships-what-it-imports */
import fc from 'fast-check';

export const check = fc;
