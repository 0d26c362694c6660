/** Who issues a result, when, and who signs it: what a template may say beside the answers. */
import type { Day } from '../../calendar/instant.ts';
import type { SimpleField } from '../../forms/definition.ts';

export interface ResultIssue {
  /** Ủy ban nhân dân xã Tân Biên. */
  readonly agency: string;
  /** The authority above, where the letterhead names one. */
  readonly parent?: string;
  readonly place: string;
  readonly dossierCode: string;
  readonly receivedOn: Day;
  readonly decidedOn: Day;
  readonly signer: {
    readonly name: string;
    /** CHỦ TỊCH, or KT. CHỦ TỊCH and PHÓ CHỦ TỊCH: a line each. */
    readonly position: readonly string[];
    /** In the place of one person (TUQ.): what the template has above the position is left out. */
    readonly delegated?: boolean;
  };
}

/** What templates call them, with the kind that says which formats fit. */
export const ISSUE_FIELDS: Readonly<
  Record<string, { kind: SimpleField['kind']; read: (issue: ResultIssue) => string | undefined }>
> = {
  agency: { kind: 'text', read: (issue) => issue.agency },
  parent: { kind: 'text', read: (issue) => issue.parent },
  place: { kind: 'text', read: (issue) => issue.place },
  dossier_code: { kind: 'text', read: (issue) => issue.dossierCode },
  received_on: { kind: 'date', read: (issue) => issue.receivedOn },
  decided_on: { kind: 'date', read: (issue) => issue.decidedOn },
  signer_name: { kind: 'text', read: (issue) => issue.signer.name },
};
