/** Kiosk: prints a ticket by itself, and goes back to its first page when nobody touches it any more. */

const IDLE_MS = 60_000;
const AFTER_TICKET_MS = 15_000;

const home = document.querySelector<HTMLAnchorElement>('[data-home]')?.href ?? '/lay-so?ngon-ngu=vi';

const ticket = document.querySelector('[data-print]');
const key = document.querySelector<HTMLButtonElement>('[data-print-key]');
if (key) {
  key.hidden = false;
  key.addEventListener('click', () => window.print());
}
if (ticket) window.addEventListener('load', () => window.print(), { once: true });

let leaving: number | undefined;
function leaveLater(): void {
  clearTimeout(leaving);
  leaving = window.setTimeout(() => location.assign(home), ticket ? AFTER_TICKET_MS : IDLE_MS);
}
for (const event of ['pointerdown', 'keydown', 'scroll']) window.addEventListener(event, leaveLater, { passive: true });
leaveLater();
