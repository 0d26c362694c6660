/** A builder for tests. */
export const builder = 1;
