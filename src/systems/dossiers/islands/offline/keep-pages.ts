/** Keeping pages: the pages of the counter without a line and all they load, fetched while the line is there. */
import { systemClock } from '../../../../platform/calendar/instant.ts';
import { KEPT_PAGES } from '../../../../platform/web/islands/leave/kept-pages.ts';
import { setting } from './setting.ts';

const AT_ONCE = 4;
const FRESH_MS = 2 * 3_600_000;
const WHEN = 'vamco-mat-mang-luu';

/** How many forms are kept now. */
export async function countKept(): Promise<number> {
  const cache = await caches.open(KEPT_PAGES);
  return (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(`${setting.home}/nhan/`)).length;
}

/** Again after some hours, and whenever one of the forms is missing. */
export async function isDue(forms: readonly string[]): Promise<boolean> {
  const [account, when] = (localStorage.getItem(WHEN) ?? '').split(' ');
  return account !== setting.account || systemClock() - Number(when) > FRESH_MS || (await countKept()) < forms.length;
}

/** Stops at the first that does not come: what was kept before stays. */
export async function keepPages(forms: readonly string[], told: (count: number) => void): Promise<void> {
  const cache = await caches.open(KEPT_PAGES);
  const queue = [setting.home, setting.slip, ...forms, ...assets()];
  const isForm = new Set(forms);
  let done = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        await keepOne(cache, path);
        if (isForm.has(path)) told(++done);
      }
    }),
  );
  localStorage.setItem(WHEN, `${setting.account} ${systemClock()}`);
}

/** An asset never changes under its name. An answer that is no page counts as none, which `fetch` tells by a TypeError. */
async function keepOne(cache: Cache, path: string): Promise<void> {
  if (path.startsWith('/assets/') && (await cache.match(path))) return;
  const answer = await fetch(path);
  if (!answer.ok || answer.redirected) throw new TypeError(`${path} was not kept`);
  await cache.put(path, answer);
}

/** What this page has loaded: the other pages load the same. */
function assets(): string[] {
  const linked = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]')].map(
    (one) => ('href' in one ? one.href : one.src),
  );
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  return [...new Set([...linked, ...loaded].map((url) => new URL(url, location.href).pathname))].filter((path) =>
    path.startsWith('/assets/'),
  );
}
