/** What the URL of a queue asks for: which queue, narrowed how, in which order, from which row, and which dossier beside it. */
import { QUEUE_COLUMNS, type QueueColumn, type QueueSort } from '../../platform/cases/queue-order.ts';
import { type Queue, QUEUES } from '../../platform/cases/queues.ts';
import { fieldOf, type FormFields } from '../../platform/http/route.ts';

export type QueueAsked = Readonly<Record<'hang' | 'q' | 'kenh' | 'xep' | 'sau' | 'mo', string>>;

export const QUEUE_SLUGS: Readonly<Record<Queue, string>> = {
  mine: 'cua-toi',
  unit: 'don-vi',
  'to-receive': 'cho-tiep-nhan',
  soon: 'sap-den-han',
  late: 'qua-han',
  waiting: 'cho-nguoi-nop',
  'to-return': 'cho-tra',
  done: 'da-xong',
};

const COLUMN_SLUGS: Readonly<Record<QueueColumn, string>> = {
  due: 'han',
  received: 'nhan',
  code: 'ma',
  title: 'thu-tuc',
  person: 'nguoi',
  step: 'buoc',
  channel: 'kenh',
};

export function readAsked(query: FormFields): QueueAsked {
  const text = (name: string, most = 200): string => fieldOf(query, name).slice(0, most);
  return {
    hang: text('hang'),
    q: text('q'),
    kenh: text('kenh'),
    xep: text('xep'),
    sau: text('sau', 500),
    mo: text('mo'),
  };
}

/** A search without a queue looks through all that is open in the unit. */
export const queueOf = ({ hang, q }: QueueAsked): Queue =>
  QUEUES.find((one) => QUEUE_SLUGS[one] === hang) ?? (q ? 'unit' : 'mine');

/** `nguoi` from the first name on, `-nguoi` from the last; undefined for the queue's own order. */
export function sortOf({ xep }: Pick<QueueAsked, 'xep'>): QueueSort | undefined {
  const column = QUEUE_COLUMNS.find((one) => COLUMN_SLUGS[one] === xep.replace(/^-/, ''));
  return column && { column, descending: xep.startsWith('-') };
}

export const sortSlug = ({ column, descending }: QueueSort): string =>
  `${descending ? '-' : ''}${COLUMN_SLUGS[column]}`;

/** The address of the page with something changed; page and open dossier fall away unless given. */
export function queueHref(asked: QueueAsked, change: Partial<QueueAsked>): string {
  const { sau: _, mo: __, ...kept } = asked;
  const query = new URLSearchParams(Object.entries({ ...kept, ...change }).filter(([, value]) => value !== ''));
  return `/can-bo/ho-so?${query}`;
}
