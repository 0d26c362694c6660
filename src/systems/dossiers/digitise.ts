/** Digitised papers: the pages of a paper made one PDF that the officer signs, stored with the act that says so. */
import { createHash } from 'node:crypto';
import { isSqlState, type Outcome } from '../../platform/cases/act.ts';
import { refuse } from '../../platform/cases/decision.ts';
import { mergePages } from '../../platform/documents/paper/merge-pages.ts';
import { findKey } from '../../platform/documents/signatures/key-ring.ts';
import { signAsPerson } from '../../platform/documents/signatures/sign.ts';
import { findFiles, readFileBytes, storeFile } from '../../platform/files/store-file.ts';
import type { Platform } from '../../platform/system/platform.ts';
import type { ScannedPage } from './dossier-state.ts';
import { type DossierActor, recordPaperChecked, recordPaperSigned } from './dossiers.ts';
import { type LoadedDossier, loadDossier } from './load-dossier.ts';
import { findAgency, type PaperSigner } from './result-papers.ts';
import type { DossierTables } from './tables.ts';
import { decideSignPaper, type DigitisePaper } from './turns/digitisation.ts';

/** Two officers who check the same paper at once: the second is told that it has been done. */
export async function checkPaper(
  env: Platform<DossierTables>['acting'],
  who: DossierActor,
  command: DigitisePaper,
): Promise<Outcome> {
  try {
    return await recordPaperChecked(env, who, command);
  } catch (error) {
    if (isSqlState(error, '23505', 'digitisation_paper_key')) return refuse('dossiers.paper-checked-already');
    throw error;
  }
}

/** The rules are asked before the paper is made, so that a refusal leaves no signed paper behind. */
export async function signDigitisedPaper(
  platform: Platform<DossierTables>,
  who: DossierActor,
  { signer, ...command }: DigitisePaper & { readonly signer: PaperSigner },
): Promise<Outcome> {
  const { db, acting } = platform;
  const dossier = await loadDossier(db, { id: command.caseId }, who.scope);
  if (!dossier) return { kind: 'not-found' };
  const at = acting.clock();
  const context = { actor: who.actor, at, legal: acting.legal, rolesAt: who.rolesAt ?? (() => []) };
  const asked = decideSignPaper(dossier, { ...command, file: { id: '', sha256: '' } }, context);
  if (asked.kind === 'refusal') return asked;
  const pages = dossier.digitisations.find(({ component }) => component === command.component)?.pages ?? [];
  const made = await makePdf(platform, dossier, { pages, signer });
  if ('kind' in made) return made;
  const { file, fault } = await storeFile(platform, {
    name: `${command.component}.pdf`,
    mime: 'application/pdf',
    bytes: made.pdf,
    purpose: 'result',
    owner: { type: 'dossier', id: dossier.id },
    component: command.component,
    ...(who.actor.account && { uploadedBy: who.actor.account }),
    at,
  });
  if (!file) return refuse('dossiers.paper-not-made', { code: fault.code, reason: fault.message.vi });
  const sha256 = createHash('sha256').update(made.pdf).digest('hex');
  return recordPaperSigned(acting, who, { ...command, file: { id: file.id, sha256 } });
}

async function makePdf(
  platform: Platform<DossierTables>,
  dossier: LoadedDossier,
  { pages, signer }: { readonly pages: readonly ScannedPage[]; readonly signer: PaperSigner },
): Promise<{ readonly pdf: Uint8Array } | Outcome> {
  const { config, mode, clock } = platform;
  const found = new Map(
    (await findFiles(platform, { ids: pages.map(({ file }) => file) })).map((one) => [one.id, one]),
  );
  const images = await Promise.all(
    pages.map(async ({ file, turn }) => {
      const { digest, type, ownerId } = found.get(file) ?? {};
      const bytes = digest && ownerId === dossier.id ? await readFileBytes(config, digest) : undefined;
      return bytes && (type === 'jpeg' || type === 'png') ? { bytes, type, turn } : undefined;
    }),
  );
  const whole = images.filter((image) => image !== undefined);
  const merged = whole.length === images.length ? await mergePages(whole) : undefined;
  if (!merged) return refuse('dossiers.pages-unreadable');
  const { key, fault } = findKey(
    { config, mode },
    {
      id: signer.positionId,
      name: signer.name,
      organisation: (await findAgency(platform.db, dossier.receivingUnit)).name,
    },
  );
  if (!key) return refuse('dossiers.paper-not-made', { code: fault.code, reason: fault.message.vi });
  const signed = await signAsPerson(merged, key, { name: signer.name, at: clock(), reason: 'Số hóa từ bản giấy' });
  return signed.pdf
    ? { pdf: signed.pdf }
    : refuse('dossiers.paper-not-made', { code: signed.fault.code, reason: signed.fault.message.vi });
}
