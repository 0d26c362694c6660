/** planted: house no-drawers */
export const help = 1;
