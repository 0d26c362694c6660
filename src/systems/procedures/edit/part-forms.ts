/** The parts of a draft that are one page of questions each. */
import type { PartKey } from '../draft/draft-parts.ts';
import { generalPart } from './general-part.ts';
import type { PartForm } from './part-form.ts';

const PART_FORMS: readonly PartForm[] = [generalPart];

export const findPartForm = (part: PartKey): PartForm | undefined => PART_FORMS.find((one) => one.part === part);
