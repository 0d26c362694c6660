/** Routes of changes: all of them, one with its items and what it touches, its decision, publishing, taking back, turning round. */
import { addDays, type Day, dayOf } from '../../calendar/instant.ts';
import { isId } from '../../db/ids.ts';
import { problemOf } from '../../http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
  shownVersionOf,
} from '../../http/route.ts';
import { actorOf } from '../../identity/signed-in.ts';
import { readTypedDay, type TypedDay, typedDayOf } from '../../text/typed-day.ts';
import type { FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { ChangePage } from '../pages/change-page.tsx';
import { ChangesPage } from '../pages/changes-page.tsx';
import { changePath, CHANGES, manages, type Own, own } from './administrator.ts';
import { type ChangeSet, findChangeSet, listChangeSets } from './change-set.ts';
import { checkChange, readAround } from './check-change.ts';
import { wordsOf } from './item-words.ts';
import { publishChange, type PublishedChange, reverseChange, takeBack } from './publish-change.ts';
import { discardChange, nameChange, removeItem } from './save-change.ts';
import { readTouched } from './touched.ts';

const ONE = `${CHANGES}/:id`;
const PAGE = 50;
/** Of a long change the first are shown; what is wrong is always shown. */
const SHOWN_ITEMS = 200;

export const changeRoutes: readonly Route[] = [
  get(CHANGES, manages, own(showChanges)),
  get(
    ONE,
    manages,
    own((exchange) => showChange(exchange)),
  ),
  post(`${ONE}/ten`, manages, own(name)),
  post(`${ONE}/bo-muc`, manages, own(remove)),
  post(`${ONE}/cong-bo`, manages, own(publish)),
  post(`${ONE}/rut-lai`, manages, own(takeItBack)),
  post(`${ONE}/dao-nguoc`, manages, own(reverse)),
  post(`${ONE}/bo`, manages, own(discard)),
  // where a form came back from with a mistake: loading it again shows the page it stands on
  ...['ten', 'bo-muc', 'cong-bo', 'rut-lai', 'dao-nguoc', 'bo'].map((act) =>
    get(`${ONE}/${act}`, manages, ({ params }) => seeOther(changePath(params.id ?? ''))),
  ),
];

async function showChanges({ db, query, clock }: Own): Promise<Answer> {
  const before = fieldOf(query, 'sau');
  const found = await listChangeSets(db, { ...(isId(before) && { before }), limit: PAGE + 1 });
  const changes = found.slice(0, PAGE);
  const last = found.length > PAGE ? changes.at(-1) : undefined;
  return page(
    <ChangesPage changes={changes} today={dayOf(clock())} {...(last && { next: `${CHANGES}?sau=${last.id}` })} />,
  );
}

interface Wrong {
  readonly errors: readonly FieldError[];
  readonly from?: TypedDay;
  /** The day that the change is tried on. */
  readonly day?: Day;
}

async function showChange(exchange: Own, wrong?: Wrong): Promise<Answer> {
  const { db, clock, locale, platform } = exchange;
  const set = await findSet(exchange);
  if (!set) return notFound;
  const at = clock();
  const from = set.from ?? wrong?.day ?? addDays(dayOf(at), 1);
  const base = { set, from: wrong?.from ?? typedDayOf(from), today: dayOf(at), errors: wrong?.errors ?? [] };
  const status = wrong ? 422 : 200;
  if (set.state === 'in-force') {
    const around = await readAround(db, { from, reverse: set.reverse });
    const done = set.items
      .slice(0, SHOWN_ITEMS)
      .map(({ no, item }) => ({ no, ...wordsOf(item, around, locale), fault: undefined }));
    return page(<ChangePage {...base} items={done} touched={undefined} breaks={undefined} />, status);
  }
  const { before, standing, faults, breaks } = await checkChange(db, set, { from, at });
  const items = set.items.map(({ no, item }) => {
    const found = faults.find((one) => one.no === no);
    const fault = found && problemOf(found.refusal, platform.registry, locale).title;
    return { no, ...wordsOf(item, { before, after: standing }, locale), fault };
  });
  const shown = items.filter(({ fault }, index) => fault !== undefined || index < SHOWN_ITEMS);
  const touched = await readTouched(db, { before, after: standing, day: from });
  const stuck = set.fault && problemOf({ kind: 'refusal', ...set.fault }, platform.registry, locale).title;
  return page(
    <ChangePage
      {...base}
      items={shown}
      touched={touched}
      breaks={breaks && { id: breaks.id, title: breaks.title }}
      {...(stuck && { stuck })}
    />,
    status,
  );
}

async function findSet({ db, params }: Own): Promise<ChangeSet | undefined> {
  const id = params.id ?? '';
  return isId(id) ? findChangeSet(db, id) : undefined;
}

/** The id, the version and the command of a form about one change; undefined when it is no form of ours. */
function askedBy(exchange: Own) {
  const { params, clock } = exchange;
  const id = params.id ?? '';
  const commandId = commandIdOf(exchange);
  const shown = shownVersionOf(exchange);
  return isId(id) && commandId && shown !== undefined ? { id, commandId, shown, at: clock() } : undefined;
}

async function name(exchange: Own): Promise<Answer> {
  const { db, form, signedIn } = exchange;
  const asked = askedBy(exchange);
  if (!asked) return notFound;
  const text = (field: string) => fieldOf(form, field).normalize('NFC').trim().slice(0, 300);
  const named = { ...asked, title: text('title'), document: text('document') };
  return settled(exchange, await nameChange(db, actorOf(signedIn), named), 'title');
}

async function remove(exchange: Own): Promise<Answer> {
  const { db, form, signedIn } = exchange;
  const asked = askedBy(exchange);
  const no = Number(fieldOf(form, 'no'));
  if (!asked || !Number.isInteger(no)) return notFound;
  return settled(exchange, await removeItem(db, actorOf(signedIn), { ...asked, no }));
}

async function publish(exchange: Own): Promise<Answer> {
  const { db, form, signedIn } = exchange;
  const asked = askedBy(exchange);
  if (!asked) return notFound;
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => fieldOf(form, `from.${part}`));
  const typed = { day, month, year };
  const from = readTypedDay(typed);
  if (from === undefined)
    return showChange(exchange, { errors: [{ name: 'from', message: NO_DAY[exchange.locale] }], from: typed });
  const published = await publishChange(db, actorOf(signedIn), { ...asked, from });
  return settled(exchange, published, 'from', { from: typed, day: from });
}

async function takeItBack(exchange: Own): Promise<Answer> {
  const asked = askedBy(exchange);
  return asked ? settled(exchange, await takeBack(exchange.db, actorOf(exchange.signedIn), asked)) : notFound;
}

async function reverse(exchange: Own): Promise<Answer> {
  const { db, signedIn, locale } = exchange;
  const [asked, set] = [askedBy(exchange), await findSet(exchange)];
  if (!asked || !set) return notFound;
  const title = `${REVERSED[locale]}${set.title}`.slice(0, 300);
  const outcome = await reverseChange(db, actorOf(signedIn), { ...asked, title });
  return outcome.kind === 'saved' ? seeOther(changePath(outcome.id)) : settled(exchange, outcome);
}

async function discard(exchange: Own): Promise<Answer> {
  const asked = askedBy(exchange);
  if (!asked) return notFound;
  const outcome = await discardChange(exchange.db, actorOf(exchange.signedIn), asked);
  return outcome.kind === 'saved' ? seeOther(CHANGES) : settled(exchange, outcome);
}

async function settled(
  exchange: Own,
  outcome: PublishedChange,
  field?: string,
  more: Omit<Wrong, 'errors'> = {},
): Promise<Answer> {
  const { params, platform, locale } = exchange;
  const back = changePath(params.id ?? '');
  const wrong = (message: string): Promise<Answer> =>
    showChange(exchange, { ...more, errors: [{ ...(field !== undefined && { name: field }), message }] });
  switch (outcome.kind) {
    case 'saved':
      return seeOther(back);
    case 'not-found':
      return notFound;
    case 'changed':
      return outcomePage({ kind: 'changed', changes: [], version: 0 }, back);
    case 'faulty':
      return showChange(exchange, { ...more, errors: [{ message: FAULTY[locale](outcome.faults.length) }] });
    default:
      return wrong(problemOf(outcome, platform.registry, locale).title);
  }
}

const NO_DAY = {
  vi: 'Nhập ngày có trong lịch, ví dụ 5 12 2026.',
  en: 'Enter a day of the calendar, such as 5 12 2026.',
};
const REVERSED = { vi: 'Đảo ngược: ', en: 'Turned round: ' };
const FAULTY = {
  vi: (count: number) => `Chưa công bố: ${count} mục không thực hiện được từ ngày đã chọn. Lý do ghi ở từng mục.`,
  en: (count: number) => `Not published: ${count} items are not possible from that day. Each says why.`,
};
