/** The product's table of contents: every system, in the order of their `uses`. */
import { identity } from './platform/identity/manifest.ts';
import { organisation } from './platform/organisation/manifest.ts';
import type { SystemManifest } from './platform/system/define-system.ts';
import { dossiers } from './systems/dossiers/manifest.ts';

export const systems: readonly SystemManifest[] = [organisation, identity, dossiers];
