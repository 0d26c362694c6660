/** The slip: filled from what waits on the device, and printed by the browser. */
import { listReceptions, unlock } from './kept.ts';
import { setting, slot, timeText } from './setting.ts';

export async function beginSlip(): Promise<void> {
  const number = decodeURIComponent(location.hash.slice(1));
  const found = (await listReceptions()).find((one) => one.number === number && one.account === setting.account);
  const told = found && (await unlock(found));
  const paper = slot('slip');
  if (!found || !told || !paper) {
    const gone = slot('gone');
    if (gone) gone.hidden = false;
    return;
  }
  const { slip } = told;
  const lines: Record<string, string> = {
    code: found.number,
    office: slip.office,
    name: slip.name,
    procedure: slip.procedure,
    papers: slip.papers.join('; ') || (paper.dataset.none ?? ''),
    time: timeText(found.at),
    term: slip.term,
    due: slip.due === undefined ? (paper.dataset.told ?? '') : timeText(slip.due),
    fees: slip.fees,
  };
  for (const [name, text] of Object.entries(lines)) {
    const place = paper.querySelector(`[data-slot="${name}"]`);
    if (place) place.textContent = text;
  }
  paper.hidden = false;
  const print = slot('print');
  if (!print) return;
  print.hidden = false;
  print.addEventListener('click', () => window.print());
  print.focus();
}
