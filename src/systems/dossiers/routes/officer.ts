/** All routes of officers on dossiers. The more particular paths come first where they share a pattern. */
import type { Route } from '../../../platform/http/route.ts';
import type { DossierTables } from '../tables.ts';
import { officerActRoutes } from './officer-acts.tsx';
import { officerAssignRoutes } from './officer-assign.tsx';
import { officerBulkRoutes } from './officer-bulk.tsx';
import { officerCompareRoutes } from './officer-compare.tsx';
import { officerCounterRoutes } from './officer-counter.tsx';
import { officerDossierRoutes } from './officer-dossier.tsx';
import { officerHandingRoutes } from './officer-handing.tsx';
import { officerOpinionRoutes } from './officer-opinions.tsx';
import { officerQueueLiveRoutes } from './officer-queue-live.tsx';
import { officerQueueRoutes } from './officer-queue.tsx';
import { officerOfflineRoutes } from './officer-offline.tsx';
import { officerRegisterRoutes } from './officer-register.tsx';
import { officerDigitiseRoutes } from './officer-digitise.tsx';
import { officerSignRoutes } from './officer-sign.tsx';
import { officerTransferRoutes } from './officer-transfers.tsx';
import { officerWorkloadRoutes } from './officer-workload.tsx';

export const officerRoutes: readonly Route<DossierTables>[] = [
  ...officerQueueRoutes,
  ...officerQueueLiveRoutes,
  ...officerAssignRoutes,
  ...officerBulkRoutes,
  ...officerHandingRoutes,
  ...officerWorkloadRoutes,
  ...officerCounterRoutes,
  ...officerOfflineRoutes,
  ...officerTransferRoutes,
  ...officerDigitiseRoutes,
  ...officerSignRoutes,
  ...officerOpinionRoutes,
  ...officerRegisterRoutes,
  ...officerCompareRoutes,
  ...officerDossierRoutes,
  ...officerActRoutes,
];
