/** The page of the counter without a line: says how things stand, keeps the pages, sends what waits, and guards what is not sent. */
import { dayOf, systemClock } from '../../../../platform/calendar/instant.ts';
import { countKept, isDue, keepPages } from './keep-pages.ts';
import { device, freeNumbers, listReceptions } from './kept.ts';
import { drawRows } from './rows.ts';
import { askServer, dropOld, type Line, sendWaiting } from './send.ts';
import { say, setting, show, slot } from './setting.ts';

const LOOK_AGAIN_MS = 20_000;

let line: Line = { kind: 'offline' };
let busy = false;

export async function beginHome(): Promise<void> {
  const place = document.querySelector<HTMLInputElement>('#giu-so input[name="device"]');
  if (place) place.value = device();
  void navigator.storage?.persist?.();
  filterProcedures();
  guard();
  await dropOld();
  await drawRows(line, () => again(true));
  await again(true);
  window.addEventListener('online', () => void again());
  window.addEventListener('offline', () => void again());
  // while nothing waits there is nothing to ask: a page left open keeps no session awake
  setInterval(() => {
    if (unsent > 0 || line.kind === 'offline') void again();
  }, LOOK_AGAIN_MS);
  await keepForLater();
}

/** Asks whether there is a line, and sends when there is. Only one at a time, in whichever window. */
async function again(refused = false): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    await navigator.locks.request('vamco-mat-mang-gui', { ifAvailable: true }, async (held) => {
      if (!held) return;
      line = await askServer();
      await draw();
      if (line.kind !== 'online') return;
      if (!(await sendWaiting(line.token, { refused, changed: draw }))) line = await askServer();
    });
    await draw();
  } finally {
    busy = false;
  }
}

async function draw(): Promise<void> {
  await countUnsent();
  const free = await freeNumbers(dayOf(systemClock()));
  const kept = await countKept();
  stand([
    say(line.kind === 'online' ? 'online' : line.kind === 'offline' ? 'offline' : 'signIn'),
    free.length > 0 ? say('left', { count: free.length }) : say('leftNone'),
    keeping === '' ? (kept > 0 ? say('kept', { count: kept }) : say('notKept')) : keeping,
  ]);
  await drawRows(line, () => again(true));
}

let keeping = '';

function stand(lines: readonly string[]): void {
  const text = lines.join('\n');
  const place = slot('standing');
  if (!place || place.dataset.text === text) return;
  place.dataset.text = text;
  place.dataset.line = line.kind;
  place.replaceChildren(
    ...lines.map((one) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = one;
      return paragraph;
    }),
  );
}

/** The worker answers once it is there; the pages are kept by this one, which knows what they load. What does not come is kept by a later visit. */
async function keepForLater(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const forms = [...document.querySelectorAll<HTMLAnchorElement>('[data-offline="procedures"] a')].map(
    (one) => new URL(one.href).pathname,
  );
  try {
    await navigator.serviceWorker.register(setting.worker, { scope: setting.home });
    if (line.kind !== 'online' || !(await isDue(forms))) return;
    await keepPages(forms, (count) => {
      keeping = say('keeping', { count, all: forms.length });
      if (count % 8 === 0) void draw();
    });
  } catch (fault) {
    // a fetch that came to nothing: the line went, or the reader to another page; how many are kept stands here
    if (!(fault instanceof TypeError)) throw fault;
  } finally {
    keeping = '';
    await draw();
  }
}

/** Letters with or without their marks, as the server folds them. */
function filterProcedures(): void {
  const field = document.querySelector<HTMLInputElement>('input[name="loc"]');
  const list = [...document.querySelectorAll<HTMLElement>('[data-offline="procedures"] li')];
  field?.addEventListener('input', () => {
    const asked = fold(field.value).split(' ').filter(Boolean);
    for (const item of list) item.hidden = !asked.every((word) => (item.dataset.text ?? '').includes(word));
  });
}

const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');

/** Numbers are not voided, and the device not left, while something that bears one is not sent; leaving is asked about once. */
function guard(): void {
  let warned = false;
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) return;
      const closes = form.id === 'chot-ngay';
      const leaves = form.action.endsWith('/dang-xuat') && !warned;
      if (unsent === 0 || !(closes || leaves)) return;
      event.preventDefault();
      if (leaves) warned = true;
      show('guard', say(closes ? 'unsentClose' : 'unsentLeave', { count: unsent }));
      slot('guard')?.scrollIntoView({ block: 'center' });
    },
    true,
  );
  setInterval(() => void countUnsent(), 1000);
  void countUnsent();
}

let unsent = 0;

async function countUnsent(): Promise<void> {
  const all = await listReceptions();
  unsent = all.filter(({ state, account }) => state !== 'sent' && account === setting.account).length;
}
