/** planted: depcruise product-knows-no-test */
import { builder } from '../../test/harness/builder.ts';

export const built = builder;
