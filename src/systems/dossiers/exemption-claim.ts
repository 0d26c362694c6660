/** A claimed exemption (miễn, giảm phí, lệ phí) as who accepts has to judge it: its ground, what it makes less, and what was handed in to show it. */
import type { Db } from '../../platform/db/database.ts';
import { findFiles } from '../../platform/files/store-file.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { EXEMPTION_PAPER, type Exemption, listExemptions, type PlannedFee } from '../procedures/index.ts';
import type { LoadedDossier } from './load-dossier.ts';
import type { DossierTables } from './tables.ts';

export interface ExemptionClaim extends Pick<Exemption, 'name' | 'evidence' | 'ground'> {
  /** As they are when it holds. */
  readonly fees: readonly PlannedFee[];
  /** As they are when it does not. */
  readonly feesInFull: readonly PlannedFee[];
  readonly files: readonly { readonly id: string; readonly name: string }[];
  /** It was handed in on paper. */
  readonly onPaper: boolean;
}

type Claiming = Pick<LoadedDossier, 'definition' | 'fees' | 'feesInFull'> & {
  /** Key of the exemption. */
  readonly exemption: string;
};

/** Undefined when the procedure has no such exemption. */
export function describeClaim(
  { definition, exemption: claimed, fees, feesInFull }: Claiming,
  evidence: Pick<ExemptionClaim, 'files' | 'onPaper'>,
): ExemptionClaim | undefined {
  const exemption = listExemptions(definition).find(({ key }) => key === claimed);
  return exemption && { ...exemption, fees, feesInFull, ...evidence };
}

/** Of a dossier that was submitted; undefined when it claims none, or the claim has been judged. */
export async function findClaim(
  { config, db }: Pick<Platform<DossierTables>, 'config'> & { readonly db: Db<DossierTables> },
  dossier: LoadedDossier,
): Promise<ExemptionClaim | undefined> {
  if (dossier.exemption?.state !== 'claimed') return undefined;
  const rows = await db
    .selectFrom('dossiers.component')
    .select('file_id')
    .where('case_id', '=', dossier.id)
    .where('key', '=', EXEMPTION_PAPER)
    .orderBy('supplied_at')
    .execute();
  const ids = rows.flatMap(({ file_id: id }) => (id === null ? [] : [id]));
  const files = ids.length === 0 ? [] : await findFiles({ db, config }, { ids });
  return describeClaim(
    { ...dossier, exemption: dossier.exemption.key },
    { files: files.map(({ id, name }) => ({ id, name })), onPaper: rows.some(({ file_id: id }) => id === null) },
  );
}
