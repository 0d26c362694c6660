/** Routes of acts: each has a page that says what it will cause and takes what it needs, and a POST that does it. */
import { findInstant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Outcome } from '../../../platform/cases/act.ts';
import { type CaseScope, isWithin } from '../../../platform/cases/load-case.ts';
import { newId } from '../../../platform/db/ids.ts';
import { OFFICE_PART } from '../../../platform/documents/results/compile-template.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
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
} from '../../../platform/http/route.ts';
import { can } from '../../../platform/permissions/permissions.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { readWholeNumber } from '../../../platform/text/money.ts';
import { listCandidates } from '../candidates.ts';
import {
  acceptDossier,
  apologise,
  askForPayment,
  askForSupplement,
  assignDossier,
  completeStep,
  type DossierActor,
  handOver,
  recordPayment,
  refuseDossier,
  sendBack,
  stopDossier,
} from '../dossiers.ts';
import { issueResult, signResult } from '../finish-result.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { findOfficePart, officeOf } from '../office-part.ts';
import { ActFields, type ActFieldsProps } from '../pages/officer/act-fields.tsx';
import { ActPage } from '../pages/officer/act-page.tsx';
import { ACT_FACES, actionOfSlug } from '../pages/officer/act-words.ts';
import { type ActionKey, probeAction } from '../possible-actions.ts';
import type { DossierTables } from '../tables.ts';
import { contextFor, deskOf, type DossierExchange, findDossier, officerOf } from './desk.ts';

const access = { permission: 'dossiers.process' } as const;

export const officerActRoutes: readonly Route<DossierTables>[] = [
  get('/can-bo/ho-so/:code/:act', access, withAct(showAct)),
  post('/can-bo/ho-so/:code/:act', access, withAct(doAct)),
];

type ActHandler = (exchange: DossierExchange, dossier: LoadedDossier, action: ActionKey) => Promise<Answer>;

function withAct(handle: ActHandler): (exchange: DossierExchange) => Promise<Answer> {
  return async (exchange) => {
    const action = actionOfSlug(exchange.params.act ?? '');
    if (!action || !can(exchange.signedIn, ACT_FACES[action].permission)) return notFound;
    const dossier = await findDossier(exchange, exchange.params.code ?? '');
    return dossier ? handle(exchange, dossier, action) : notFound;
  };
}

async function showAct(exchange: DossierExchange, dossier: LoadedDossier, action: ActionKey): Promise<Answer> {
  const refusal = probeAction(action, dossier, contextFor(exchange));
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
  const fields = (
    <ActFields
      action={action}
      dossier={dossier}
      typed={(name) => fieldOf(form, name)}
      {...(action === 'assign' ? { candidates: await listCandidates(db, dossier, clock()) } : {})}
      {...(action === 'complete' ? { office: office ?? (await officePart(exchange, dossier)) } : {})}
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

async function officePart(exchange: DossierExchange, dossier: LoadedDossier): Promise<ActFieldsProps['office']> {
  const part = await findOfficePart(exchange.platform as unknown as Platform, dossier, exchange.clock());
  return part && { template: part.template, ...part.request, errors: [], typed: {} };
}

async function doAct(exchange: DossierExchange, dossier: LoadedDossier, action: ActionKey): Promise<Answer> {
  const { platform, locale, form } = exchange;
  const who = { ...(await deskOf(exchange, ACT_FACES[action].permission, dossier)), read: dossier };
  const base = {
    commandId: commandIdOf(exchange) ?? newId(),
    caseId: dossier.id,
    ...(/^\d{1,9}$/.test(fieldOf(form, 'version')) ? { shownVersion: Number(fieldOf(form, 'version')) } : {}),
  };
  const office = action === 'complete' ? await officePart(exchange, dossier) : undefined;
  const read = office && readOffice(exchange, office);
  if (office && read && read.errors.length > 0)
    return actPage(exchange, dossier, action, { office: { ...office, ...read }, status: 422 });
  const outcome = await ACTS[action]({ exchange, dossier, who, base, office: read && officeOf(read.answers) });
  if (outcome.kind === 'done') return afterAct(exchange, dossier, who.scope);
  if (outcome.kind === 'not-found') return notFound;
  const fresh = (await findDossier(exchange, dossier.code)) ?? dossier;
  if (outcome.kind === 'changed')
    return actPage(exchange, fresh, action, { changes: outcome.changes, status: 409, ...(office ? { office } : {}) });
  const refused = problemOf(outcome, platform.registry, locale).title;
  return actPage(exchange, fresh, action, { refused, status: 409, ...(office ? { office } : {}) });
}

/** Back to the dossier, or to the queue when it has passed into other hands. */
async function afterAct({ db }: DossierExchange, { id, code }: LoadedDossier, scope: CaseScope): Promise<Answer> {
  const stillHere = await isWithin(db, id, scope);
  return seeOther(stillHere ? `/can-bo/ho-so/${code}` : `/can-bo/ho-so?xong=${code}`);
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

interface Doing {
  readonly exchange: DossierExchange;
  readonly dossier: LoadedDossier;
  readonly who: DossierActor;
  readonly base: { readonly commandId: string; readonly caseId: string; readonly shownVersion?: number };
  readonly office: Answers | undefined;
}

const reasonOf = ({ exchange }: Doing): string => fieldOf(exchange.form, 'reason').trim().slice(0, 2000);

const ACTS: Readonly<Record<ActionKey, (doing: Doing) => Promise<Outcome>>> = {
  accept: ({ exchange, who, base }) => acceptDossier(exchange.platform.acting, who, base),
  complete: ({ exchange, who, base, office }) =>
    completeStep(exchange.platform.acting, who, {
      ...base,
      note: fieldOf(exchange.form, 'note').trim().slice(0, 2000),
      ...(office ? { office } : {}),
    }),
  sign: (doing) => sign(doing),
  issue: ({ exchange, who, base }) => issueResult(exchange.platform, who, base),
  'hand-over': ({ exchange, who, base }) => {
    const how = fieldOf(exchange.form, 'how');
    return handOver(exchange.platform.acting, who, {
      ...base,
      how: how === 'post' || how === 'electronic' ? how : 'counter',
      to: fieldOf(exchange.form, 'to').trim().slice(0, 200),
    });
  },
  'record-payment': (doing) => takePayment(doing),
  'ask-supplement': (doing) => {
    const { exchange, dossier, who, base } = doing;
    const line = (name: string, component: string | null) => ({
      component,
      text: fieldOf(exchange.form, name).trim().slice(0, 500),
    });
    const items = [...dossier.components.map(({ key }) => line(`item.${key}`, key)), line('item', null)];
    return askForSupplement(exchange.platform.acting, who, { ...base, items, reason: reasonOf(doing) });
  },
  'ask-payment': (doing) => askDuties(doing),
  apologise: (doing) => {
    const { exchange, who, base } = doing;
    const until = readEvening(fieldOf(exchange.form, 'until'));
    if (until === undefined) return refused('dossiers.date-not-later');
    return apologise(exchange.platform.acting, who, { ...base, until, reason: reasonOf(doing) });
  },
  'send-back': (doing) =>
    sendBack(doing.exchange.platform.acting, doing.who, { ...doing.base, reason: reasonOf(doing) }),
  assign: async ({ exchange, dossier, who, base }) => {
    const candidates = await listCandidates(exchange.db, dossier, exchange.clock());
    const assignee = fieldOf(exchange.form, 'assignee');
    if (!candidates.some((candidate) => candidate.id === assignee)) return refused('dossiers.no-assignee');
    return assignDossier(exchange.platform.acting, who, { ...base, assignee });
  },
  refuse: (doing) =>
    refuseDossier(doing.exchange.platform.acting, doing.who, { ...doing.base, reason: reasonOf(doing) }),
  stop: (doing) => stopDossier(doing.exchange.platform.acting, doing.who, { ...doing.base, reason: reasonOf(doing) }),
};

const refused = async (code: string): Promise<Outcome> => ({ kind: 'refusal', code, values: {} });

async function sign(doing: Doing): Promise<Outcome> {
  const { exchange, who, base } = doing;
  const officer = officerOf(exchange);
  const seat = officer.positions.find((held) => held.id === who.actor.position);
  if (!seat) return refused('dossiers.nothing-to-sign');
  return signResult(exchange.platform, who, {
    ...base,
    outcome: fieldOf(exchange.form, 'outcome') === 'rejected' ? 'rejected' : 'approved',
    reason: reasonOf(doing),
    signer: { positionId: seat.id, name: officer.name, title: seat.title.vi },
  });
}

/** What the tax authority has fixed stands beside the published fees; an empty line is nothing due. */
async function askDuties({ exchange, dossier, who, base }: Doing): Promise<Outcome> {
  const typed = dossier.assessed.map(({ key }) => ({ key, text: fieldOf(exchange.form, `due.${key}`).trim() }));
  const items = typed.map(({ key, text }) => ({ key, amount: text === '' ? 0 : (readWholeNumber(text).value ?? -1) }));
  const notice = fieldOf(exchange.form, 'notice').trim().slice(0, 120);
  return askForPayment(exchange.platform.acting, who, {
    ...base,
    ...(items.length > 0 ? { assessed: { notice, items } } : {}),
  });
}

/** A receipt at the counter: never more than is due, so that nothing has to be given back. */
async function takePayment({ exchange, dossier, who, base }: Doing): Promise<Outcome> {
  const amount = readWholeNumber(fieldOf(exchange.form, 'amount')).value;
  const owed = dossier.feeDue - dossier.feePaid;
  if (amount === undefined || amount <= 0 || amount > owed) return refused('dossiers.amount-not-due');
  return recordPayment(exchange.platform.acting, who, { ...base, amount, by: 'counter', reference: base.commandId });
}

/** `27/11/2026` → its closing hour as ISO text. */
function readEvening(text: string): string | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!match) return undefined;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T17:00:00+07:00`;
  return findInstant(iso) === undefined ? undefined : iso;
}
