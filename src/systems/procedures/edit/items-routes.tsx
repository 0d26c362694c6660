/** Routes of the parts that are lists: the list with its buttons, and one page for each entry. */
import { type Day, dayOf } from '../../../platform/calendar/instant.ts';
import { compileForm } from '../../../platform/forms/compile-form.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import type { FormContext } from '../../../platform/forms/form.ts';
import { readForm } from '../../../platform/forms/read-form.ts';
import {
  type Answer,
  commandIdOf,
  type Exchange,
  fieldOf,
  get,
  notFound,
  page,
  post,
  type Route,
  seeOther,
  shownVersionOf,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { checkDraft, type DraftFault } from '../draft/check-draft.ts';
import { type Draft, findDraft } from '../draft/draft.ts';
import { DRAFT_PARTS, type DraftPart } from '../draft/draft-parts.ts';
import { type Asked, own, type Own } from '../draft/draft-routes.tsx';
import { saveDraft } from '../draft/save-draft.ts';
import { DesignerPage } from '../pages/designer-page.tsx';
import { DraftChangedPage } from '../pages/draft-changed-page.tsx';
import { draftPath, EDITED } from '../pages/draft-words.ts';
import { ItemsPage } from '../pages/items-page.tsx';
import { PartPage, type PartPageProps } from '../pages/part-page.tsx';
import type { ProcedureTables } from '../tables.ts';
import { choicesOn } from './choices.ts';
import { anchorOf } from './items-anchor.ts';
import type { ItemRef, ItemsPart, Rearrangement } from './items-part.ts';
import { findItemsPart } from './items-parts.ts';

const edit = { permission: 'procedures.edit-definitions' } as const;
const MOST = { bodyLimit: 1_000_000 };

export const itemsRoutes: readonly Route<ProcedureTables>[] = DRAFT_PARTS.flatMap((part) => {
  const items = findItemsPart(part.key);
  if (!items) return [];
  const path = `${EDITED}/:code/nhap/${part.path}`;
  return [
    get<ProcedureTables>(path, edit, (exchange) => showItems(exchange, part, items)),
    post<ProcedureTables>(
      path,
      edit,
      own((exchange) => rearrange(exchange, part, items)),
    ),
    get<ProcedureTables>(`${path}/moi`, edit, (exchange) => showItem(exchange, part, items)),
    post<ProcedureTables>(
      `${path}/moi`,
      edit,
      own((exchange) => saveItem(exchange, part, items)),
      MOST,
    ),
    get<ProcedureTables>(`${path}/muc/:id`, edit, (exchange) => showItem(exchange, part, items)),
    post<ProcedureTables>(
      `${path}/muc/:id`,
      edit,
      own((exchange) => saveItem(exchange, part, items)),
      MOST,
    ),
  ];
});

async function showItems({ db, params, clock }: Asked, part: DraftPart, items: ItemsPart): Promise<Answer> {
  const draft = await findDraft(db, params.code ?? '');
  if (!draft) return notFound;
  const faults = (await checkDraft(db, draft, dayOf(clock()))).filter((one) => one.part === part.key);
  const placed = faults.map((one) => ({ ...one, id: items.place(draft, one.at)?.id }));
  return page(
    part.key === 'form' ? (
      <DesignerPage draft={draft} part={part} faults={placed} />
    ) : (
      <ItemsPage draft={draft} part={part} items={items.list(draft)} add={items.add} faults={placed} />
    ),
  );
}

const REARRANGEMENTS: Readonly<Record<string, Rearrangement>> = { len: 'up', xuong: 'down', bo: 'remove' };

async function rearrange(exchange: Own, part: DraftPart, items: ItemsPart): Promise<Answer> {
  const { db, params, signedIn, clock, form } = exchange;
  const { code = '' } = params;
  const [, named = '', id = ''] = /^([a-z]+):(.{1,200})$/.exec(fieldOf(form, 'lam')) ?? [];
  const [draft, how, commandId] = [await findDraft(db, code), REARRANGEMENTS[named], commandIdOf(exchange)];
  const content = draft && how && items.rearrange(draft, id, how);
  if (!content || !commandId) return notFound;
  const at = clock();
  const shown = shownVersionOf(exchange) ?? 0;
  const saved = await saveDraft(db, actorOf(signedIn), { commandId, code, shown, part: part.key, content, at });
  if (saved.kind === 'changed') return page(<DraftChangedPage code={code} changes={saved.changes} />, 409);
  const anchor = how === 'remove' ? '' : `#${anchorOf(id)}`;
  return saved.kind === 'saved' ? seeOther(`${draftPath(code)}/${part.path}${anchor}`) : notFound;
}

function refOf({ params, query }: Pick<Exchange, 'params' | 'query'>): ItemRef {
  if (params.id !== undefined) return { id: params.id };
  const [within, kind] = [fieldOf(query, 'trong'), fieldOf(query, 'kieu')];
  return { ...(within !== '' && { within }), ...(kind !== '' && { kind }) };
}

async function showItem(exchange: Asked, part: DraftPart, items: ItemsPart): Promise<Answer> {
  const { db, params, clock } = exchange;
  const draft = await findDraft(db, params.code ?? '');
  const item = refOf(exchange);
  const title = draft && items.title(draft, item);
  if (!draft || !title) return notFound;
  const asking = { draft, items, item, day: dayOf(clock()) };
  const all = (await checkDraft(db, draft, dayOf(clock()))).filter((one) => one.part === part.key);
  const faults = all.filter((one) => item.id !== undefined && items.place(draft, one.at)?.id === item.id);
  return page(
    <PartPage
      {...(await askedOf(exchange, asking))}
      draft={draft}
      part={part}
      title={title}
      path={pathOf(exchange, part)}
      answers={items.answers(draft, item)}
      errors={faults.flatMap((one) => errorOf(one, items.place(draft, one.at)?.field))}
      faults={faults}
      typed={{}}
    />,
  );
}

const errorOf = ({ code, message }: DraftFault, path: string | undefined): FieldError[] =>
  path === undefined ? [] : [{ key: path, path, name: path, code, message, where: [] }];

async function saveItem(exchange: Own, part: DraftPart, items: ItemsPart): Promise<Answer> {
  const { db, params, clock, signedIn } = exchange;
  const { code = '' } = params;
  const [draft, commandId, item] = [await findDraft(db, code), commandIdOf(exchange), refOf(exchange)];
  const title = draft && items.title(draft, item);
  if (!draft || !title || !commandId) return notFound;
  const { form, context, told } = await askedOf(exchange, { draft, items, item, day: dayOf(clock()) });
  const read = readForm(form, exchange.form, { context, section: part.key });
  const version = shownVersionOf(exchange) ?? 0;
  const shown = {
    form,
    context,
    told,
    part,
    title,
    path: pathOf(exchange, part),
    answers: read.answers,
    typed: read.typed,
    ...(read.more.length > 0 && { asksMore: 'unsaved' as const }),
  };
  const again = (errors: readonly FieldError[], status: number) =>
    page(
      <PartPage {...shown} draft={{ ...draft, version }} errors={errors} faults={[]} failed={errors.length > 0} />,
      status,
    );
  if (read.action !== undefined || (read.errors.length === 0 && read.more.length > 0)) return again([], 200);
  if (read.errors.length > 0) return again(read.errors, 422);
  const applied = items.apply(draft, item, read.answers);
  if (applied.errors) return again(applied.errors, 422);
  const command = { commandId, code, shown: version, part: part.key, content: applied.content, at: clock() };
  const saved = await saveDraft(db, actorOf(signedIn), command);
  if (saved.kind === 'changed')
    return page(<PartPage {...shown} draft={saved.draft} errors={[]} faults={[]} changes={saved.changes} />, 409);
  const anchor = item.id === undefined ? '' : `#${anchorOf(item.id)}`;
  return saved.kind === 'saved' ? seeOther(`${draftPath(code)}/${part.path}${anchor}`) : notFound;
}

interface Asking {
  readonly draft: Draft;
  readonly items: ItemsPart;
  readonly item: ItemRef;
  readonly day: Day;
}

async function askedOf(
  { db }: Asked,
  { draft, items, item, day }: Asking,
): Promise<Pick<PartPageProps, 'form' | 'context' | 'told'>> {
  const choices = await choicesOn(db, { day, definition: draft.definition });
  const fields = [...items.fields(draft, item, choices)];
  const title = { vi: '-' };
  const compiled = compileForm({ code: 'draft-entry', title, sections: [{ key: items.part, title, fields }] });
  if (compiled.faults)
    throw new Error(`the questions of ${items.part} do not compile: ${JSON.stringify(compiled.faults)}`);
  const context: FormContext = { today: day, channel: 'counter', case: '', commune: '' };
  return { form: compiled.form, context, told: items.told?.(draft, item, choices) ?? [] };
}

/** The same address again: for a new entry with where and of what kind. */
function pathOf({ params, query }: Pick<Exchange, 'params' | 'query'>, part: DraftPart): string {
  const list = `${draftPath(params.code ?? '')}/${part.path}`;
  if (params.id !== undefined) return `${list}/muc/${encodeURIComponent(params.id)}`;
  const [within, kind] = [fieldOf(query, 'trong'), fieldOf(query, 'kieu')];
  const asked = new URLSearchParams({ ...(within && { trong: within }), ...(kind && { kieu: kind }) }).toString();
  return asked === '' ? `${list}/moi` : `${list}/moi?${asked}`;
}
