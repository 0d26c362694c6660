/** Routes of acts: each has a page that says what it will cause and takes what it needs, and a POST that does it. */
import { dayOf, isoOf } from '../../../platform/calendar/instant.ts';
import type { Outcome } from '../../../platform/cases/act.ts';
import type { CaseChange } from '../../../platform/cases/decision.ts';
import { type CaseScope, isWithin } from '../../../platform/cases/load-case.ts';
import { newId } from '../../../platform/db/ids.ts';
import { removeFiles } from '../../../platform/files/sweep.ts';
import { OFFICE_PART } from '../../../platform/documents/results/compile-template.ts';
import { readForm } from '../../../platform/forms/read-form.ts';
import { problemOf } from '../../../platform/http/problem.ts';
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
  valuesOf,
} from '../../../platform/http/route.ts';
import { can } from '../../../platform/permissions/permissions.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { textAt } from '../application.ts';
import { listAskable } from '../asked-units.ts';
import { listCandidates } from '../candidates.ts';
import { mustBeToldEarly } from '../dossier-state.ts';
import { readTimeline } from '../dossier-timeline.ts';
import { findClaim } from '../exemption-claim.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { findOfficePart, findPartToCorrect, officeOf } from '../office-part.ts';
import { readHandedPapers } from '../officer-view.ts';
import { ActFields, type ActFieldsProps } from '../pages/officer/act-fields.tsx';
import { ActPage } from '../pages/officer/act-page.tsx';
import { ACT_FACES, actionOfSlug } from '../pages/officer/act-words.ts';
import { type ActionKey, OF_OTHERS, probeAction, TAKEN_ACTS } from '../possible-actions.ts';
import type { DossierTables } from '../tables.ts';
import { listRedirectUnits } from '../redirect-units.ts';
import { opinionOwed } from '../your-step.ts';
import { ACTS } from './acts-of-forms.ts';
import { readPartAsked } from './part-asked.ts';
import { storePartPaper } from './part-paper.ts';
import { actorOfAct, contextOfAct } from './act-seat.ts';
import {
  answererOf,
  contextOfUnits,
  type DossierExchange,
  findDossier,
  findTakenDossier,
  findVisibleDossier,
  officerOf,
  takenScope,
} from './desk.ts';

const access = { permission: 'dossiers.process' } as const;
const UPLOAD_LIMIT = 12 * 1024 * 1024;

export const officerActRoutes: readonly Route<DossierTables>[] = [
  get('/can-bo/ho-so/:code/:act', access, withAct(showAct)),
  post('/can-bo/ho-so/:code/:act', access, withAct(doAct), { bodyLimit: UPLOAD_LIMIT }),
];

type ActHandler = (exchange: DossierExchange, dossier: LoadedDossier, action: ActionKey) => Promise<Answer>;

/** What the officer may do this with: what a unit of theirs works on, unless the act is for others too. */
const FINDERS: Partial<Record<ActionKey, typeof findDossier>> = {
  'give-opinion': findVisibleDossier,
  'end-part': findVisibleDossier,
  'record-payment': findTakenDossier,
};

function withAct(handle: ActHandler): (exchange: DossierExchange) => Promise<Answer> {
  return async (exchange) => {
    const action = actionOfSlug(exchange.params.act ?? '');
    if (!action || !can(exchange.signedIn, ACT_FACES[action].permission)) return notFound;
    const find = FINDERS[action] ?? findDossier;
    const dossier = await find(exchange, exchange.params.code ?? '');
    return dossier ? handle(exchange, dossier, action) : notFound;
  };
}

async function showAct(exchange: DossierExchange, dossier: LoadedDossier, action: ActionKey): Promise<Answer> {
  const refusal = probeAction(action, dossier, contextOfAct(exchange, dossier, action));
  const refused = refusal && problemOf(refusal, exchange.platform.registry, exchange.locale).title;
  return actPage(exchange, dossier, action, refused ? { refused } : {});
}

interface PageParts {
  readonly refused?: string;
  readonly changes?: Extract<Outcome, { kind: 'changed' }>['changes'];
  readonly office?: ActFieldsProps['office'];
  readonly status?: number;
}

async function actPage(
  exchange: DossierExchange,
  dossier: LoadedDossier,
  action: ActionKey,
  { refused, changes, office, status }: PageParts,
): Promise<Answer> {
  const { form, db, clock, platform } = exchange;
  const claim = action === 'accept' ? await findClaim({ ...platform, db }, dossier) : undefined;
  const fields = (
    <ActFields
      action={action}
      dossier={dossier}
      typed={(name) => fieldOf(form, name)}
      chosen={(name) => valuesOf(form, name)}
      {...(claim ? { claim } : {})}
      {...(action === 'accept' ? { papers: await papersToCheck(exchange, dossier) } : {})}
      {...(action === 'assign' ? { candidates: await listCandidates(db, dossier, clock()) } : {})}
      {...(action === 'redirect' ? { redirectUnits: await listRedirectUnits(db, dossier, dayOf(clock())) } : {})}
      {...(action === 'apologise' ? { letter: await draftedLetter(exchange, dossier) } : {})}
      {...(action === 'hand-over' ? { mustTell: mustBeToldEarly(dossier, clock()) } : {})}
      {...(action === 'ask-opinion' ? { askable: await listAskable(db, dossier, dayOf(clock())) } : {})}
      {...(action === 'give-opinion' ? { owed: await opinionAsked(exchange, dossier) } : {})}
      {...(action === 'end-part' ? { owed: await readPartAsked(exchange, dossier) } : {})}
      {...(FILLS.has(action) ? { office: office ?? (await officePart(exchange, dossier, action)) } : {})}
    />
  );
  const titled = changes?.map((change) => ({
    title: platform.registry.entries.get(change.type)?.title ?? { vi: change.type },
    at: isoOf(change.at).slice(11, 16),
  }));
  return page(
    <ActPage
      dossier={dossier}
      action={action}
      fields={fields}
      errors={(office?.errors ?? []).map((error) => ({ name: error.name, message: error.message.vi }))}
      {...(refused ? { refused } : {})}
      {...(titled ? { changes: titled } : {})}
    />,
    status ?? 200,
  );
}

async function papersToCheck(
  exchange: DossierExchange,
  dossier: LoadedDossier,
): Promise<NonNullable<ActFieldsProps['papers']>> {
  const papers = await readHandedPapers(exchange.platform as unknown as Platform, dossier);
  return { papers, roles: officerOf(exchange).positions.map(({ role }) => role) };
}

/** Empty when none was drafted for the present due time, or its text was erased. */
async function draftedLetter({ db }: DossierExchange, dossier: LoadedDossier): Promise<string> {
  if (!dossier.apologyDraft) return '';
  const drafted = (await readTimeline(db, dossier)).findLast(({ type }) => type === 'dossiers.apology-drafted');
  return textAt(drafted?.contents ?? {}, 'letter');
}

/** The question of the entry that asked, unless it was erased. */
async function opinionAsked(exchange: DossierExchange, dossier: LoadedDossier): Promise<ActFieldsProps['owed']> {
  const owed = opinionOwed(dossier, contextOfUnits(exchange));
  if (!owed) return undefined;
  const entries = await readTimeline(exchange.db, dossier);
  const asking = entries.find(
    ({ type, body }) => type === 'dossiers.opinion-asked' && JSON.stringify(body.asked).includes(owed.id),
  );
  return { consultation: owed, question: textAt(asking?.contents ?? {}, 'question') };
}

/** Acts that write the office's part of a result paper. */
const FILLS: ReadonlySet<ActionKey> = new Set(['complete', 'correct']);

async function officePart(
  { platform, clock }: DossierExchange,
  dossier: LoadedDossier,
  action: ActionKey,
): Promise<ActFieldsProps['office']> {
  const find = action === 'correct' ? findPartToCorrect : findOfficePart;
  const part = await find(platform as unknown as Platform, dossier, clock());
  return part && { template: part.template, ...part.request, errors: [], typed: {} };
}

async function doAct(exchange: DossierExchange, dossier: LoadedDossier, action: ActionKey): Promise<Answer> {
  const { platform, locale } = exchange;
  const actor = OF_OTHERS.has(action)
    ? await answererOf(exchange, dossier)
    : await actorOfAct(exchange, dossier, action);
  const scope = TAKEN_ACTS.has(action) ? takenScope(actor.scope) : actor.scope;
  const who = { ...actor, scope, read: dossier };
  const shownVersion = shownVersionOf(exchange);
  const base = {
    commandId: commandIdOf(exchange) ?? newId(),
    caseId: dossier.id,
    ...(shownVersion === undefined ? {} : { shownVersion }),
  };
  const office = FILLS.has(action) ? await officePart(exchange, dossier, action) : undefined;
  const read = office && readOffice(exchange, office);
  if (office && read && read.errors.length > 0)
    return actPage(exchange, dossier, action, { office: { ...office, ...read }, status: 422 });
  const paper = action === 'end-part' ? await storePartPaper(exchange, dossier) : {};
  if (paper.fault) return actPage(exchange, dossier, action, { refused: paper.fault, status: 422 });
  const doing = { exchange, dossier, who, base, office: read && officeOf(read.answers), paper: paper.file };
  const outcome = await ACTS[action](doing);
  if (outcome.kind !== 'done' && paper.file) await removeFiles((platform as unknown as Platform).db, [paper.file]);
  if (outcome.kind === 'done')
    return afterAct(exchange, dossier, { scope: takenScope(who.scope), action, change: outcome.change });
  if (outcome.kind === 'not-found') return notFound;
  const fresh = (await findTakenDossier(exchange, dossier.code)) ?? dossier;
  if (outcome.kind === 'changed')
    return actPage(exchange, fresh, action, { changes: outcome.changes, status: 409, ...(office ? { office } : {}) });
  const refused = problemOf(outcome, platform.registry, locale).title;
  return actPage(exchange, fresh, action, { refused, status: 409, ...(office ? { office } : {}) });
}

interface Done {
  readonly scope: CaseScope;
  readonly action: ActionKey;
  readonly change: CaseChange | undefined;
}

/** Back to the dossier, or to the queue when it has passed into other hands. */
async function afterAct({ db }: DossierExchange, dossier: LoadedDossier, done: Done): Promise<Answer> {
  const { id, code } = dossier;
  const stillHere = holdsAfter(dossier, done) ?? (await isWithin(db, id, done.scope));
  if (stillHere) return seeOther(`/can-bo/ho-so/${code}`);
  return seeOther(OF_OTHERS.has(done.action) ? '/can-bo/y-kien' : `/can-bo/ho-so?xong=${code}`);
}

/** By what was read and what the act made of it; undefined when only the database can say. */
function holdsAfter(dossier: LoadedDossier, { scope, change }: Done): boolean | undefined {
  if (change === undefined || typeof scope === 'string' || !('units' in scope)) return undefined;
  const { holding_unit: holding = dossier.holdingUnit, competent_unit: competent = dossier.competentUnit } = change;
  const { receiving_unit: receiving = dossier.receivingUnit, returning_unit: returning = dossier.returningUnit } =
    change;
  const isHere = [holding, competent, receiving, returning].some((unit) => unit !== null && scope.units.includes(unit));
  return isHere || (scope.consulted ? undefined : false);
}

function readOffice({ form }: DossierExchange, office: NonNullable<ActFieldsProps['office']>) {
  const { template, answers, context } = office;
  const {
    answers: read,
    errors,
    typed,
  } = readForm(template.form, form, { context, previous: answers, section: OFFICE_PART });
  return { answers: read, errors, typed };
}
