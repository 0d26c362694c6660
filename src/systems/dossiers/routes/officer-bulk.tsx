/** Routes of bulk acts: what will happen to each dossier that was chosen, then what became of each. */
import type { Outcome } from '../../../platform/cases/act.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  type FormFields,
  get,
  notFound,
  page,
  post,
  type Route,
  seeOther,
  valuesOf,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { can } from '../../../platform/permissions/permissions.ts';
import { BULK_ACTS, type BulkAct, type BulkWords, DO_IN_BULK, refuseUnseen } from '../bulk-acts.ts';
import { mustBeToldEarly } from '../dossier-state.ts';
import { findDone } from '../finish-result.ts';
import { followingId } from '../../../platform/db/following-id.ts';
import { type LoadedDossier, loadDossier } from '../load-dossier.ts';
import { ACT_FACES, actionOfSlug, effectOf } from '../pages/officer/act-words.ts';
import type { BulkReasons } from '../bulk-reasons.ts';
import { OWN_FIELD, PAPERS_FIELD } from '../pages/officer/bulk-reason-fields.tsx';
import { BulkPage } from '../pages/officer/bulk-page.tsx';
import { BulkResultPage, type DoneLine } from '../pages/officer/bulk-result-page.tsx';
import { probeAction } from '../possible-actions.ts';
import type { DossierTables } from '../tables.ts';
import { actorOfAct, contextOfAct } from './act-seat.ts';
import { signerOf } from './acts-of-forms.ts';
import { deskOf, type DossierExchange, officerOf } from './desk.ts';

const PATH = '/can-bo/nhieu-ho-so';
const access = { permission: 'dossiers.process' } as const;
const AT_ONCE = 100;

export const officerBulkRoutes: readonly Route<DossierTables>[] = [
  get(PATH, access, confirm),
  post(PATH, access, doAll),
];

function readAct({ signedIn }: DossierExchange, fields: FormFields): BulkAct | undefined {
  const action = actionOfSlug(fieldOf(fields, 'viec'));
  const act = BULK_ACTS.find((one) => one === action);
  return act && can(signedIn, ACT_FACES[act].permission) ? act : undefined;
}

interface Chosen {
  readonly id: string;
  /** The version that the confirmation showed. */
  readonly version: number | undefined;
}

/** `id`, or `id.version` as the confirmation sends it; each once. */
function readChosen(fields: FormFields): { readonly chosen: readonly Chosen[]; readonly leftOut: number } {
  const read = new Map<string, Chosen>();
  for (const text of valuesOf(fields, 'chon')) {
    const [id = '', version = ''] = text.split('.');
    if (isId(id)) read.set(id, { id, version: /^\d{1,9}$/.test(version) ? Number(version) : undefined });
  }
  const all = [...read.values()];
  return { chosen: all.slice(0, AT_ONCE), leftOut: Math.max(0, all.length - AT_ONCE) };
}

async function confirm(exchange: DossierExchange): Promise<Answer> {
  const { db, query, locale, platform, clock } = exchange;
  if (fieldOf(query, 'viec') === ACT_FACES.assign.slug) return assignThem(query);
  const act = readAct(exchange, query);
  if (!act) return notFound;
  const { chosen, leftOut } = readChosen(query);
  const { scope } = await deskOf(exchange, access.permission);
  const found = await Promise.all(chosen.map(({ id }) => loadDossier(db, { id }, scope)));
  const dossiers = found.filter((dossier) => dossier !== undefined);
  const lines = [];
  for (const dossier of dossiers) {
    const refusal = await refusalOf(exchange, dossier, act);
    lines.push({
      dossier,
      effect: refusal ? '' : effectOf(act, dossier, locale),
      ...(refusal && { blocked: problemOf(refusal, platform.registry, locale).title }),
    });
  }
  const asksTold = act === 'hand-over' && dossiers.some((dossier) => mustBeToldEarly(dossier, clock()));
  return page(
    <BulkPage
      act={act}
      path={PATH}
      lines={lines}
      unseen={chosen.length - dossiers.length}
      {...{ leftOut, asksTold }}
    />,
  );
}

/** Whom to, asks a page of its own. */
const assignThem = (query: FormFields): Answer => {
  const chosen = readChosen(query).chosen.map(({ id }): [string, string] => ['chon', id]);
  return seeOther(`/can-bo/phan-cong?${new URLSearchParams(chosen)}`);
};

const refusalOf = async (exchange: DossierExchange, dossier: LoadedDossier, act: BulkAct) => {
  const at = exchange.clock();
  const told = act === 'hand-over' ? 'dossiers.early-not-told' : undefined;
  const probed = probeAction(act, dossier, contextOfAct(exchange, dossier, act));
  if (probed && probed.code !== told) return probed;
  return refuseUnseen(exchange.platform, dossier, { act, at });
};

async function doAll(exchange: DossierExchange): Promise<Answer> {
  const { form } = exchange;
  const act = readAct(exchange, form);
  if (!act) return notFound;
  const { chosen, leftOut } = readChosen(form);
  const commandId = commandIdOf(exchange) ?? newId();
  const words = readWords(form);
  const lines: DoneLine[] = [];
  for (const one of chosen) lines.push(await doOne(exchange, { ...one, act, commandId, words }));
  const left = lines.flatMap(({ kind, id }) => (kind === 'refused' || kind === 'changed' ? [id] : []));
  const again = left.length > 0 ? `${PATH}?${askedAgain(act, left)}` : undefined;
  return page(<BulkResultPage act={act} lines={lines} leftOut={leftOut} again={again} />);
}

const askedAgain = (act: BulkAct, ids: readonly string[]): string =>
  new URLSearchParams([['viec', ACT_FACES[act].slug], ...ids.map((id): [string, string] => ['chon', id])]).toString();

function readWords(form: FormFields): BulkWords {
  const how = fieldOf(form, 'how');
  const told = fieldOf(form, 'told');
  return {
    note: fieldOf(form, 'note').trim().slice(0, 2000),
    how: how === 'counter' || how === 'post' || how === 'electronic' ? how : undefined,
    told: told === 'phone' || told === 'in-person' ? told : undefined,
    reasons: readReasons(form),
  };
}

function readReasons(form: FormFields): BulkReasons {
  const under = (prefix: string) =>
    Object.keys(form).flatMap((name) => (name.startsWith(prefix) ? [{ name, rest: name.slice(prefix.length) }] : []));
  const papers = under(PAPERS_FIELD).flatMap(({ name, rest }) => valuesOf(form, name).map((key) => `${rest}|${key}`));
  return {
    common: fieldOf(form, 'reason').trim().slice(0, 2000),
    papers: new Set(papers),
    own: new Map(under(OWN_FIELD).map(({ name, rest }) => [rest, fieldOf(form, name).trim().slice(0, 500)])),
  };
}

interface OneOfMany extends Chosen {
  readonly act: BulkAct;
  readonly commandId: string;
  readonly words: BulkWords;
}

/** Sent again, what was done answers as it did, though the dossier may be out of this officer's sight by now. */
async function doOne(exchange: DossierExchange, one: OneOfMany): Promise<DoneLine> {
  const { db } = exchange;
  const commandId = followingId(one.commandId, one.id);
  const officer = officerOf(exchange);
  const { scope } = await deskOf(exchange, access.permission);
  const done = await findDone(db, actorOf(officer), { commandId, caseId: one.id });
  const dossier = await loadDossier(db, { id: one.id }, done ? 'all' : scope);
  if (!dossier) return { kind: 'unseen', id: one.id };
  if (done) return { kind: 'done', id: one.id, dossier };
  return lineOf(exchange, dossier, await act(exchange, dossier, { ...one, commandId }));
}

async function act(exchange: DossierExchange, dossier: LoadedDossier, one: OneOfMany): Promise<Outcome> {
  const { platform } = exchange;
  const { act: key, words, commandId, version = dossier.version } = one;
  const unseen =
    dossier.version === version ? await refuseUnseen(platform, dossier, { act: key, at: exchange.clock() }) : undefined;
  if (unseen) return unseen;
  const who = { ...(await actorOfAct(exchange, dossier, key)), read: dossier };
  const base = { commandId, caseId: dossier.id, shownVersion: version };
  const signer = key === 'sign' ? await signerOf({ exchange, who }) : undefined;
  return DO_IN_BULK[key]({ platform, dossier, who, base, words, signer });
}

function lineOf({ platform, locale }: DossierExchange, dossier: LoadedDossier, outcome: Outcome): DoneLine {
  const { id } = dossier;
  if (outcome.kind === 'done') return { kind: 'done', id, dossier };
  if (outcome.kind === 'not-found') return { kind: 'unseen', id };
  if (outcome.kind === 'changed') {
    const titles = outcome.changes.map(({ type, at }) => ({
      title: platform.registry.entries.get(type)?.title ?? { vi: type },
      at,
    }));
    return { kind: 'changed', id, dossier, changes: titles };
  }
  return { kind: 'refused', id, dossier, why: problemOf(outcome, platform.registry, locale).title };
}
