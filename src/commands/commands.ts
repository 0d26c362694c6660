/** The operator's commands, in the order the help lists them. */
import { backupCommand } from './backup.ts';
import type { OperatorCommand } from './command.ts';
import { createAccountCommand } from './create-account.ts';
import { dueDate } from './due-date.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { rebuildCommand } from './rebuild.ts';
import { rebuildIndicatorsCommand } from './rebuild-indicators.ts';
import { rebuildResultsCommand } from './rebuild-results.ts';
import { rebuildStatisticsCommand } from './rebuild-statistics.ts';
import { restoreCommand } from './restore.ts';
import { seedCommand } from './seed.ts';
import { simulateCommand } from './simulate.ts';
import { verifyJournalCommand } from './verify-journal.ts';

export const commands: readonly OperatorCommand[] = [
  migrateCommand,
  importCommand,
  dueDate,
  verifyJournalCommand,
  rebuildCommand,
  rebuildStatisticsCommand,
  rebuildIndicatorsCommand,
  rebuildResultsCommand,
  createAccountCommand,
  backupCommand,
  restoreCommand,
  seedCommand,
  simulateCommand,
];
