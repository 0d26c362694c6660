/** planted: oxlint no-restricted-globals */
export const today = new Date();
