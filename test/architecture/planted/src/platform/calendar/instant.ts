/** The one reader of the clock. */
export const now = Date.now();
