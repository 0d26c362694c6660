/** Routes of items: each asks for one change and puts what it means into a draft, an open one or a new one. */
import { addDays, dayOf } from '../../calendar/instant.ts';
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
} from '../../http/route.ts';
import { actorOf } from '../../identity/signed-in.ts';
import type { FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { ItemPage } from '../pages/item-page.tsx';
import { SubjectPage } from '../pages/subject-page.tsx';
import { changePath, ITEMS, manages, type Own, own, unitPath } from './administrator.ts';
import { type ChangeSet, findChangeSet, listDrafts } from './change-set.ts';
import { checkChange } from './check-change.ts';
import type { FormContext, ItemForm, Typed } from './forms/item-form.ts';
import { ITEM_FORMS } from './forms/item-forms.ts';
import { isRefusal, lookUpUnit } from './look-up.ts';
import { addItems, startChange } from './save-change.ts';

export const NEW_DRAFT = 'moi';

export const itemRoutes: readonly Route[] = ITEM_FORMS.flatMap((form) => [
  get(
    `${ITEMS}/${form.path}`,
    manages,
    own((exchange) => show(exchange, form)),
  ),
  post(
    `${ITEMS}/${form.path}`,
    manages,
    own((exchange) => send(exchange, form)),
  ),
]);

interface Asked {
  readonly drafts: readonly ChangeSet[];
  readonly draft: ChangeSet | undefined;
  readonly context: FormContext;
  /** Which unit, position and person the link named. */
  readonly subject: Typed;
}

const NO_DRAFT = { id: '00000000-0000-0000-0000-000000000000', items: [], document: null };

async function readAsked({ db, clock, query, form }: Own): Promise<Asked> {
  const from = (name: string) => fieldOf(form, name) || fieldOf(query, name);
  const at = clock();
  const day = addDays(dayOf(at), 1);
  const drafts = await listDrafts(db);
  const draft = isId(from('ban')) ? await findChangeSet(db, from('ban')) : undefined;
  const { standing } = await checkChange(db, draft ?? NO_DRAFT, { from: day, at });
  const context = { standing, day };
  const position = standing.positions.get(from('vi-tri'));
  const named = from('don-vi');
  const found = named === '' || standing.units.has(named) ? undefined : lookUpUnit(standing, day, named);
  const unit = position?.unit ?? (found && !isRefusal(found) ? found.id : named);
  const subject = {
    ...(standing.units.has(unit) && { unit }),
    ...(position && { position: position.id }),
    ...(from('nguoi') !== '' && { account: from('nguoi') }),
  };
  return { drafts, draft, context, subject };
}

const isComplete = ({ subject }: ItemForm, given: Typed): boolean => {
  if (subject === 'unit') return given.unit !== undefined;
  if (subject === 'position') return given.position !== undefined;
  return subject === undefined || (given.position !== undefined && given.account !== undefined);
};

async function show(exchange: Own, form: ItemForm): Promise<Answer> {
  const asked = await readAsked(exchange);
  if (!isComplete(form, asked.subject)) return askForSubject(exchange, form, asked);
  const typed = { ...asked.subject, ...form.begin?.(asked.context, asked.subject) };
  return itemPage(form, asked, { typed, errors: [], into: asked.draft?.id ?? asked.drafts[0]?.id ?? NEW_DRAFT });
}

/** By words, where no link named it; a position is then chosen on the page of its unit. */
async function askForSubject(exchange: Own, form: ItemForm, { context, subject }: Asked): Promise<Answer> {
  const { query, platform, locale } = exchange;
  const words = fieldOf(query, 'don-vi').trim().slice(0, 200);
  if (form.subject !== 'unit' && subject.unit !== undefined) return seeOther(unitPath(subject.unit));
  const found = words === '' ? undefined : lookUpUnit(context.standing, context.day, words);
  const error = isRefusal(found) ? problemOf(found, platform.registry, locale).title : undefined;
  const props = { action: `${ITEMS}/${form.path}`, title: form.title, words, draft: fieldOf(query, 'ban') };
  return page(<SubjectPage {...props} {...(error && { error })} />, error ? 422 : 200);
}

interface Filled {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly into: string;
}

function itemPage(form: ItemForm, asked: Asked, filled: Filled): Answer {
  const { drafts, context, subject } = asked;
  const unit = context.standing.units.get(subject.unit ?? '');
  const position = context.standing.positions.get(subject.position ?? '');
  const person = context.standing.people.get(subject.account ?? '');
  return page(
    <ItemPage
      action={`${ITEMS}/${form.path}`}
      title={form.title}
      about={form.about}
      questions={form.questions(context, { ...subject, ...filled.typed })}
      subject={{ unit, position, person }}
      drafts={drafts.map(({ id, title }) => ({ id, title }))}
      {...filled}
    />,
    filled.errors.length > 0 ? 422 : 200,
  );
}

async function send(exchange: Own, form: ItemForm): Promise<Answer> {
  const { db, clock, signedIn, platform, locale } = exchange;
  const asked = await readAsked(exchange);
  if (!isComplete(form, asked.subject)) return askForSubject(exchange, form, asked);
  const commandId = commandIdOf(exchange);
  if (!commandId) return notFound;
  const typed = { ...typedOf(exchange), ...asked.subject };
  const into = asked.draft?.id ?? NEW_DRAFT;
  const read = form.read(asked.context, typed);
  if ('errors' in read) {
    const errors = read.errors.map(({ name, refusal }) => ({
      name,
      message: problemOf(refusal, platform.registry, locale).title,
    }));
    return itemPage(form, asked, { typed, errors, into });
  }
  const { items } = read;
  const sent = { commandId, at: clock(), items };
  const actor = actorOf(signedIn);
  const saved = asked.draft
    ? await addItems(db, actor, { ...sent, id: asked.draft.id })
    : await startChange(db, actor, { ...sent, title: read.title[locale].slice(0, 300) });
  if (saved.kind === 'saved') return seeOther(changePath(saved.id));
  if (saved.kind === 'not-found' || saved.kind === 'changed') return outcomePage({ kind: 'not-found' }, ITEMS);
  return itemPage(form, asked, {
    typed,
    errors: [{ message: problemOf(saved, platform.registry, locale).title }],
    into,
  });
}

const typedOf = ({ form }: Own): Typed =>
  Object.fromEntries(Object.keys(form).map((name) => [name, fieldOf(form, name).normalize('NFC').slice(0, 4000)]));
