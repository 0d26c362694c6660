/** The form: a press gives the next reserved number, keeps what was typed on the device, and leads to the slip. */
import { dayOf, type Instant, systemClock } from '../../../../platform/calendar/instant.ts';
import { type DeviceCalendar, reckonOnDevice } from '../../offline/device-calendar.ts';
import { freeNumbers, keepReception, lock, type Slip } from './kept.ts';
import { say, setting, show, slot } from './setting.ts';

/** What the page's own form carries for its own session and press: each sending has its own. */
const OWN = new Set(['csrf', 'command_id', 'case_id']);

export async function beginForm(): Promise<void> {
  const form = slot('form')?.querySelector<HTMLFormElement>(`form[action="${setting.send}"]`);
  await sayLeft();
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const pressed = event.submitter;
    // a button for a row more asks the server, which may not be there
    if (pressed instanceof HTMLButtonElement && pressed.name !== '') return;
    void receive(form);
  });
}

async function sayLeft(): Promise<void> {
  const free = await freeNumbers(dayOf(systemClock()));
  show('standing', free.length > 0 ? say('left', { count: free.length }) : say('leftNone'));
}

let receiving = false;

async function receive(form: HTMLFormElement): Promise<void> {
  const fault = faultOf(form);
  show('fault', fault);
  if (fault !== '') {
    slot('fault')?.scrollIntoView({ block: 'center' });
    return;
  }
  if (receiving) return;
  receiving = true;
  try {
    const at = systemClock();
    const number = await navigator.locks.request('vamco-mat-mang', async () => {
      const [next] = await freeNumbers(dayOf(at));
      if (next) await keep(form, next, at);
      return next;
    });
    if (number) location.assign(`${setting.slip}#${number}`);
    else show('fault', say('noNumber'));
  } finally {
    receiving = false;
  }
}

function fieldOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The rest is judged when it is sent: its rules are the server's. */
function faultOf(form: HTMLFormElement): string {
  if (fieldOf(form, 'applicant_name') === '') return say('nameMissing');
  return fieldOf(form, 'area') === '' ? say('areaMissing') : '';
}

async function keep(form: HTMLFormElement, number: string, at: Instant): Promise<void> {
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !OWN.has(name) ? [[name, value]] : [],
  );
  await keepReception({
    caseId: crypto.randomUUID(),
    commandId: crypto.randomUUID(),
    account: setting.account,
    number,
    at,
    state: 'waiting',
    locked: await lock({ fields, slip: slipOf(form, at) }),
  });
}

function slipOf(form: HTMLFormElement, at: Instant): Slip {
  const { procedure = '', term = '', fees = '', office = '', due } = slot('form')?.dataset ?? {};
  const papers = [...form.querySelectorAll('fieldset.vc-counter-paper')]
    .filter((one) => one.querySelector('input[type="checkbox"]:checked'))
    .map((one) => one.querySelector('legend')?.textContent ?? '');
  const reckoned = due === undefined ? undefined : reckonOnDevice(JSON.parse(due) as DeviceCalendar, at);
  return { name: fieldOf(form, 'applicant_name'), procedure, papers, term, fees, office, due: reckoned };
}
