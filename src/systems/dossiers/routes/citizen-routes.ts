/** Every route of the citizen's side, in the order of a dossier's life. */
import type { Route } from '../../../platform/http/route.ts';
import type { DossierTables } from '../tables.ts';
import { actRoutes } from './citizen-acts.tsx';
import { dossierRoutes } from './citizen-dossiers.tsx';
import { draftRoutes } from './citizen-draft.tsx';
import { paperRoutes } from './citizen-papers.tsx';
import { paymentRoutes } from './citizen-payment.tsx';
import { registerPaperRoutes } from './citizen-register-papers.tsx';
import { startRoutes } from './citizen-start.tsx';
import { verifyRoutes } from './public-verify.tsx';

export const citizenRoutes: readonly Route<DossierTables>[] = [
  ...startRoutes,
  ...registerPaperRoutes,
  ...draftRoutes,
  ...dossierRoutes,
  ...actRoutes,
  ...paymentRoutes,
  ...paperRoutes,
  ...verifyRoutes,
];
