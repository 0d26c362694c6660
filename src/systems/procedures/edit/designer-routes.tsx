/** Routes of the form designer beside its entries: a form of its own or the general one, and the form as people see it. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { compileForm } from '../../../platform/forms/compile-form.ts';
import type { FormContext } from '../../../platform/forms/form.ts';
import {
  type Answer,
  commandIdOf,
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
import { METHODS } from '../definition-atoms.ts';
import { findDraft } from '../draft/draft.ts';
import type { Draft, DraftContent } from '../draft/draft.ts';
import { getPart } from '../draft/draft-parts.ts';
import { type Asked, own, type Own } from '../draft/draft-routes.tsx';
import { saveDraft } from '../draft/save-draft.ts';
import { composeGeneralForm } from '../general-form.ts';
import { formLists } from '../get-version.ts';
import { DraftChangedPage } from '../pages/draft-changed-page.tsx';
import { draftPath, EDITED } from '../pages/draft-words.ts';
import { CHANNEL_FIELD, TrialPage } from '../pages/trial-page.tsx';
import { TrialFaultsPage } from '../pages/trial-faults-page.tsx';
import type { ProcedureTables } from '../tables.ts';
import { shownForm } from './answered-form.ts';
import { withChanges } from './part-form.ts';
import { beginTrial, tryForm } from './try-form.ts';

const edit = { permission: 'procedures.edit-definitions' } as const;
const PART = getPart('form');
const PATH = `${EDITED}/:code/nhap/${PART.path}`;

export const designerRoutes: readonly Route<ProcedureTables>[] = [
  get(`${PATH}/xem-thu`, edit, (exchange) => showTrial(exchange, false)),
  post(`${PATH}/xem-thu`, edit, (exchange) => showTrial(exchange, true), { bodyLimit: 1_000_000 }),
  post(
    `${PATH}/rieng`,
    edit,
    own((exchange) => change(exchange, ownForm)),
  ),
  post(
    `${PATH}/chung`,
    edit,
    own((exchange) => change(exchange, generalForm)),
  ),
  ...['rieng', 'chung'].map((act) =>
    get<ProcedureTables>(`${PATH}/${act}`, edit, ({ params }) =>
      seeOther(`${draftPath(params.code ?? '')}/${PART.path}`),
    ),
  ),
];

async function showTrial({ db, params, form: body, clock }: Asked, sent: boolean): Promise<Answer> {
  const draft = await findDraft(db, params.code ?? '');
  if (!draft) return notFound;
  const { definition } = draft;
  const compiled = compileForm(shownForm(draft), { lists: await formLists(db) });
  if (compiled.faults) return page(<TrialFaultsPage faults={compiled.faults} />);
  const { form } = compiled;
  const context: FormContext = {
    today: dayOf(clock()),
    channel: channelOf(draft, fieldOf(body, CHANNEL_FIELD)),
    case: '',
    commune: '',
  };
  const trial = sent ? tryForm({ definition, form }, body, context) : beginTrial(form);
  const action = `${draftPath(draft.code)}/${PART.path}/xem-thu`;
  const status = trial.errors.length > 0 ? 422 : 200;
  return page(<TrialPage form={form} context={context} trial={trial} action={action} sent={sent} />, status);
}

const channelOf = ({ definition }: Draft, asked: string) =>
  METHODS.find((method) => method === asked) ?? definition.channels[0]?.method ?? 'online';

const ownForm = ({ definition, form }: DraftContent): DraftContent => {
  const code = `form-${definition.code.replace('.', '-')}`;
  const own = form ?? { ...composeGeneralForm(definition), code };
  return { definition: { ...definition, form: own.code }, form: own };
};

const generalForm = ({ definition }: DraftContent): DraftContent => ({
  definition: withChanges(definition, { form: undefined }),
  form: null,
});

async function change(exchange: Own, changed: (content: DraftContent) => DraftContent): Promise<Answer> {
  const { db, params, signedIn, clock } = exchange;
  const { code = '' } = params;
  const [draft, commandId] = [await findDraft(db, code), commandIdOf(exchange)];
  if (!draft || !commandId) return notFound;
  const shown = shownVersionOf(exchange) ?? 0;
  const content = changed({ definition: draft.definition, form: draft.form });
  const saved = await saveDraft(db, actorOf(signedIn), { commandId, code, shown, part: 'form', content, at: clock() });
  if (saved.kind === 'changed') return page(<DraftChangedPage code={code} changes={saved.changes} />, 409);
  return saved.kind === 'saved' ? seeOther(`${draftPath(code)}/${PART.path}`) : notFound;
}
