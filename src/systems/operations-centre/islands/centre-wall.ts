/** Wall of a centre: told of changes as they come; the news change by cut. */
import { LiveList } from '../../../platform/web/islands/live/live-list.ts';

customElements.define('live-list', LiveList);

const CUT_EVERY_MS = 12_000;
let turn = 0;

/** The list is replaced when there is news: what is shown is chosen anew each time. */
function cut(): void {
  const list = document.querySelector<HTMLElement>('[data-at-once]');
  if (!list) return;
  const atOnce = Number(list.dataset.atOnce);
  const pages = Math.max(1, Math.ceil(list.children.length / atOnce));
  turn = (turn + 1) % pages;
  for (const [index, item] of [...list.children].entries())
    (item as HTMLElement).hidden = Math.floor(index / atOnce) !== turn;
}

setInterval(cut, CUT_EVERY_MS);
