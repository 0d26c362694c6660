/** The parts of a draft that are one page of questions each. */
import type { PartKey } from '../draft/draft-parts.ts';
import { competencePart } from './competence-part.ts';
import { generalPart } from './general-part.ts';
import { legalPart } from './legal-part.ts';
import { linkedPart } from './linked-part.ts';
import { processPart } from './process-part.ts';
import type { PartForm } from './part-form.ts';
import { waysPart } from './ways-part.ts';

const PART_FORMS: readonly PartForm[] = [generalPart, waysPart, competencePart, legalPart, processPart, linkedPart];

export const findPartForm = (part: PartKey): PartForm | undefined => PART_FORMS.find((one) => one.part === part);
