/** Stands for the database. */
export const database = 1;
