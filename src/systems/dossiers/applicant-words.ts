/** How a sentence addresses the applicant: ông or bà where the personal number says, both where nobody knows. */
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { readPersonalNumber } from '../../platform/text/personal-number.ts';
import type { Applicant } from './submission.ts';

export interface ApplicantWords {
  /** `bà`, `ông`, `ông/bà`; in English `you`. */
  readonly you: Required<LocalText>;
  /** `bà Nguyễn Thị Hoa`. */
  readonly full: Required<LocalText>;
}

export function applicantWords({ name, personalNumber }: Applicant): ApplicantWords {
  const sex = personalNumber === undefined ? undefined : readPersonalNumber(personalNumber).value?.sex;
  const vi = sex === undefined ? 'ông/bà' : sex === 'male' ? 'ông' : 'bà';
  return { you: { vi, en: 'you' }, full: { vi: sex === undefined ? name : `${vi} ${name}`, en: name } };
}
