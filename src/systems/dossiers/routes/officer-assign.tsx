/** Routes of assigning several dossiers at once: whom to, then what became of each. */
import type { Outcome } from '../../../platform/cases/act.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import { isId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  type FormFields,
  get,
  page,
  post,
  type Route,
} from '../../../platform/http/route.ts';
import { type Candidate, listCandidates } from '../candidates.ts';
import { assignDossier, type DossierActor } from '../dossiers.ts';
import { followingId } from '../../../platform/db/following-id.ts';
import { type LoadedDossier, loadDossier } from '../load-dossier.ts';
import { AssignPage, type AssignedLine } from '../pages/officer/assign-page.tsx';
import type { DossierTables } from '../tables.ts';
import { deskOf, type DossierExchange } from './desk.ts';

export const officerAssignRoutes: readonly Route<DossierTables>[] = [
  get('/can-bo/phan-cong', { permission: 'dossiers.assign' }, async (exchange) =>
    choosePage(await readAsked(exchange, exchange.query)),
  ),
  post('/can-bo/phan-cong', { permission: 'dossiers.assign' }, assignMany),
];

const AT_ONCE = 100;

interface AskedDossier {
  readonly dossier: LoadedDossier;
  readonly candidates: readonly Candidate[];
}

interface Asked {
  readonly who: DossierActor;
  readonly dossiers: readonly AskedDossier[];
  readonly candidates: readonly Candidate[];
  readonly unseen: number;
}

async function assignMany(exchange: DossierExchange): Promise<Answer> {
  const { form, platform, locale } = exchange;
  const asked = await readAsked(exchange, form);
  const assignee = asked.candidates.find(({ id }) => id === fieldOf(form, 'assignee'));
  const commandId = commandIdOf(exchange);
  if (!assignee || !commandId) {
    return choosePage(asked, problemOf(refuse('dossiers.no-assignee'), platform.registry, locale).title);
  }
  const reason = fieldOf(form, 'reason').trim().slice(0, 500);
  const lines: AssignedLine[] = [];
  for (const one of asked.dossiers) {
    const outcome = await assignOne(exchange, asked.who, { ...one, assignee, commandId, reason });
    const result =
      outcome.kind === 'done'
        ? { assigned: assignee.name }
        : { refused: problemOf(outcome, platform.registry, locale).title };
    lines.push({ dossier: one.dossier, ...result });
  }
  return page(<AssignPage {...asked} lines={lines} assigned />);
}

function choosePage(asked: Asked, error?: string): Answer {
  const lines = asked.dossiers.map(({ dossier }) => ({ dossier }));
  const vnode = <AssignPage {...asked} lines={lines} assigned={false} {...(error && { error })} />;
  return page(vnode, error ? 422 : 200);
}

async function readAsked(exchange: DossierExchange, { chon = [] }: FormFields): Promise<Asked> {
  const { db, clock } = exchange;
  const ids = [...new Set([chon].flat().filter(isId))].slice(0, AT_ONCE);
  const who = await deskOf(exchange, 'dossiers.assign');
  const found = await Promise.all(ids.map((id) => loadDossier(db, { id }, who.scope)));
  const dossiers = await Promise.all(
    found
      .filter((dossier) => dossier !== undefined)
      .map(async (dossier) => ({ dossier, candidates: await listCandidates(db, dossier, clock()) })),
  );
  const everybody = new Map(dossiers.flatMap((one) => one.candidates.map((candidate) => [candidate.id, candidate])));
  return { who, dossiers, candidates: [...everybody.values()], unseen: ids.length - dossiers.length };
}

/** Each dossier is an act of its own: what one is refused, the others are not. */
async function assignOne(
  { platform }: DossierExchange,
  who: DossierActor,
  {
    dossier,
    candidates,
    assignee,
    commandId,
    reason,
  }: AskedDossier & { assignee: Candidate; commandId: string; reason: string },
): Promise<Outcome> {
  if (!candidates.some(({ id }) => id === assignee.id)) return refuse('dossiers.not-a-candidate');
  const sent = { commandId: followingId(commandId, dossier.id), caseId: dossier.id, assignee: assignee.id, reason };
  return assignDossier(platform.acting, who, sent);
}
