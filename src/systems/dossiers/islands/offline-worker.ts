/** The service worker of the counter without a line: shows the kept pages when the network gives none. Pages are kept by the script that knows them; it touches no act. */
interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate',
    listen: (event: Event & { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
}

/** As in platform/web/islands/leave/kept-pages.ts: a service worker imports nothing. */
const KEPT = 'vamco-mat-mang';
/** A line that takes longer is as good as none to somebody who stands at the counter. */
const PATIENCE_MS = 6000;

const worker = self as unknown as Worker;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
});

async function page(request: Request): Promise<Response> {
  try {
    const answer = await Promise.race([fetch(request), tooLate()]);
    // a gateway that finds nobody behind it is a line that is down
    if (answer.status < 502) return answer;
    return (await kept(request)) ?? answer;
  } catch (error) {
    const found = await kept(request);
    if (found) return found;
    throw error;
  }
}

const tooLate = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS));

/** An asset never changes under its name: what one page has loaded, all have. */
async function asset(request: Request): Promise<Response> {
  const found = await kept(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(KEPT)).put(request, answer.clone());
  return answer;
}

const kept = (request: Request): Promise<Response | undefined> =>
  caches.match(request, { cacheName: KEPT, ignoreSearch: true, ignoreVary: true });
