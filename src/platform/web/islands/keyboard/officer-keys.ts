/** Officer keys: j and k through a dense table, x to choose its row, / to the search, and each act by the key printed on it. Enter is the link's own. */

/** Keys act only while nobody is typing and no other key is held, so that browser and screen-reader keys keep their meaning. */
export function listenForOfficerKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (actOn(event.key)) event.preventDefault();
  });
}

/** Whether the key meant something here. */
function actOn(key: string): boolean {
  switch (key) {
    case 'j':
      return moveBy(1);
    case 'k':
      return moveBy(-1);
    case 'x':
      return toggleRow();
    default:
      return press(key);
  }
}

/** Focus goes to the row's own link; the first press enters the table at the open row, or at its top. */
function moveBy(step: number): boolean {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('table[data-dense] tbody tr')];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const start =
    here >= 0
      ? here + step
      : Math.max(
          0,
          rows.findIndex((row) => row.ariaCurrent === 'true'),
        );
  const link = rows[start]?.querySelector<HTMLElement>('a[href]');
  link?.focus();
  return link != null;
}

function toggleRow(): boolean {
  const row = document.activeElement?.closest('table[data-dense] tbody tr');
  const box = row?.querySelector<HTMLInputElement>('.vc-choose input');
  box?.click();
  return box != null;
}

function press(key: string): boolean {
  if (!/^[a-z0-9/?]$/.test(key)) return false;
  const target = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
  if (target instanceof HTMLInputElement) target.select();
  else target?.click();
  return target !== null;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox], [type=radio]), textarea, select') !== null;
