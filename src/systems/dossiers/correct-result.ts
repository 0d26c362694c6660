/** Correcting a result: the new paper is printed, signed, numbered and sealed within the act that puts it in the old one's place. */
import { dayOf, isoOf } from '../../platform/calendar/instant.ts';
import type { Command, Outcome } from '../../platform/cases/act.ts';
import { newId } from '../../platform/db/ids.ts';
import { documentNumber } from '../../platform/documents/results/render-result.ts';
import { AGENCY_FIELD, PERSON_FIELD } from '../../platform/documents/signatures/sign.ts';
import { newVerificationCode } from '../../platform/documents/verification-code.ts';
import { findFiles, readFileBytes } from '../../platform/files/store-file.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { type DossierActor, recordCorrection } from './dossiers.ts';
import { contextOf, findDone, inOneTransaction, lockCase, nextNumber } from './finish-result.ts';
import { type LoadedDossier, loadDossier } from './load-dossier.ts';
import { signerInWords } from './paper-signer.ts';
import { draftResult, findAgency, type PaperSigner, sealPaper, signPaper } from './result-papers.ts';
import type { DossierTables } from './tables.ts';
import { decideCorrection } from './turns/correction.ts';

export interface CorrectCommand extends Command {
  readonly reason: string;
  readonly office: Answers;
  readonly signer: PaperSigner;
}

/** A number that is not used goes back, as at the first issue. */
export const correctResult = (
  platform: Platform<DossierTables>,
  who: DossierActor,
  command: CorrectCommand,
): Promise<Outcome> => inOneTransaction(platform, (own) => correctIn(own, who, command));

async function correctIn(
  platform: Platform<DossierTables>,
  who: DossierActor,
  { signer, ...command }: CorrectCommand,
): Promise<Outcome> {
  const { db, acting } = platform;
  await lockCase(db, command.caseId);
  const done = await findDone(db, who.actor, command);
  if (done) return done;
  const dossier = await loadDossier(db, { id: command.caseId }, who.scope);
  if (!dossier) return { kind: 'not-found' };
  const asked = decideCorrection(
    dossier,
    { ...command, number: '', file: { id: '', sha256: '' }, document: '' },
    contextOf(platform, who),
  );
  if (asked.kind === 'refusal') return asked;
  const paper = await makePaper(platform, dossier, { signer, office: command.office });
  return 'kind' in paper ? paper : recordCorrection(acting, who, { ...command, ...paper });
}

async function makePaper(
  platform: Platform<DossierTables>,
  dossier: LoadedDossier,
  { signer, office }: Pick<CorrectCommand, 'signer' | 'office'>,
) {
  const { db, config, acting } = platform;
  const own = platform as unknown as Platform;
  const at = acting.clock();
  const checkCode = newVerificationCode();
  const old = dossier.issuedPaper;
  if (!old) throw new Error(`${dossier.code} has no paper to correct`);
  const question = {
    kind: dossier.outcome === 'rejected' ? ('rejected' as const) : ('approved' as const),
    corrects: { number: old.number, on: dayOf(old.issuedAt) },
    office,
    signer,
    checkCode,
    at,
  };
  const signed = await signPaper(own, dossier, question);
  if ('kind' in signed) return signed;
  const [file] = await findFiles({ db, config }, { ids: [signed.id] });
  const bytes = file && (await readFileBytes(config, file.digest));
  if (!bytes) throw new Error(`the signed correction of ${dossier.code} is gone`);
  const { template } = await draftResult(own, dossier, question);
  const agency = await findAgency(db, dossier.competentUnit);
  const series = { symbol: template.definition.symbol, year: dayOf(at).slice(0, 4) };
  const number = documentNumber(template, await nextNumber(db, dossier, series), dayOf(at));
  const sealed = await sealPaper(own, dossier, { signed: bytes, number, agency, at });
  if ('kind' in sealed) return sealed;
  const test = platform.mode !== 'production';
  return {
    number,
    file: sealed,
    document: newId(),
    published: {
      code: checkCode,
      meaning: template.definition.code,
      title: template.definition.title.vi,
      signers: [
        { field: PERSON_FIELD, holder: signerInWords(signer), at: isoOf(at), test },
        { field: AGENCY_FIELD, holder: agency.name, at: isoOf(at), test },
      ],
    },
  };
}
