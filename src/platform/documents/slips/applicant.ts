/** The applicant's lines, the same on every slip. */
import type { Block } from '../paper/paper.ts';

export interface SlipApplicant {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
}

export const addressLine = (applicant: SlipApplicant): Block => ({
  kind: 'fields',
  fields: [{ label: 'Địa chỉ', value: applicant.address }],
});

export const contactLine = (applicant: SlipApplicant): Block => ({
  kind: 'fields',
  fields: [
    { label: 'Số điện thoại', value: applicant.phone },
    { label: 'Email', value: applicant.email },
  ],
});
