/** The event queue: what is to happen, earliest first; of two at the same moment the dossier that came first. */
import type { Instant } from '../platform/calendar/instant.ts';

interface Timed {
  readonly at: Instant;
  readonly index: number;
}

const before = (a: Timed, b: Timed): boolean => a.at < b.at || (a.at === b.at && a.index < b.index);

/** A binary heap. */
export class EventQueue<E extends Timed> {
  readonly #heap: E[] = [];

  add(event: E): void {
    const heap = this.#heap;
    let at = heap.push(event) - 1;
    for (let up = (at - 1) >> 1; at > 0 && before(event, heap[up] as E); up = (at - 1) >> 1) {
      heap[at] = heap[up] as E;
      at = up;
    }
    heap[at] = event;
  }

  take(): E | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const down = left + 1 < heap.length && before(heap[left + 1] as E, heap[left] as E) ? left + 1 : left;
      if (down >= heap.length || !before(heap[down] as E, last)) break;
      heap[at] = heap[down] as E;
      at = down;
    }
    heap[at] = last;
    return first;
  }

  /** The next event and all that come within so many milliseconds of it, at most one of each dossier, in order. */
  takeUntil(milliseconds: number): E[] {
    const first = this.take();
    if (!first) return [];
    const taken = [first];
    const seen = new Set([first.index]);
    while (this.#heap[0] && this.#heap[0].at <= first.at + milliseconds && !seen.has(this.#heap[0].index)) {
      const event = this.take() as E;
      seen.add(event.index);
      taken.push(event);
    }
    return taken;
  }
}
