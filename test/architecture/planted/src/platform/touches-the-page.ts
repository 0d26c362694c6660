/** planted: oxlint no-restricted-globals no-restricted-globals */
export const title = document.title + window.name;
