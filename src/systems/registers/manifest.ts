/** Registers (cơ sở dữ liệu chuyên ngành): what dossiers have to report to national registers, and what these answer. */
import { defineSystem } from '../../platform/system/define-system.ts';
import { registerEntries } from './events.ts';
import { askToFile, FILE, fileWithRegister } from './filings.ts';
import type { RegisterTables } from './tables.ts';

export const registers = defineSystem<RegisterTables>({
  id: 'registers',
  title: { vi: 'Cơ sở dữ liệu chuyên ngành', en: 'Registers' },
  uses: ['dossiers'],
  migrates: true,
  entries: registerEntries,
  jobs: { [FILE]: fileWithRegister },
  subscribers: ({ config }) => [
    {
      name: 'registers.report',
      // every act that may bring a dossier to the step that reports
      types: [
        'dossiers.step-completed',
        'dossiers.result-signed',
        'dossiers.draft-answered',
        'dossiers.payment-recorded',
      ],
      handle: (trx, entry) => askToFile(trx, entry, config),
    },
  ],
});
