/** An island may touch the page. */
export const title = document.title + window.name;
