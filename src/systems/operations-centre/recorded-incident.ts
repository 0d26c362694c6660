/** Recorded tables of incidents: what the journal keeps of each column, so that the rows can be made again from it. */
import { type RecordedTable, recordedTable } from '../../platform/cases/effect.ts';
import type { IncidentRow, StepRow } from './tables.ts';

/** Signals are not among them: they move from one incident to another; how many each has is. */
export const recordedIncident: Readonly<Record<string, RecordedTable>> = {
  'operations_centre.incident': recordedTable<IncidentRow>('case_id', ['case_id'], {
    case_id: 'kept',
    unit_id: 'kept',
    kind: 'kept',
    severity: 'kept',
    title: 'content',
    place: 'content',
    lat: 'kept',
    lon: 'kept',
    first_at: 'kept',
    last_at: 'kept',
    signals: 'kept',
    opened_at: 'kept',
    taken_at: 'kept',
    closed_at: 'kept',
    drill_id: 'kept',
    joined_to: 'kept',
    district: 'kept',
    area_id: 'kept',
    holder_id: 'kept',
  }),
  'operations_centre.step': recordedTable<StepRow>('case_id', ['key'], {
    case_id: 'kept',
    key: 'kept',
    place: 'kept',
    text: 'content',
    due_at: 'kept',
    done_at: 'kept',
    done_by: 'kept',
    overdue_at: 'kept',
  }),
};
