/** The product's table of contents: every system, in the order of their `uses`. */
import { demo } from './demo/manifest.ts';
import { documents } from './platform/documents/manifest.ts';
import { files } from './platform/files/manifest.ts';
import { forms } from './platform/forms/manifest.ts';
import { calendar } from './platform/calendar/manifest.ts';
import { identity } from './platform/identity/manifest.ts';
import { indicators } from './platform/indicators/manifest.ts';
import { jobs } from './platform/jobs/manifest.ts';
import { notifications } from './platform/notifications/manifest.ts';
import { organisation } from './platform/organisation/manifest.ts';
import { settings } from './platform/settings/manifest.ts';
import type { SystemManifest } from './platform/system/define-system.ts';
import { system } from './platform/system/manifest.ts';
import { counter } from './systems/counter/manifest.ts';
import { dossiers } from './systems/dossiers/manifest.ts';
import { feedback } from './systems/feedback/manifest.ts';
import { lookups } from './systems/lookups/manifest.ts';
import { nationalPortal } from './systems/national-portal/manifest.ts';
import { operationsCentre } from './systems/operations-centre/manifest.ts';
import { payments } from './systems/payments/manifest.ts';
import { plan } from './systems/plan/manifest.ts';
import { portal } from './systems/portal/manifest.ts';
import { procedures } from './systems/procedures/manifest.ts';
import { registers } from './systems/registers/manifest.ts';
import { results } from './systems/results/manifest.ts';
import { statistics } from './systems/statistics/manifest.ts';
import { supervision } from './systems/supervision/manifest.ts';

export const systems: readonly SystemManifest[] = [
  system,
  identity,
  settings,
  calendar,
  organisation,
  indicators,
  jobs,
  files,
  documents,
  forms,
  notifications,
  procedures,
  payments,
  portal,
  results,
  lookups,
  dossiers,
  counter,
  registers,
  nationalPortal,
  feedback,
  statistics,
  supervision,
  plan,
  operationsCentre,
  demo,
];
