/** What stands behind the door. */
export const hidden = 1;
