/** Procedure view: what a page shows of one procedure, already put into words; the route composes it from the version that is in force. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';

/** A fact in words. `confirm`: nobody has checked it against the rule, so the page marks it. */
export interface Fact {
  readonly text: LocalText;
  readonly confirm?: boolean;
}

export type OnlineLevel = 'full' | 'part' | 'none' | 'unknown';

export interface ProcedureView {
  readonly code: string;
  readonly name: LocalText;
  readonly field: LocalText;
  /** Level and who decides: "Cấp xã: Ủy ban nhân dân xã nơi cư trú". */
  readonly authorities: readonly Fact[];
  readonly subjects: readonly LocalText[];
  readonly online: OnlineLevel;
  /** "3 ngày làm việc". */
  readonly term: Fact;
  /** "8.000 đồng mỗi bản", "Miễn phí khi đúng hạn": the fees in one line. */
  readonly feeSummary: Fact;
  readonly channels: readonly ChannelView[];
  readonly cases: readonly { readonly name: LocalText; readonly term: Fact }[];
  readonly fees: readonly FeeView[];
  /** Each group is one thing to hand in or show; more than one component in it means: any one of them. */
  readonly components: readonly ComponentGroup[];
  readonly requirements: readonly Fact[];
  readonly steps: readonly StepView[];
  readonly results: readonly Fact[];
  readonly legalBasis: readonly LegalBasisView[];
  readonly remarks: readonly LocalText[];
  /** What the end of the term without an answer means, where the law says so. */
  readonly silence?: LocalText;
  /** Whether anything on the page is marked, so that the page explains the mark. */
  readonly unconfirmed: boolean;
  /** No version holds today: what to bring and to pay is not known here, and is not said to be nothing. */
  readonly isRecord?: true;
}

export interface ChannelView {
  readonly name: LocalText;
  /** Only where it differs from the procedure's own. */
  readonly term?: Fact;
  readonly note?: LocalText;
}

export interface FeeView {
  readonly name: LocalText;
  readonly amount: Fact;
  readonly exempt?: LocalText;
}

export interface ComponentGroup {
  readonly condition?: LocalText;
  readonly alternatives: readonly ComponentView[];
}

export interface ComponentView {
  readonly name: LocalText;
  readonly handling: 'handed-in' | 'shown' | 'data' | 'guidance';
  /** "1 bản chính", "2 bản sao chứng thực". */
  readonly copies?: LocalText;
  /** Registers in which it is looked up, so that nothing is asked. */
  readonly replacedBy?: readonly LocalText[];
  /** The declaration that is filled in online. */
  readonly eForm?: boolean;
  readonly confirm?: boolean;
}

export interface StepView {
  readonly name: LocalText;
  /** "Công chức tư pháp - hộ tịch, 4 giờ làm việc". */
  readonly detail?: Fact;
}

export interface LegalBasisView {
  /** "Luật Hộ tịch 60/2014/QH13". */
  readonly title: LocalText;
  readonly articles?: string;
  readonly confirm?: boolean;
}
