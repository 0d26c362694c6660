/** All routes of officers on dossiers. The more particular paths come first where they share a pattern. */
import type { Route } from '../../../platform/http/route.ts';
import type { DossierTables } from '../tables.ts';
import { officerActRoutes } from './officer-acts.tsx';
import { officerDossierRoutes } from './officer-dossier.tsx';
import { officerQueueRoutes } from './officer-queue.tsx';

export const officerRoutes: readonly Route<DossierTables>[] = [
  ...officerQueueRoutes,
  ...officerDossierRoutes,
  ...officerActRoutes,
];
