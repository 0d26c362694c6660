/** Routes on which an administrator edits procedures: the list, versions, a draft as a whole, publishing, rolling back, discarding. */
import { addDays, type Day, dayOf } from '../../../platform/calendar/instant.ts';
import { isId } from '../../../platform/db/ids.ts';
import {
  type Answer,
  commandIdOf,
  type Exchange,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
  shownVersionOf,
} from '../../../platform/http/route.ts';
import { actorOf, type SignedIn } from '../../../platform/identity/signed-in.ts';
import { isDay } from '../../../platform/text/partial-day.ts';
import { DraftChangedPage } from '../pages/draft-changed-page.tsx';
import { DraftPage } from '../pages/draft-page.tsx';
import { draftPath, EDITED, editedPath } from '../pages/draft-words.ts';
import { EditedPage, SHOWN_ONLY } from '../pages/edited-page.tsx';
import { NewProcedurePage } from '../pages/new-procedure-page.tsx';
import { VersionPage } from '../pages/version-page.tsx';
import { VersionsPage } from '../pages/versions-page.tsx';
import type { ProcedureTables } from '../tables.ts';
import { checkDraft } from './check-draft.ts';
import { compareContents } from './compare.ts';
import { findDraft } from './draft.ts';
import { emptySeatsOf, listSeatGroups } from './empty-seats.ts';
import { heldBy, leftEmpty } from './held.ts';
import { listEdited } from './list-edited.ts';
import { newProcedure } from './new-procedure.ts';
import { publishDraft, type PublishedDraft, restoreVersion } from './publish-draft.ts';
import { discardDraft, startDraft } from './save-draft.ts';
import { findVersion, lastVersion, listVersions } from './versions.ts';

const edit = { permission: 'procedures.edit-definitions' } as const;
const ONE = `${EDITED}/:code`;
const DRAFT = `${ONE}/nhap`;
const ROWS = 100;

export type Asked = Exchange<ProcedureTables>;
export type Own = Asked & { readonly signedIn: SignedIn };

/** The server lets only the signed in through; this says so to the compiler. */
export const own =
  (handle: (exchange: Own) => Promise<Answer>) =>
  async (exchange: Asked): Promise<Answer> =>
    exchange.signedIn ? handle(exchange as Own) : notFound;

export const draftRoutes: readonly Route<ProcedureTables>[] = [
  get(EDITED, edit, showList),
  get(`${EDITED}/moi`, edit, () => page(<NewProcedurePage asked={{ code: '', name: '', nameEn: '', field: '' }} />)),
  post(`${EDITED}/moi`, edit, own(begin)),
  get(ONE, edit, showVersions),
  get(`${ONE}/phien-ban/:id`, edit, (exchange) => showVersion(exchange)),
  post(`${ONE}/phien-ban/:id/dung-lai`, edit, own(restore)),
  post(`${ONE}/lap-nhap`, edit, own(draftFromLast)),
  get(DRAFT, edit, (exchange) => showDraft(exchange)),
  post(`${DRAFT}/cong-bo`, edit, own(publish)),
  post(`${DRAFT}/bo`, edit, own(discard)),
  // where a form came back from with a mistake: loading it again shows the page it stands on
  get(`${ONE}/phien-ban/:id/dung-lai`, edit, ({ params }) =>
    seeOther(`${editedPath(params.code ?? '')}/phien-ban/${params.id}`),
  ),
  get(`${ONE}/lap-nhap`, edit, ({ params }) => seeOther(editedPath(params.code ?? ''))),
  ...['cong-bo', 'bo'].map((act) =>
    get<ProcedureTables>(`${DRAFT}/${act}`, edit, ({ params }) => seeOther(draftPath(params.code ?? ''))),
  ),
];

async function showList({ db, query, clock }: Asked): Promise<Answer> {
  const only = SHOWN_ONLY.find((one) => one === fieldOf(query, 'hien')) ?? 'all';
  const words = fieldOf(query, 'tim').slice(0, 200);
  const after = fieldOf(query, 'sau').slice(0, 40);
  const found = await listEdited(db, { words, only, after, day: dayOf(clock()), limit: ROWS + 1 });
  const procedures = found.slice(0, ROWS);
  const last = found.length > ROWS ? procedures.at(-1)?.code : undefined;
  const next = last && {
    next: `${EDITED}?${new URLSearchParams({ ...(only !== 'all' && { hien: only }), ...(words && { tim: words }), sau: last })}`,
  };
  return page(<EditedPage showing={only} words={words} procedures={procedures} {...next} />);
}

async function begin(exchange: Own): Promise<Answer> {
  const { db, form, signedIn, clock } = exchange;
  const commandId = commandIdOf(exchange);
  const [code, name, nameEn, field] = ['code', 'name', 'nameEn', 'field'].map((one) =>
    fieldOf(form, one).normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 1000),
  ) as [string, string, string, string];
  const asked = { code, name, nameEn, field };
  if (!commandId) return notFound;
  const begun = await newProcedure(db, asked);
  if ('faults' in begun) return page(<NewProcedurePage asked={asked} faults={begun.faults} />, 422);
  const content = { definition: begun.definition, form: null };
  const started = await startDraft(db, actorOf(signedIn), { commandId, code, base: null, content, at: clock() });
  return started.kind === 'saved' ? seeOther(draftPath(code)) : outcomePage(started, editedPath(code));
}

async function showVersions({ db, params, clock }: Asked): Promise<Answer> {
  const { code = '' } = params;
  const [versions, draft, last] = await Promise.all([
    listVersions(db, code),
    findDraft(db, code),
    lastVersion(db, code),
  ]);
  const name = (last ?? draft)?.definition.name;
  if (!name) return notFound;
  return page(
    <VersionsPage code={code} name={name} versions={versions} hasDraft={draft !== undefined} today={dayOf(clock())} />,
  );
}

async function showVersion({ db, params, clock }: Asked, wrong?: WrongDay): Promise<Answer> {
  const { code = '', id = '' } = params;
  const [version, last] = await Promise.all([
    isId(id) ? findVersion(db, { code, id }) : undefined,
    lastVersion(db, code),
  ]);
  if (!version) return notFound;
  const differences = last && last.id !== id ? compareContents(last, version) : undefined;
  return page(
    <VersionPage
      code={code}
      id={id}
      differences={differences}
      from={wrong?.typed ?? partsOf(addDays(dayOf(clock()), 1))}
      {...(wrong && { error: wrong.error })}
    />,
    wrong ? 422 : 200,
  );
}

async function draftFromLast(exchange: Own): Promise<Answer> {
  const { db, params, signedIn, clock } = exchange;
  const { code = '' } = params;
  const last = await lastVersion(db, code);
  const commandId = commandIdOf(exchange);
  if (!last || !commandId) return notFound;
  const content = { definition: { ...last.definition, valid: {} }, form: last.form };
  const started = await startDraft(db, actorOf(signedIn), { commandId, code, base: last.id, content, at: clock() });
  return started.kind === 'saved' ? seeOther(draftPath(code)) : outcomePage(started, editedPath(code));
}

async function showDraft({ db, params, clock }: Asked, wrong?: WrongDay): Promise<Answer> {
  const { code = '' } = params;
  const [draft, last] = await Promise.all([findDraft(db, code), lastVersion(db, code)]);
  if (!draft) return notFound;
  return page(
    <DraftPage
      draft={draft}
      faults={await checkDraft(db, draft, dayOf(clock()))}
      differences={last && compareContents(last, draft)}
      held={heldBy(draft)}
      empty={emptySeatsOf(draft.definition, await listSeatGroups(db, dayOf(clock())))}
      unsaid={leftEmpty(draft)}
      // what nobody has had yet is rarely meant for later
      from={wrong?.typed ?? partsOf(addDays(dayOf(clock()), last ? 1 : 0))}
      {...(wrong && { error: wrong.error })}
    />,
    wrong ? 422 : 200,
  );
}

async function publish(exchange: Own): Promise<Answer> {
  const { db, params, signedIn, clock } = exchange;
  const { code = '' } = params;
  const day = readDay(exchange);
  if (typeof day !== 'string') return showDraft(exchange, day);
  const shown = shownVersionOf(exchange) ?? 0;
  return settled(exchange, await publishDraft(db, actorOf(signedIn), { code, shown, from: day, at: clock() }));
}

async function restore(exchange: Own): Promise<Answer> {
  const { db, params, signedIn, clock } = exchange;
  const { code = '', id = '' } = params;
  if (!isId(id)) return notFound;
  const day = readDay(exchange);
  if (typeof day !== 'string') return showVersion(exchange, day);
  const restored = await restoreVersion(db, actorOf(signedIn), { code, versionId: id, from: day, at: clock() });
  if (restored.kind !== 'faulty') return settled(exchange, restored);
  const error = restored.faults.map(({ message }) => message[exchange.locale]).join(' ');
  return showVersion(exchange, { error, typed: partsOf(day) });
}

async function settled(exchange: Own, outcome: PublishedDraft): Promise<Answer> {
  const { code = '' } = exchange.params;
  switch (outcome.kind) {
    case 'published':
      return seeOther(editedPath(code));
    case 'faulty':
      return seeOther((await findDraft(exchange.db, code)) ? draftPath(code) : editedPath(code));
    case 'changed':
      return page(<DraftChangedPage code={code} changes={outcome.changes} />, 409);
    case 'not-found':
      return notFound;
    default:
      return outcomePage(outcome, editedPath(code));
  }
}

async function discard(exchange: Own): Promise<Answer> {
  const { db, params, signedIn, clock } = exchange;
  const { code = '' } = params;
  const shown = shownVersionOf(exchange) ?? 0;
  const outcome = await discardDraft(db, actorOf(signedIn), { code, shown, at: clock() });
  if (outcome.kind === 'changed') return page(<DraftChangedPage code={code} changes={outcome.changes} />, 409);
  return outcome.kind === 'discarded' ? seeOther(EDITED) : notFound;
}

interface WrongDay {
  readonly error: string;
  readonly typed: Readonly<Record<'day' | 'month' | 'year', string>>;
}

/** The first day in force, or what is wrong with what was typed. */
function readDay({ form, clock, locale }: Own): Day | WrongDay {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    fieldOf(form, `from.${part}`).trim(),
  );
  const from = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isDay(from) && from >= dayOf(clock())) return from;
  return { error: (isDay(from) ? PASSED : NO_DAY)[locale], typed: { day, month, year } };
}

const PASSED = { vi: 'Ngày áp dụng phải từ hôm nay trở đi.', en: 'The day must be today or later.' };
const NO_DAY = {
  vi: 'Nhập ngày có trong lịch, ví dụ 5 12 2026.',
  en: 'Enter a day of the calendar, such as 5 12 2026.',
};

function partsOf(day: Day) {
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: date, month, year };
}
