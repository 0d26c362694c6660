/** What applicants do with their dossiers: complete, answer the draft, withdraw. */
import type { Outcome } from '../../../platform/cases/act.ts';
import type { Instant } from '../../../platform/calendar/instant.ts';
import { newId } from '../../../platform/db/ids.ts';
import { giveFiles, storeFile } from '../../../platform/files/store-file.ts';
import { beginDraft, deleteDraft, type Draft, listDrafts } from '../../../platform/forms/draft.ts';
import { validateForm } from '../../../platform/forms/validate-form.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { applicationOf, filesHandedIn, textAt } from '../application.ts';
import { itemTexts } from '../timeline-words.ts';
import type { DossierView } from '../dossier-view.ts';
import { answerDraft, supplySupplement, withdrawDossier } from '../dossiers.ts';
import { DraftPage } from '../pages/draft-page.tsx';
import { type AskedItem, SupplementPage, type SupplementPageProps } from '../pages/supplement-page.tsx';
import { WithdrawPage } from '../pages/withdraw-page.tsx';
import type { DossierTables } from '../tables.ts';
import { applicantActor, citizenOf, commandOf } from './citizen.ts';
import { formOf, withView } from './citizen-dossiers.tsx';

type Asked = Exchange<DossierTables>;

const UPLOAD_LIMIT = 64 * 1024 * 1024;

export const actRoutes: readonly Route<DossierTables>[] = [
  get('/ho-so/:code/bo-sung', 'citizen', (exchange) => withView(exchange, (view) => supplementPage(exchange, view))),
  post('/ho-so/:code/bo-sung', 'citizen', (exchange) => withView(exchange, (view) => supply(exchange, view)), {
    bodyLimit: UPLOAD_LIMIT,
    binding: true,
  }),
  get('/ho-so/:code/bo-sung/sua', 'citizen', ({ params }) => seeOther(`/ho-so/${params.code}/bo-sung`)),
  post('/ho-so/:code/bo-sung/sua', 'citizen', (exchange) => withView(exchange, (view) => correct(exchange, view))),
  get('/ho-so/:code/du-thao', 'citizen', (exchange) => withView(exchange, (view) => draftPage(exchange, view))),
  post('/ho-so/:code/du-thao', 'citizen', (exchange) => withView(exchange, (view) => answer(exchange, view)), {
    binding: true,
  }),
  get('/ho-so/:code/rut', 'citizen', (exchange) =>
    withView(exchange, ({ dossier }) => page(<WithdrawPage dossier={dossier} />)),
  ),
  post('/ho-so/:code/rut', 'citizen', (exchange) => withView(exchange, (view) => withdraw(exchange, view)), {
    binding: true,
  }),
];

const acting = ({ platform, db }: Asked) => ({ ...platform.acting, db });

/** Back to the dossier, which now says what has become of it; a refusal is told with its rule. */
function after(outcome: Outcome, { dossier }: DossierView): Answer {
  const back = `/ho-so/${dossier.code}`;
  return outcome.kind === 'done' ? seeOther(back) : outcomePage(outcome, back);
}

async function withdraw(exchange: Asked, view: DossierView): Promise<Answer> {
  const outcome = await withdrawDossier(acting(exchange), applicantActor(exchange), {
    ...commandOf(exchange),
    caseId: view.dossier.id,
    reason: fieldOf(exchange.form, 'reason').slice(0, 2000).trim(),
  });
  return after(outcome, view);
}

async function draftPage(
  exchange: Asked,
  view: DossierView,
  sent = { objection: '', isEmpty: false },
): Promise<Answer> {
  if (view.dossier.waiting !== 'draft-confirmation') return seeOther(`/ho-so/${view.dossier.code}`);
  const { form, context } = await formOf(exchange, view);
  const until = await findDraftEnd(exchange, view);
  return page(
    <DraftPage dossier={view.dossier} papers={view.papers} form={form} context={context} until={until} {...sent} />,
    sent.isEmpty ? 422 : 200,
  );
}

/** When the program takes silence for agreement. */
async function findDraftEnd({ db }: Asked, { dossier }: DossierView): Promise<Instant | undefined> {
  const timer = await db
    .selectFrom('cases.timer')
    .select('fire_at')
    .where('case_id', '=', dossier.id)
    .where('kind', '=', 'dossiers.draft')
    .executeTakeFirst();
  return timer?.fire_at;
}

async function answer(exchange: Asked, view: DossierView): Promise<Answer> {
  const { form } = exchange;
  const objection = fieldOf(form, 'objection').slice(0, 2000).trim();
  const objects = fieldOf(form, 'answer') === 'objected';
  if (objects && objection === '') return draftPage(exchange, view, { objection, isEmpty: true });
  const outcome = await answerDraft(acting(exchange), applicantActor(exchange), {
    ...commandOf(exchange),
    caseId: view.dossier.id,
    answer: objects ? 'objected' : 'confirmed',
    objection: objects ? objection : '',
  });
  return after(outcome, view);
}

function askedOf(view: DossierView): { reason: string; items: AskedItem[] } {
  const asked = view.entries.findLast((entry) => entry.type === 'dossiers.supplement-asked');
  const components = Array.isArray(asked?.body.components) ? asked.body.components : [];
  const texts = itemTexts(asked?.contents.items);
  const items = components.map((key, index): AskedItem => {
    const component = typeof key === 'string' ? key : null;
    const name = view.dossier.definition.components.find((one) => one.key === component)?.name;
    return { component, text: texts[index]?.vi ?? name?.vi ?? '', ...(name && { name }) };
  });
  return { reason: textAt(asked?.contents, 'reason'), items };
}

async function supplementPage(
  exchange: Asked,
  view: DossierView,
  sent: Pick<SupplementPageProps, 'note' | 'errors'> = { note: '', errors: [] },
): Promise<Answer> {
  if (view.dossier.waiting !== 'supplement') return seeOther(`/ho-so/${view.dossier.code}`);
  const corrections = await findCorrections(exchange, view);
  return page(
    <SupplementPage
      dossier={view.dossier}
      {...askedOf(view)}
      {...sent}
      {...(corrections && { corrections: `/nop-ho-so/${corrections.id}` })}
    />,
    sent.errors.length > 0 ? 422 : 200,
  );
}

async function findCorrections(exchange: Asked, { dossier }: DossierView): Promise<Draft | undefined> {
  const drafts = await listDrafts(exchange.db, { accountId: citizenOf(exchange).accountId, at: exchange.clock() });
  return drafts.find((draft) => textAt(draft.particulars, 'dossier') === dossier.code);
}

/** What was stated becomes a draft again, filled in as any other; it is sent with the supplement. */
async function correct(exchange: Asked, view: DossierView): Promise<Answer> {
  const { dossier } = view;
  if (dossier.waiting !== 'supplement') return seeOther(`/ho-so/${dossier.code}`);
  const known = await findCorrections(exchange, view);
  if (known) return seeOther(`/nop-ho-so/${known.id}`);
  const { versionId, context } = await formOf(exchange, view);
  const draft = await beginDraft(exchange.db, {
    accountId: citizenOf(exchange).accountId,
    formVersion: versionId,
    particulars: { area: context.commune, case: context.case, dossier: dossier.code },
    answers: dossier.answers,
    at: exchange.clock(),
  });
  return seeOther(`/nop-ho-so/${draft.id}`);
}

async function supply(exchange: Asked, view: DossierView): Promise<Answer> {
  const { db, form, clock, locale } = exchange;
  const { dossier } = view;
  if (dossier.waiting !== 'supplement') return seeOther(`/ho-so/${dossier.code}`);
  const note = fieldOf(form, 'note').slice(0, 2000).trim();
  const draft = await findCorrections(exchange, view);
  const corrections = draft && (await applicationOf(db, draft, clock()));
  const checked = corrections && validateForm(corrections.version.form, corrections.draft.answers, corrections.context);
  if (draft && checked && checked.errors.length > 0) return seeOther(`/nop-ho-so/${draft.id}/kiem-tra`);
  const uploads = await storePapers(exchange, view);
  if (uploads.errors.length > 0) return supplementPage(exchange, view, { note, errors: uploads.errors });
  const known = new Set(view.papers.map((paper) => paper.file?.id));
  const inForm = corrections ? filesHandedIn(corrections).filter((one) => !known.has(one.fileId)) : [];
  const files = [...uploads.files, ...inForm];
  if (files.length === 0 && !checked) {
    const [first] = askedOf(view).items.filter((item) => item.component !== null);
    const text = NOTHING[locale];
    const name = first ? `file.${first.component}` : 'file.khac';
    return supplementPage(exchange, view, { note, errors: [{ name, message: text, text }] });
  }
  const outcome = await supplySupplement(acting(exchange), applicantActor(exchange), {
    ...commandOf(exchange),
    caseId: dossier.id,
    files: files.map((file) => ({ id: newId(), ...file })),
    ...(checked && { answers: checked.answers as never }),
    note,
  });
  if (outcome.kind === 'done' && draft) {
    // Brought for the draft of the corrections, which goes now: whoever may see the dossier may open them.
    await giveFiles(db, { ids: inForm.map((one) => one.fileId), owner: dossier.id });
    await deleteDraft(db, { id: draft.id, accountId: draft.account_id });
  }
  return after(outcome, view);
}

const NOTHING = {
  vi: 'Hãy chọn ít nhất một tệp, hoặc sửa nội dung đã khai.',
  en: 'Choose at least one file, or correct what you stated.',
} as const;

/** Files under the names of what was asked, and of the one place for anything else. */
async function storePapers({ db, platform, uploads, clock, locale, signedIn }: Asked, view: DossierView) {
  const names = new Set([...askedOf(view).items.flatMap((item) => item.component ?? []), OTHER]);
  const files: { component: string; fileId: string }[] = [];
  const errors: SupplementPageProps['errors'][number][] = [];
  for (const { field, name, type, bytes } of uploads) {
    const component = field.startsWith('file.') ? field.slice(5) : '';
    if (!names.has(component)) continue;
    const { file, fault } = await storeFile(
      { db, config: platform.config },
      {
        name,
        mime: type,
        bytes,
        purpose: 'component',
        owner: { type: 'dossier', id: view.dossier.id },
        component,
        ...(signedIn && { uploadedBy: signedIn.accountId }),
        at: clock(),
      },
    );
    if (file) files.push({ component, fileId: file.id });
    else
      errors.push({
        name: field,
        message: fault.message[locale] ?? fault.message.vi,
        text: fault.message[locale] ?? fault.message.vi,
      });
  }
  return { files, errors };
}

/** Key of papers that answer no component by name. */
const OTHER = 'khac';
