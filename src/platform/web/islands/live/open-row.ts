/** Open row: opening a row's details in the pane beside a table marks that row, as the page does when it is loaded so. */

export function markOpenRows(): void {
  document.addEventListener('turbo:frame-load', ({ target }) => {
    const opened = (target as HTMLElement & { src?: string }).src;
    for (const row of document.querySelectorAll<HTMLElement>('table[data-dense] tbody tr')) {
      const link = row.querySelector<HTMLAnchorElement>('a[data-turbo-frame]');
      if (link) row.ariaCurrent = link.href === opened ? 'true' : null;
    }
  });
}
