/** Every folder of migrations in the order it is applied: the platform's engines first, then the systems in the order of their `uses`. */
import { engineMigrations, type MigrationSource, systemMigrations } from './platform/db/migrate.ts';

export const migrationSources: readonly MigrationSource[] = [
  ...[
    'text',
    'journal',
    'identity',
    'organisation',
    'cases',
    'files',
    'documents',
    'forms',
    'notifications',
    'settings',
    'indicators',
  ].map(engineMigrations),
  ...[
    'procedures',
    'payments',
    'results',
    'lookups',
    'dossiers',
    'counter',
    'registers',
    'national-portal',
    'feedback',
    'statistics',
    'supervision',
    'plan',
    'operations-centre',
  ].map(systemMigrations),
];
