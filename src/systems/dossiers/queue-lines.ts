/** Lines of a queue: rows with the name of their step and how they stand against their time. */
import { createHash } from 'node:crypto';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { QueueRow } from '../../platform/cases/queues.ts';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Locale } from '../../platform/i18n/texts.ts';
import { getVersion, processOf } from '../procedures/index.ts';
import { type DueChip, dueChip } from './due-chip.ts';
import type { DossierTables } from './tables.ts';

export interface QueueLine extends QueueRow {
  readonly stepName: LocalText | undefined;
  readonly chip: DueChip;
}

/** Of all that a line shows: equal where nothing would look different. */
export const signatureOf = ({ version, chip, step, assignee_id: assignee }: QueueLine): string =>
  createHash('sha256')
    .update(JSON.stringify([version, chip, step, assignee]))
    .digest('base64url')
    .slice(0, 8);

export function linesOf(
  db: Db<DossierTables>,
  rows: readonly QueueRow[],
  { at, legal, locale }: { readonly at: Instant; readonly legal: LegalClock; readonly locale: Locale },
): Promise<QueueLine[]> {
  return Promise.all(
    rows.map(async (row) => {
      const version = row.definition_id ? await getVersion(db, row.definition_id) : undefined;
      const timed = { ...row, dueAt: row.due_at, answerDueAt: row.answer_due_at, unit: row.competent_unit };
      return {
        ...row,
        stepName: version && processOf(version.definition).steps.find((step) => step.key === row.step)?.name,
        chip: dueChip(timed, at, legal, locale),
      };
    }),
  );
}
