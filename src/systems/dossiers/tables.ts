/** The tables of the schema `dossiers`. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../../platform/calendar/instant.ts';
import type { ScannedPage } from './dossier-state.ts';
import type { TurnRule } from './turn-rules.ts';

export type DraftState = 'none' | 'asked' | 'confirmed' | 'silent' | 'objected';
/** An exemption from fees, as the officer who accepts has judged it. */
export type ExemptionState = 'claimed' | 'confirmed' | 'refused';
export type ReceiveBy = 'counter' | 'post' | 'electronic';

export interface DossierTables {
  'dossiers.dossier': {
    case_id: string;
    procedure_code: string;
    version_id: string;
    case_key: string | null;
    account_id: string | null;
    supplements: Generated<number>;
    apologies: Generated<number>;
    fee_due: Generated<number>;
    fee_paid: Generated<number>;
    exemption: ExemptionState | null;
    draft: Generated<DraftState>;
    result_number: string | null;
    result_file: string | null;
    signed_file: string | null;
    signed_at: ColumnType<Instant | null, string | null, string | null>;
    receive_by: Generated<ReceiveBy>;
    check_code: string | null;
    apology_for: ColumnType<Instant | null, string | null, string | null>;
    apology_until: ColumnType<Instant | null, string | null, string | null>;
    early_told_at: ColumnType<Instant | null, string | null, string | null>;
    competent_office: string | null;
  };
  'dossiers.succession_batch': {
    id: string;
    unit_id: string;
    to_unit: string | null;
    made_at: ColumnType<Instant, string, string>;
    undone_at: ColumnType<Instant | null, string | null, string | null>;
  };
  'dossiers.succession_move': {
    batch_id: string;
    case_id: string;
    competent_unit: string | null;
    receiving_unit: string | null;
    returning_unit: string | null;
    competent_office: string | null;
    holding_unit: string | null;
    assignee_id: string | null;
    version: number | null;
    refused: string | null;
    undone_at: ColumnType<Instant | null, string | null, string | null>;
    kept: string | null;
  };
  'dossiers.calendar_impact': {
    digest: string;
    started_at: ColumnType<Instant, string, string>;
    finished_at: ColumnType<Instant | null, string | null, string | null>;
    looked: Generated<number>;
    moved: Generated<number>;
  };
  'dossiers.calendar_move': {
    digest: string;
    case_id: string;
    was_due: Instant | null;
    due: Instant | null;
    was_step: Instant | null;
    step: Instant | null;
    was_answer: Instant | null;
    answer: Instant | null;
    opinions: number;
  };
  'dossiers.transfer': {
    id: string;
    case_id: string;
    content: 'papers' | 'result';
    from_unit: string;
    to_unit: string;
    opened_at: ColumnType<Instant, string, string>;
    send_by: ColumnType<Instant | null, string | null, string | null>;
    sent_at: ColumnType<Instant | null, string | null, string | null>;
    how: 'post' | 'courier' | null;
    reference: string | null;
    taken_at: ColumnType<Instant | null, string | null, string | null>;
    version: Generated<number>;
  };
  'dossiers.digitisation': {
    id: string;
    case_id: string;
    component: string;
    state: 'checked' | 'scanned' | 'coded' | 'signed';
    pages: Generated<readonly ScannedPage[]>;
    code: string | null;
    file_id: string | null;
    signed_at: ColumnType<Instant | null, string | null, string | null>;
    version: Generated<number>;
  };
  'dossiers.number_block': {
    id: string;
    unit_id: string;
    unit_code: string;
    day: Day;
    account_id: string;
    device: string;
    reserved_at: ColumnType<Instant, string, string>;
  };
  'dossiers.reserved_number': {
    code: string;
    number: number;
    block_id: string;
    state: Generated<'reserved' | 'used' | 'voided'>;
    why: 'closed' | 'forgotten' | 'time' | null;
    case_id: string | null;
    settled_at: ColumnType<Instant | null, string | null, string | null>;
    version: Generated<number>;
  };
  'dossiers.turn_rule': {
    rule: TurnRule['rule'];
    valid_from: Day;
    effect: TurnRule['effect'];
    term: string | null;
    basis: string;
    confirm: string | null;
  };
  'dossiers.component': {
    id: string;
    case_id: string;
    key: string;
    file_id: string | null;
    original: Generated<boolean>;
    supplied_at: ColumnType<Instant, string, string>;
    round: Generated<number>;
  };
}
