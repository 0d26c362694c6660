/** What the journal keeps of a dossier's own row, beside its case: all of it, for none of it is a name or a word of a person. */
import { recordedTable } from '../../platform/cases/effect.ts';
import type { DossierTables } from './tables.ts';

export const recordedDossier = recordedTable<DossierTables['dossiers.dossier']>('case_id', ['case_id'], {
  case_id: 'kept',
  procedure_code: 'kept',
  version_id: 'kept',
  case_key: 'kept',
  account_id: 'kept',
  supplements: 'kept',
  apologies: 'kept',
  fee_due: 'kept',
  fee_paid: 'kept',
  exemption: 'kept',
  draft: 'kept',
  result_number: 'kept',
  result_file: 'kept',
  signed_file: 'kept',
  signed_at: 'kept',
  receive_by: 'kept',
  check_code: 'kept',
  apology_for: 'kept',
  apology_until: 'kept',
  early_told_at: 'kept',
  competent_office: 'kept',
});
