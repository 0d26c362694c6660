/** Phone ticket: looks again by itself while the page is seen, and says since when it could not. */

const EVERY_MS = 10_000;

async function lookAgain(): Promise<void> {
  const stale = document.querySelector<HTMLElement>('[data-stale]');
  try {
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const place of document.querySelectorAll<HTMLElement>('[data-slot]')) {
      const news = fresh.querySelector(`[data-slot="${place.dataset.slot ?? ''}"]`);
      if (news && news.innerHTML !== place.innerHTML)
        place.replaceChildren(...document.importNode(news, true).childNodes);
    }
    if (stale) stale.hidden = true;
  } catch {
    const seen = document.querySelector('[data-slot="time"] time')?.textContent;
    const time = stale?.querySelector('time');
    if (stale?.hidden && time) time.textContent = seen ?? '';
    if (stale) stale.hidden = false;
  }
}

setInterval(() => {
  if (!document.hidden) void lookAgain();
}, EVERY_MS);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void lookAgain();
});
