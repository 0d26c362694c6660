/** Invented data of a demonstration (dữ liệu bịa): the sheets and values of the pack's demo folder, entered once and marked wherever they are shown. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoOf } from '../../platform/calendar/instant.ts';
import type { RowChange } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { readCsv } from '../../platform/pack/read-csv.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { actOnPlan } from './act-on-plan.ts';
import { readAmount, shareOf } from './amount.ts';
import { getPlan } from './current-definition.ts';
import { saveRecords } from './sheets/import-sheet.ts';
import { readTable } from './sheets/read-table.ts';
import { SHEETS } from './sheets/sheet.ts';
import type { PlanTables } from './tables.ts';

const ACTOR = programActor('plan.invented');
const DOCUMENT = '00/BC-BIA';

/** Nothing in production, and nothing where anything was entered before. */
export async function enterInvented(platform: Platform<PlanTables>, packFolder: string): Promise<void> {
  if (platform.mode !== 'demo') return;
  const { db } = platform;
  const [record, value] = await Promise.all([
    db.selectFrom('plan.record').select('code').limit(1).executeTakeFirst(),
    db.selectFrom('plan.value').select('id').limit(1).executeTakeFirst(),
  ]);
  if (record || value) return;
  const folder = join(packFolder, 'plan', 'demo');
  for (const sheet of SHEETS) {
    if (sheet.key === 'outline') continue;
    const read = await readTable(sheet, readFileSync(join(folder, `${sheet.slug}.csv`)));
    if (!read.lines) throw new Error(`the invented ${sheet.slug} of the pack is not usable: ${read.refused}`);
    const command = { commandId: newId(), sheet: sheet.key, lines: read.lines, invented: true };
    await saveRecords(platform.acting, ACTOR, { sheet, command });
  }
  await enterValues(platform, readFileSync(join(folder, 'values.csv'), 'utf8'));
}

async function enterValues({ acting, db }: Platform<PlanTables>, csv: string): Promise<void> {
  const read = readCsv(csv, ['target', 'measure', 'kind', 'day', 'amount', 'numerator', 'denominator']);
  if (!read.rows) throw new Error(`the invented values of the pack are not usable: ${JSON.stringify(read.faults)}`);
  const { id: definition } = await getPlan(db);
  await actOnPlan(
    acting,
    ACTOR,
    { commandId: newId() },
    {
      name: 'plan.enter-invented',
      decide: async (_, at) => ({
        kind: 'act',
        subject: { type: 'plan.value', id: newId() },
        rows: read.rows.map(
          ({ target, measure, kind, day, amount, numerator, denominator }): RowChange => ({
            table: 'plan.value',
            op: 'insert',
            values: {
              id: newId(),
              target,
              measure,
              kind,
              day,
              amount:
                numerator === ''
                  ? (readAmount(amount.replace('.', ',')) ?? 0)
                  : (shareOf(+numerator, +denominator) ?? 0),
              numerator: numerator === '' ? null : Number(numerator),
              denominator: denominator === '' ? null : Number(denominator),
              document_number: DOCUMENT,
              document_day: day,
              file_id: null,
              note: '',
              state: 'approved',
              invented: true,
              definition_id: definition,
              entered_by: null,
              entered_at: isoOf(at),
              decided_by: null,
              decided_at: isoOf(at),
              refused_for: null,
              version: 1,
            },
          }),
        ),
        entries: [{ type: 'plan.invented-entered', body: { values: read.rows.length } }],
      }),
    },
  );
}
