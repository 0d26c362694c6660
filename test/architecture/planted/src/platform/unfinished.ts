/** planted: house nothing-unfinished */
// TODO: later
export const later = 1;
