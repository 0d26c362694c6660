/** planted: house index-is-a-door */
export const door = 1;
