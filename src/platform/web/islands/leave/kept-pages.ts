/** Kept pages: what this browser keeps for use without a line goes when its officer signs out. */

/** The cache that the service worker of the counter answers from. */
export const KEPT_PAGES = 'vamco-mat-mang';

/** The form is sent once they are gone; with them goes the key to what still waits to be sent. */
export function forgetPagesOnSignOut(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.action.endsWith('/dang-xuat')) return;
    if (!('caches' in window)) return;
    event.preventDefault();
    void caches.delete(KEPT_PAGES).finally(() => form.submit());
  });
}
