/**
 * Live list: a list that stands open is told of changes. A changed row takes the place of the old one, never while the focus is in it or its box
 * is ticked; nothing moves: what is new waits behind a link that loads the page again. Where the stream is lost, the page says how old it is.
 */

/** The server tells at least every half minute. */
const SILENCE_MS = 75_000;
/** A window nobody looks at lets go of its stream. */
const HIDDEN_MS = 30_000;
const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 600_000;

export class LiveList extends HTMLElement {
  #source: EventSource | undefined;
  #silence: number | undefined;
  #hiding: number | undefined;
  #retry: number | undefined;
  #retryAfter = FIRST_RETRY_MS;
  /** Rows that came while the one on the page was in use, by key. */
  readonly #waiting = new Map<string, HTMLElement>();
  #leaving = new AbortController();

  connectedCallback(): void {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    document.addEventListener('visibilitychange', () => this.#seen(), { signal });
    window.addEventListener('pagehide', () => this.#close(), { signal });
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.#open(), { signal });
    window.addEventListener('offline', () => this.#lose(), { signal });
    window.addEventListener('online', () => this.#open(), { signal });
    // the focus is at its new place only after the event
    for (const event of ['focusout', 'change'])
      this.addEventListener(event, () => setTimeout(() => this.#settle()), { signal });
    document.addEventListener('click', reloadFromNews, { signal });
    if (!document.hidden) this.#open();
  }

  disconnectedCallback(): void {
    this.#leaving.abort();
    this.#close();
  }

  #seen(): void {
    clearTimeout(this.#hiding);
    if (document.hidden) this.#hiding = window.setTimeout(() => this.#close(), HIDDEN_MS);
    else if (!this.#source) {
      sayStale();
      this.#open();
    }
  }

  #open(): void {
    this.#close();
    const source = new EventSource(this.getAttribute('src') ?? '');
    this.#source = source;
    source.addEventListener('message', ({ data }) => {
      this.#retryAfter = FIRST_RETRY_MS;
      this.#listen();
      this.#apply(String(data));
    });
    source.addEventListener('error', () => {
      sayStale();
      // after an answer that is no stream the browser does not try again
      if (source.readyState === EventSource.CLOSED) this.#openLater();
    });
    this.#listen();
  }

  #close(): void {
    this.#source?.close();
    this.#source = undefined;
    clearTimeout(this.#silence);
    clearTimeout(this.#retry);
  }

  #lose(): void {
    sayStale();
    this.#close();
  }

  #openLater(): void {
    this.#close();
    this.#retry = window.setTimeout(() => this.#open(), this.#retryAfter);
    this.#retryAfter = Math.min(this.#retryAfter * 2, LONGEST_RETRY_MS);
  }

  /** A connection can be gone without a word. */
  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = window.setTimeout(() => {
      sayStale();
      this.#openLater();
    }, SILENCE_MS);
  }

  #apply(html: string): void {
    const part = new DOMParser().parseFromString(html, 'text/html');
    for (const slot of part.querySelectorAll<HTMLElement>('[data-slot]')) fillSlot(slot);
    for (const row of part.querySelectorAll<HTMLElement>('tr[data-key]')) this.#waiting.set(row.dataset.key ?? '', row);
    this.#settle();
    sayFresh();
  }

  #settle(): void {
    for (const [key, row] of this.#waiting) {
      const old = this.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"]`);
      if (old && isInUse(old)) continue;
      this.#waiting.delete(key);
      if (old) takePlace(old, row);
    }
  }
}

const isInUse = (row: HTMLElement): boolean =>
  row.contains(document.activeElement) || row.querySelector('input:checked') !== null;

/** What has gone stays where it is and says so: a row that vanished would move all below it. */
function takePlace(old: HTMLElement, row: HTMLElement): void {
  if (row.dataset.gone === undefined) {
    const fresh = document.importNode(row, true);
    fresh.ariaCurrent = old.ariaCurrent;
    old.replaceWith(fresh);
    return;
  }
  old.dataset.gone = '';
  const last = old.lastElementChild;
  if (last) last.textContent = row.textContent;
}

/** The same words again are no news: who hears the page is not told twice. */
function fillSlot(slot: HTMLElement): void {
  const place = document.querySelector<HTMLElement>(`body [data-slot="${CSS.escape(slot.dataset.slot ?? '')}"]`);
  if (!place || place.innerHTML === slot.innerHTML || place.contains(document.activeElement)) return;
  place.replaceChildren(...document.importNode(slot, true).childNodes);
}

const stateOf = () => ({
  updated: document.querySelector<HTMLElement>('.vc-live-updated'),
  stale: document.querySelector<HTMLElement>('.vc-live-stale'),
});

function sayStale(): void {
  const { updated, stale } = stateOf();
  if (!updated || !stale?.hidden) return;
  const [from, to] = [updated, stale].map((part) => part.querySelector('time'));
  if (to) to.textContent = from?.textContent ?? '';
  updated.hidden = true;
  stale.hidden = false;
}

function sayFresh(): void {
  const { updated, stale } = stateOf();
  if (updated) updated.hidden = false;
  if (stale) stale.hidden = true;
}

/** The page as its address says now, with the dossier that is open beside the list. */
function reloadFromNews(event: MouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.closest('[data-live-reload]')) return;
  event.preventDefault();
  location.reload();
}
