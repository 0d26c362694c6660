/** What officer pages load: Turbo for frames and streams (Drive off: links and forms stay plain), and `/` for the search. */
import * as Turbo from '@hotwired/turbo';

Turbo.session.drive = false;

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const search = document.querySelector<HTMLInputElement>('[data-search-key]');
  if (!search) return;
  event.preventDefault();
  search.select();
});

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null;
