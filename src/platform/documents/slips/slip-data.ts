/** What each meaning of a slip is printed from. */
import { APOLOGY_FIELDS, type ApologySlip } from './apology.ts';
import { CONTROL_FIELDS, type ControlSlip } from './control-slip.ts';
import { RECEIPT_FIELDS, type ReceiptSlip } from './receipt.ts';
import { REFUSAL_FIELDS, type RefusalSlip } from './refusal.ts';
import type { SlipFields } from './slip-field.ts';
import type { SlipMeaning } from './slip-forms.ts';
import { STOP_FIELDS, type StopNotice } from './stop-notice.ts';
import { SUPPLEMENT_FIELDS, type SupplementRequest } from './supplement-request.ts';

export interface SlipData {
  receipt: ReceiptSlip;
  'supplement-request': SupplementRequest;
  refusal: RefusalSlip;
  apology: ApologySlip;
  'stop-notice': StopNotice;
  'control-slip': ControlSlip;
}

export const SLIP_FIELDS: { readonly [M in SlipMeaning]: SlipFields<SlipData[M]> } = {
  receipt: RECEIPT_FIELDS,
  'supplement-request': SUPPLEMENT_FIELDS,
  refusal: REFUSAL_FIELDS,
  apology: APOLOGY_FIELDS,
  'stop-notice': STOP_FIELDS,
  'control-slip': CONTROL_FIELDS,
};
