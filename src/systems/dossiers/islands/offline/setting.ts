/** What the page tells its script, and small things of the page that are done in several places. */
const element = document.getElementById('mat-mang');

export const isOurs = element !== null;
const data = element?.dataset ?? {};

export const setting = {
  page: data.page ?? '',
  account: data.account ?? '',
  lock: data.lock ?? '',
  home: data.home ?? '',
  slip: data.slip ?? '',
  send: data.send ?? '',
  again: data.again ?? '',
  numbers: data.numbers ?? '',
  worker: data.worker ?? '',
};

const words = JSON.parse(data.words ?? '{}') as Record<string, string>;

/** A sentence of the page, its braces filled. */
export const say = (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (words[name] ?? '').replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));

export const slot = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-offline="${name}"]`);

export function show(name: string, text: string): void {
  const place = slot(name);
  if (!place) return;
  place.textContent = text;
  place.hidden = text === '';
}

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** `14:05 23/11/2026`. */
export function timeText(at: number): string {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.hour}:${part.minute} ${part.day}/${part.month}/${part.year}`;
}
