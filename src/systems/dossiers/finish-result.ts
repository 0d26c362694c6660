/** Finishing a result: the leader signs, then the clerk numbers, seals and publishes; the paper is made with the act that speaks of it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { dayOf, isoOf } from '../../platform/calendar/instant.ts';
import type { Actor, Command, Outcome } from '../../platform/cases/act.ts';
import type { Refusal } from '../../platform/cases/decision.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import { documentNumber } from '../../platform/documents/results/render-result.ts';
import { AGENCY_FIELD, PERSON_FIELD } from '../../platform/documents/signatures/sign.ts';
import { newVerificationCode } from '../../platform/documents/verification-code.ts';
import { findFiles, readFileBytes } from '../../platform/files/store-file.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { type DossierActor, recordIssue, recordSignature } from './dossiers.ts';
import { type LoadedDossier, loadDossier } from './load-dossier.ts';
import { delegatedTitle, signerInWords } from './paper-signer.ts';
import { draftResult, findAgency, type PaperSigner, sealPaper, signPaper } from './result-papers.ts';
import type { ResultKind } from './result-templates.ts';
import type { DossierTables } from './tables.ts';
import { decideIssue, decideSign } from './turns/result.ts';

const NO_FILE = { id: '', sha256: '' };

export interface SignCommand extends Command {
  readonly outcome: ResultKind;
  readonly reason: string;
}

/** The rules are asked before the paper is made, so that a refusal leaves no signed paper behind. */
export async function signResult(
  platform: Platform<DossierTables>,
  who: DossierActor,
  command: SignCommand & { readonly signer: PaperSigner },
): Promise<Outcome> {
  const { db, acting } = platform;
  const done = await findDone(db, who.actor, command);
  if (done) return done;
  const dossier = await loadDossier(db, { id: command.caseId }, who.scope);
  if (!dossier) return { kind: 'not-found' };
  const at = acting.clock();
  const { signer, ...sent } = command;
  if (isOld(dossier, command)) return recordSignature(acting, { ...who, read: dossier }, { ...sent, file: NO_FILE });
  const asked = decideSign(dossier, { ...sent, file: NO_FILE }, contextOf(platform, who));
  if (asked.kind === 'refusal') return asked;
  const checkCode = newVerificationCode();
  const office = command.outcome === 'rejected' ? { reason: command.reason } : dossier.office;
  const file = await signPaper(platform as unknown as Platform, dossier, {
    kind: command.outcome,
    office,
    signer,
    checkCode,
    at,
  });
  if ('kind' in file) return file;
  return recordSignature(acting, who, { ...sent, file, checkCode });
}

/** One transaction from the number to the act: a number that is not used goes back, so the book has no gap. */
export const issueResult = (platform: Platform<DossierTables>, who: DossierActor, command: Command): Promise<Outcome> =>
  inOneTransaction(platform, (own) => issueIn(own, who, command));

/** What is not done leaves nothing behind. */
export async function inOneTransaction(
  platform: Platform<DossierTables>,
  work: (own: Platform<DossierTables>) => Promise<Outcome>,
): Promise<Outcome> {
  const unused = new Unused();
  try {
    return await platform.db.transaction().execute(async (trx) => {
      const outcome = await work({ ...platform, db: trx, acting: { ...platform.acting, db: trx } });
      if (outcome.kind !== 'done') throw unused.because(outcome);
      return outcome;
    });
  } catch (error) {
    if (error === unused && unused.outcome) return unused.outcome;
    throw error;
  }
}

/** Rolls the transaction back and carries the reason out of it. */
class Unused extends Error {
  outcome: Outcome | undefined;
  because(outcome: Outcome): this {
    this.outcome = outcome;
    return this;
  }
}

async function issueIn(platform: Platform<DossierTables>, who: DossierActor, command: Command): Promise<Outcome> {
  const { db, acting } = platform;
  await lockCase(db, command.caseId);
  const done = await findDone(db, who.actor, command);
  if (done) return done;
  const dossier = await loadDossier(db, { id: command.caseId }, who.scope);
  if (!dossier) return { kind: 'not-found' };
  const bare = { ...command, number: '', file: NO_FILE, document: '' };
  if (isOld(dossier, command)) return recordIssue(acting, { ...who, read: dossier }, bare);
  const asked = decideIssue(dossier, bare, contextOf(platform, who));
  if (asked.kind === 'refusal') return asked;
  const sealed = await seal(platform, dossier);
  if ('kind' in sealed) return sealed;
  return recordIssue(acting, who, { ...command, ...sealed });
}

/** The page showed an earlier version: the verb then answers what has changed, before any rule speaks of what it is now. */
const isOld = ({ version }: LoadedDossier, { shownVersion }: Command): boolean =>
  shownVersion !== undefined && shownVersion !== version;

export async function lockCase(db: QueryExecutorProvider, caseId: string): Promise<void> {
  await sql`select 1 from cases.case where id = ${caseId} for update`.execute(db);
}

async function seal(platform: Platform<DossierTables>, dossier: LoadedDossier) {
  const { db, config, acting } = platform;
  const at = acting.clock();
  const own = platform as unknown as Platform;
  const [signed] = await findFiles({ db, config }, { ids: dossier.signedFile ? [dossier.signedFile] : [] });
  const bytes = signed && (await readFileBytes(config, signed.digest));
  if (!bytes || !dossier.checkCode) throw new Error(`the signed paper of ${dossier.code} is gone`);
  const { template } = await draftResult(own, dossier, {
    kind: dossier.outcome === 'rejected' ? 'rejected' : 'approved',
    at: dossier.signedAt ?? at,
  });
  const agency = await findAgency(db, dossier.competentUnit);
  const number = documentNumber(
    template,
    await nextNumber(db, dossier, { symbol: template.definition.symbol, year: dayOf(at).slice(0, 4) }),
    dayOf(at),
  );
  const file = await sealPaper(own, dossier, { signed: bytes, number, agency, at });
  if ('kind' in file) return file satisfies Refusal;
  const test = platform.mode !== 'production';
  const signers = [
    {
      field: PERSON_FIELD,
      holder: await signerName(db, dossier),
      at: dossier.signedAt && isoOf(dossier.signedAt),
      test,
    },
    { field: AGENCY_FIELD, holder: agency.name, at: isoOf(at), test },
  ];
  return {
    number,
    file,
    document: newId(),
    published: {
      code: dossier.checkCode,
      meaning: template.definition.code,
      title: template.definition.title.vi,
      signers,
    },
  };
}

/** Results are numbered by unit, symbol and year (NĐ 30/2020, Điều 15), in the counters that number dossiers. */
export async function nextNumber(
  db: QueryExecutorProvider,
  dossier: LoadedDossier,
  { symbol, year }: { symbol: string; year: string },
): Promise<number> {
  const yearStart = `${year}-01-01`;
  const series = `result:${dossier.competentUnit}:${symbol}`;
  const rows = await sql<{ number: number }>`
    select cases.next_number(${series}, ${yearStart}::date) as number
  `.execute(db);
  return rows.rows[0]?.number as number;
}

async function signerName(db: Db<DossierTables>, { id, signedAt }: LoadedDossier): Promise<string> {
  const rows = await sql<{ name: string; inPlaceOf: string | null }>`
    select a.name, case when e.sealed::jsonb #> '{actor,for}' is not null then p.title ->> 'vi' end as "inPlaceOf"
    from journal.entry e join identity.account a on a.id = e.account_id
      left join organisation.position p on p.id = (e.sealed::jsonb #>> '{actor,position}')::uuid
    where e.subject_id = ${id} and e.type = 'dossiers.result-signed' order by e.recorded_at desc limit 1
  `.execute(db);
  const [signed] = rows.rows;
  if (!signed?.inPlaceOf || signedAt === null) return signed?.name ?? '';
  return signerInWords({
    name: signed.name,
    titles: [await delegatedTitle(db, signed.inPlaceOf, dayOf(signedAt))],
    delegated: true,
  });
}

export const contextOf = ({ acting }: Platform<DossierTables>, { actor, rolesAt = () => [] }: DossierActor) => ({
  actor,
  at: acting.clock(),
  legal: acting.legal,
  rolesAt,
});

/** The answer to a command sent before: making its paper again would make it another command. */
export async function findDone<T>(db: Db<T>, actor: Actor, { commandId }: Command): Promise<Outcome | undefined> {
  const rows = await sql<{ outcome: { answer: Record<string, never>; version: number } }>`
    select outcome from journal.command where actor_id = ${actor.id} and command_id = ${commandId}
  `.execute(db);
  const stored = rows.rows[0]?.outcome;
  return stored && { kind: 'done', answer: stored.answer, version: stored.version, repeated: true };
}
