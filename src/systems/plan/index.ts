/** What others may ask of the plan (đề án). The rest of this folder is private. */
import type { Platform } from '../../platform/system/platform.ts';
import { enterInvented } from './invented.ts';
import type { PlanTables } from './tables.ts';

/** The invented data of a demonstration, once. */
export const enterInventedPlan = (platform: Platform, packFolder: string): Promise<void> =>
  enterInvented(platform as unknown as Platform<PlanTables>, packFolder);
