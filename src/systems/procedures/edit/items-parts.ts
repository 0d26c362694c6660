/** The parts of a draft that are lists. */
import type { PartKey } from '../draft/draft-parts.ts';
import { componentsPart } from './components-part.ts';
import { feesPart } from './fees-part.ts';
import { formPart } from './form-part.ts';
import type { ItemsPart } from './items-part.ts';
import { resultsPart } from './results-part.ts';

const ITEMS_PARTS: readonly ItemsPart[] = [componentsPart, formPart, feesPart, resultsPart];

export const findItemsPart = (part: PartKey): ItemsPart | undefined => ITEMS_PARTS.find((one) => one.part === part);
