/** Routes on which a draft is edited part by part: questions shown with what is wrong, saved under the version that was shown. */
import { type Day, dayOf } from '../../../platform/calendar/instant.ts';
import { compileForm } from '../../../platform/forms/compile-form.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import type { Form, FormContext } from '../../../platform/forms/form.ts';
import { readForm } from '../../../platform/forms/read-form.ts';
import {
  type Answer,
  commandIdOf,
  get,
  notFound,
  page,
  post,
  type Route,
  seeOther,
  shownVersionOf,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { checkDraft } from '../draft/check-draft.ts';
import { type Draft, findDraft } from '../draft/draft.ts';
import { DRAFT_PARTS, type DraftPart } from '../draft/draft-parts.ts';
import { type Asked, own, type Own } from '../draft/draft-routes.tsx';
import { type DraftChanged, saveDraft } from '../draft/save-draft.ts';
import { draftPath, EDITED } from '../pages/draft-words.ts';
import { PartPage } from '../pages/part-page.tsx';
import type { ProcedureTables } from '../tables.ts';
import { choicesOn } from './choices.ts';
import type { PartForm } from './part-form.ts';
import { findPartForm } from './part-forms.ts';

const edit = { permission: 'procedures.edit-definitions' } as const;

/** A whole definition may be long; a form of ours is no upload. */
const MOST = { bodyLimit: 1_000_000 };

export const editRoutes: readonly Route<ProcedureTables>[] = DRAFT_PARTS.flatMap((part) => {
  const form = findPartForm(part.key);
  if (!form) return [];
  const path = `${EDITED}/:code/nhap/${part.path}`;
  return [
    get<ProcedureTables>(path, edit, (exchange) => showPart(exchange, part, form)),
    post<ProcedureTables>(
      path,
      edit,
      own((exchange) => savePart(exchange, part, form)),
      MOST,
    ),
  ];
});

async function showPart(exchange: Asked, part: DraftPart, form: PartForm): Promise<Answer> {
  const { db, params, clock } = exchange;
  const draft = await findDraft(db, params.code ?? '');
  if (!draft) return notFound;
  const day = dayOf(clock());
  const compiled = await questionsOf(exchange, { draft, form, day });
  const faults = (await checkDraft(db, draft, dayOf(clock()))).filter((one) => one.part === part.key);
  const errors = faults.flatMap(({ at, code, message }): FieldError[] => {
    const path = form.place(at, draft);
    return path === undefined ? [] : [{ key: path, path, name: path, code, message, where: [] }];
  });
  const path = `${draftPath(draft.code)}/${part.path}`;
  const shown = { draft, part, path, form: compiled, context: contextOn(day), answers: form.answers(draft) };
  return page(<PartPage {...shown} told={form.told?.(draft)} errors={errors} faults={faults} typed={{}} />);
}

async function savePart(exchange: Own, part: DraftPart, form: PartForm): Promise<Answer> {
  const { db, params, clock, signedIn } = exchange;
  const { code = '' } = params;
  const commandId = commandIdOf(exchange);
  const draft = await findDraft(db, code);
  if (!draft || !commandId) return notFound;
  const day = dayOf(clock());
  const compiled = await questionsOf(exchange, { draft, form, day });
  const context = contextOn(day);
  const read = readForm(compiled, exchange.form, { context, section: part.key });
  const version = shownVersionOf(exchange) ?? 0;
  const again = (errors: readonly FieldError[], status: number, { changed, saved }: Instead = {}) =>
    page(
      <PartPage
        draft={saved ?? changed?.draft ?? { ...draft, version }}
        part={part}
        path={`${draftPath(code)}/${part.path}`}
        form={compiled}
        context={context}
        answers={read.answers}
        errors={errors}
        typed={read.typed}
        faults={[]}
        failed={errors.length > 0}
        asksMore={read.more.length === 0 ? undefined : saved ? 'saved' : 'unsaved'}
        {...(changed && { changes: changed.changes })}
      />,
      status,
    );
  if (read.action !== undefined || (read.errors.length === 0 && read.needed.length > 0)) return again([], 200);
  if (read.errors.length > 0) return again(read.errors, 422);
  const applied = form.apply(draft, read.answers);
  if (applied.errors) return again(applied.errors, 422);
  const saved = await saveDraft(db, actorOf(signedIn), {
    commandId,
    code,
    shown: version,
    part: part.key,
    content: applied.content,
    at: clock(),
  });
  if (saved.kind === 'changed') return again([], 409, { changed: saved });
  if (saved.kind !== 'saved') return notFound;
  // what these answers brought up may be left empty: it is shown, and what was entered is kept already
  const now = read.more.length > 0 ? await findDraft(db, code) : undefined;
  return now ? again([], 200, { saved: now }) : seeOther(draftPath(code));
}

interface Instead {
  /** By others meanwhile. */
  readonly changed?: DraftChanged;
  /** The draft as it is saved now. */
  readonly saved?: Draft;
}

const contextOn = (today: Day): FormContext => ({ today, channel: 'counter', case: '', commune: '' });

interface Questions {
  readonly draft: Draft;
  readonly form: PartForm;
  readonly day: Day;
}

/** Ours to mend when it does not compile. */
async function questionsOf({ db }: Asked, { draft, form, day }: Questions): Promise<Form> {
  const fields = [...form.fields(draft, await choicesOn(db, { day, definition: draft.definition }))];
  const title = { vi: '-' };
  const compiled = compileForm({ code: 'draft-part', title, sections: [{ key: form.part, title, fields }] });
  if (compiled.faults)
    throw new Error(`the questions of ${form.part} do not compile: ${JSON.stringify(compiled.faults)}`);
  return compiled.form;
}
