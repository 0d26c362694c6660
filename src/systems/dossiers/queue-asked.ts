/** What the URL of a queue asks for: which queue, narrowed how, in which order, from which row, and which dossier beside it. */
import { QUEUE_COLUMNS, type QueueColumn, type QueueSort } from '../../platform/cases/queue-order.ts';
import { type Queue, QUEUES } from '../../platform/cases/queues.ts';
import { isId } from '../../platform/db/ids.ts';
import { fieldOf, type FormFields } from '../../platform/http/route.ts';
import { type QueueLine, signatureOf } from './queue-lines.ts';

export type QueueAsked = Readonly<
  Record<'hang' | 'q' | 'kenh' | 'nguoi' | 'don-vi' | 'vai-tro' | 'xep' | 'sau' | 'mo', string>
>;

/** As `nguoi`: what nobody in particular holds. */
export const NOBODY = 'chua-giao';

export const QUEUE_SLUGS: Readonly<Record<Queue, string>> = {
  mine: 'cua-toi',
  unit: 'don-vi',
  'to-receive': 'cho-tiep-nhan',
  soon: 'sap-den-han',
  late: 'qua-han',
  waiting: 'cho-nguoi-nop',
  'to-return': 'cho-tra',
  'for-others': 'nhan-cho-noi-khac',
  'from-others': 'noi-khac-nhan',
  'return-here': 'tra-tai-day',
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
    nguoi: text('nguoi', 36),
    'don-vi': text('don-vi', 36),
    'vai-tro': text('vai-tro', 10),
    xep: text('xep'),
    sau: text('sau', 500),
    mo: text('mo'),
  };
}

/** A search without a queue looks through all that is open in the unit. */
export const queueOf = ({ hang, q }: QueueAsked): Queue =>
  QUEUES.find((one) => QUEUE_SLUGS[one] === hang) ?? (q ? 'unit' : 'mine');

/** Narrowed to what one person holds, or nobody in particular; undefined when it is not. */
export const assigneeOf = ({ nguoi }: Pick<QueueAsked, 'nguoi'>): string | null | undefined =>
  nguoi === NOBODY ? null : isId(nguoi) ? nguoi : undefined;

/** `nguoi` from the first name on, `-nguoi` from the last; undefined for the queue's own order. */
export function sortOf({ xep }: Pick<QueueAsked, 'xep'>): QueueSort | undefined {
  const column = QUEUE_COLUMNS.find((one) => COLUMN_SLUGS[one] === xep.replace(/^-/, ''));
  return column && { column, descending: xep.startsWith('-') };
}

export const sortSlug = ({ column, descending }: QueueSort): string =>
  `${descending ? '-' : ''}${COLUMN_SLUGS[column]}`;

export const LIVE_QUEUE = '/can-bo/ho-so-truc-tiep';

/** Where the changes of a page come from: what was asked for, and each line on it as it looks. */
export function liveHref(asked: QueueAsked, lines: readonly QueueLine[]): string {
  const shown = lines.map((line) => `${line.id}.${signatureOf(line)}`).join('~');
  const wanted = { ...asked, mo: '', thay: shown };
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ''));
  return `${LIVE_QUEUE}?${query}`;
}

/** The lines of the page, in its order: signature by case id. */
export function readShown(query: FormFields): ReadonlyMap<string, string> {
  const shown = fieldOf(query, 'thay').slice(0, 10_000).split('~').slice(0, 100);
  return new Map(
    shown.flatMap((line) => {
      const [, id, signature] = /^([0-9a-f-]{36})\.([\w-]{8})$/.exec(line) ?? [];
      return id && signature && isId(id) ? [[id, signature] as const] : [];
    }),
  );
}

/** The address of the page with something changed; page and open dossier fall away unless given. */
export function queueHref(asked: QueueAsked, change: Partial<QueueAsked>): string {
  const { sau: _, mo: __, ...kept } = asked;
  const query = new URLSearchParams(Object.entries({ ...kept, ...change }).filter(([, value]) => value !== ''));
  return `/can-bo/ho-so?${query}`;
}
