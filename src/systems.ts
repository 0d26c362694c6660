/** The product's table of contents: every system, in the order of their `uses`. */
import type { SystemManifest } from './platform/system/define-system.ts';

export const systems: readonly SystemManifest[] = [];
