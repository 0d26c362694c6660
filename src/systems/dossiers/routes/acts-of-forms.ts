/** What the form of an act says, put to the verb that does it. */
import { dayOf, findInstant } from '../../../platform/calendar/instant.ts';
import type { Outcome } from '../../../platform/cases/act.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import { fieldOf, valuesOf } from '../../../platform/http/route.ts';
import { readWholeNumber } from '../../../platform/text/money.ts';
import { listAskable } from '../asked-units.ts';
import { listCandidates } from '../candidates.ts';
import {
  acceptDossier,
  apologise,
  askForPayment,
  askForSupplement,
  askOpinion,
  assignDossier,
  completeStep,
  type DossierActor,
  endPart,
  giveOpinion,
  handOver,
  recordPayment,
  refuseDossier,
  refuseProcessing,
  sendBack,
  stopDossier,
  redirectDossier,
  reopenPart,
} from '../dossiers.ts';
import { correctResult } from '../correct-result.ts';
import { issueResult, signResult } from '../finish-result.ts';
import { followingId } from '../../../platform/db/following-id.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import type { ActionKey } from '../possible-actions.ts';
import { paperSignerOf } from '../paper-signer.ts';
import type { PaperSigner } from '../result-papers.ts';
import { listRedirectUnits } from '../redirect-units.ts';
import { type DossierExchange, officerOf } from './desk.ts';
import { judgementOf } from './judgement.ts';

export interface Doing {
  readonly exchange: DossierExchange;
  readonly dossier: LoadedDossier;
  readonly who: DossierActor;
  readonly base: { readonly commandId: string; readonly caseId: string; readonly shownVersion?: number };
  readonly office: Answers | undefined;
  /** A file that came with it, already stored. */
  readonly paper?: string | undefined;
}

const reasonOf = ({ exchange }: Doing): string => fieldOf(exchange.form, 'reason').trim().slice(0, 2000);

export const ACTS: Readonly<Record<ActionKey, (doing: Doing) => Promise<Outcome>>> = {
  accept: (doing) => {
    const { exchange, dossier, who, base } = doing;
    const exemption = dossier.exemption?.state === 'claimed' ? judgementOf(exchange.form) : undefined;
    return acceptDossier(exchange.platform.acting, who, { ...base, ...(exemption && { exemption }) });
  },
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
    const told = fieldOf(exchange.form, 'told');
    return handOver(exchange.platform.acting, who, {
      ...base,
      how: how === 'post' || how === 'electronic' ? how : 'counter',
      to: fieldOf(exchange.form, 'to').trim().slice(0, 200),
      ...(told === 'phone' || told === 'in-person' ? { told } : {}),
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
  'ask-opinion': (doing) => askUnits(doing),
  'give-opinion': ({ exchange, who, base: { commandId, caseId } }) =>
    // whatever others did meanwhile, the opinion of the unit is wanted
    giveOpinion(exchange.platform.acting, who, {
      commandId,
      caseId,
      consultation: fieldOf(exchange.form, 'consultation'),
      opinion: fieldOf(exchange.form, 'opinion').trim().slice(0, 4000),
    }),
  'end-part': ({ exchange, who, base: { commandId, caseId }, paper }) =>
    endPart(exchange.platform.acting, who, {
      commandId,
      caseId,
      consultation: fieldOf(exchange.form, 'consultation'),
      outcome: fieldOf(exchange.form, 'outcome') === 'refused' ? 'refused' : 'done',
      reference: fieldOf(exchange.form, 'reference').trim().slice(0, 100),
      note: fieldOf(exchange.form, 'note').trim().slice(0, 4000),
      file: paper,
    }),
  'reopen-part': (doing) =>
    reopenPart(doing.exchange.platform.acting, doing.who, {
      ...doing.base,
      consultation: fieldOf(doing.exchange.form, 'consultation'),
      reason: reasonOf(doing),
    }),
  'ask-payment': (doing) => askDuties(doing),
  apologise: (doing) => {
    const { exchange, who, base } = doing;
    const until = readEvening(fieldOf(exchange.form, 'until'));
    if (until === undefined) return refused('dossiers.date-not-later');
    return apologise(exchange.platform.acting, who, { ...base, until, reason: reasonOf(doing) });
  },
  'send-back': (doing) =>
    sendBack(doing.exchange.platform.acting, doing.who, { ...doing.base, reason: reasonOf(doing) }),
  assign: async (doing) => {
    const { exchange, dossier, who, base } = doing;
    const candidates = await listCandidates(exchange.db, dossier, exchange.clock());
    const assignee = fieldOf(exchange.form, 'assignee');
    if (!candidates.some((candidate) => candidate.id === assignee)) return refused('dossiers.no-assignee');
    return assignDossier(exchange.platform.acting, who, { ...base, assignee, reason: reasonOf(doing) });
  },
  redirect: async (doing) => {
    const { exchange, dossier, who, base } = doing;
    const unit = fieldOf(exchange.form, 'unit');
    const units = await listRedirectUnits(exchange.db, dossier, dayOf(exchange.clock()));
    if (!units.some(({ id }) => id === unit)) return refused('dossiers.no-transfer-unit');
    return redirectDossier(exchange.platform.acting, who, { ...base, unit, reason: reasonOf(doing) });
  },
  refuse: (doing) =>
    refuseDossier(doing.exchange.platform.acting, doing.who, { ...doing.base, reason: reasonOf(doing) }),
  correct: (doing) => correct(doing),
  'refuse-processing': (doing) =>
    refuseProcessing(doing.exchange.platform.acting, doing.who, { ...doing.base, reason: reasonOf(doing) }),
  stop: (doing) => stopDossier(doing.exchange.platform.acting, doing.who, { ...doing.base, reason: reasonOf(doing) }),
};

const refused = async (code: string): Promise<Outcome> => ({ kind: 'refusal', code, values: {} });

async function sign(doing: Doing): Promise<Outcome> {
  const { exchange, who, base } = doing;
  const signer = await signerOf(doing);
  if (!signer) return refused('dossiers.nothing-to-sign');
  return signResult(exchange.platform, who, {
    ...base,
    outcome: fieldOf(exchange.form, 'outcome') === 'rejected' ? 'rejected' : 'approved',
    reason: reasonOf(doing),
    signer,
  });
}

async function correct(doing: Doing): Promise<Outcome> {
  const { exchange, dossier, who, base, office } = doing;
  const signer = await signerOf(doing);
  if (!signer) return refused('dossiers.nothing-to-sign');
  return correctResult(exchange.platform, who, {
    ...base,
    reason: reasonOf(doing),
    office: office ?? dossier.office,
    signer,
  });
}

/** In the position that the act is done in. */
export async function signerOf({ exchange, who }: Pick<Doing, 'exchange' | 'who'>): Promise<PaperSigner | undefined> {
  const officer = officerOf(exchange);
  const { position, for: forAccount } = who.actor;
  const seat = officer.positions.find((held) => held.id === position && held.forAccount === forAccount);
  return seat && paperSignerOf(exchange.db, officer, { seat, day: dayOf(exchange.clock()) });
}

async function askUnits({ exchange, dossier, who, base }: Doing): Promise<Outcome> {
  const { db, form, clock, platform } = exchange;
  const askable = await listAskable(db, dossier, dayOf(clock()));
  const chosen = new Set([...valuesOf(form, 'unit'), fieldOf(form, 'other')]);
  const units = askable
    .filter(({ id }) => chosen.has(id))
    .map(({ id }) => ({ id: followingId(base.commandId, id), unit: id }));
  return askOpinion(platform.acting, who, {
    ...base,
    units,
    term: `${fieldOf(form, 'days').trim().slice(0, 4)}wd`,
    question: fieldOf(form, 'question').trim().slice(0, 4000),
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
