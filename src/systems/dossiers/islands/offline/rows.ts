/** The rows of what was received on this device: each with how it stands and what to do. */
import { listReceptions, type Reception, type Told, unlock } from './kept.ts';
import { fieldsOf, type Line } from './send.ts';
import { say, setting, slot, timeText } from './setting.ts';

let drawn = '';

/** Nothing is drawn anew that stands there already: a reader may be in the middle of it. */
export async function drawRows(line: Line, send: () => Promise<void>): Promise<void> {
  const place = slot('rows');
  if (!place) return;
  const all = await listReceptions();
  const own = all.filter(({ account }) => account === setting.account);
  const others = all.filter(({ account, state }) => account !== setting.account && state !== 'sent').length;
  const now = JSON.stringify([line.kind, own.map((one) => ({ ...one, locked: undefined })), others]);
  if (now === drawn) return;
  drawn = now;
  const rows = await Promise.all(own.map(async (one) => rowOf(one, await unlock(one), line)));
  const waits = own.some(({ state }) => state !== 'sent');
  place.replaceChildren(
    ...(rows.length === 0 ? [element('p', { text: say('noRows') })] : [tableOf(rows)]),
    ...(others > 0 ? [element('p', { text: say('others', { count: others }) })] : []),
    ...(waits && line.kind === 'online' ? [sendButton(send)] : []),
  );
}

function element(name: string, { text, className }: { text?: string; className?: string } = {}): HTMLElement {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
}

function tableOf(rows: readonly HTMLElement[]): HTMLElement {
  const frame = element('div', { className: 'vc-table-frame' });
  frame.tabIndex = 0;
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-labelledby', 'da-nhan');
  const table = element('table', { className: 'vc-table' });
  const head = element('tr');
  for (const name of ['code', 'time', 'what', 'state']) {
    const cell = element('th', { text: say(name) });
    cell.setAttribute('scope', 'col');
    head.append(cell);
  }
  const top = element('thead');
  top.append(head);
  const body = element('tbody');
  body.append(...rows);
  table.append(top, body);
  frame.append(table);
  return frame;
}

function rowOf(reception: Reception, told: Told | undefined, line: Line): HTMLElement {
  const row = element('tr');
  row.dataset.state = reception.state;
  const code = element('th', { className: 'vc-whole' });
  code.setAttribute('scope', 'row');
  code.append(codeOf(reception, line));
  const what = element('td');
  if (told) what.append(element('strong', { text: told.slip.name }), ` ${told.slip.procedure}`);
  const state = element('td');
  state.append(...stateOf(reception, told, line));
  row.append(code, element('td', { text: timeText(reception.at) }), what, state);
  return row;
}

function codeOf({ number, code, state }: Reception, line: Line): Node {
  if (state !== 'sent' || line.kind === 'offline') return document.createTextNode(number);
  const link = document.createElement('a');
  link.className = 'ds-link';
  link.href = `/can-bo/ho-so/${code ?? number}`;
  link.textContent = number;
  return link;
}

function stateOf(reception: Reception, told: Told | undefined, line: Line): Node[] {
  const { state, number, code = number, sentAt, alike = [], conflict } = reception;
  if (state === 'sent') {
    const time = timeText(sentAt ?? 0);
    return [
      element('p', { text: code === number ? say('sent', { time }) : say('sentAs', { time, code }) }),
      ...(alike.length > 0 ? [element('p', { text: say('alike', { codes: alike.join(', ') }) })] : []),
    ];
  }
  const slip = document.createElement('a');
  slip.className = 'ds-link';
  slip.href = `${setting.slip}#${number}`;
  slip.textContent = say('slip');
  if (state === 'waiting') return [element('p', { text: say('waits') }), slip];
  return [
    element('p', { text: say('conflict', { why: conflict ?? '' }) }),
    ...(told && line.kind === 'online' ? [solveForm(reception, told, line.token)] : []),
    slip,
  ];
}

/** Leads to the counter's form with all that was typed. */
function solveForm(reception: Reception, told: Told, token: string): HTMLElement {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = setting.again;
  for (const [name, value] of fieldsOf(reception, told, token)) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  const button = element('button', { text: say('solve'), className: 'ds-button' });
  button.dataset.variant = 'secondary';
  form.append(button);
  return form;
}

function sendButton(send: () => Promise<void>): HTMLElement {
  const button = element('button', { text: say('send'), className: 'ds-button' });
  button.setAttribute('type', 'button');
  button.dataset.variant = 'secondary';
  button.addEventListener('click', () => void send());
  return button;
}
