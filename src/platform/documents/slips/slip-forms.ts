/** Which form a slip takes on a given day: slips are addressed by meaning, the rules renumber and rename them. */
import type { Day } from '../../calendar/instant.ts';

/** What a slip means to the person who receives it. */
export type SlipMeaning =
  | 'receipt'
  | 'supplement-request'
  | 'refusal'
  | 'apology'
  | 'stop-notice'
  | 'control-slip'
  | 'register';

/** `one-stop` slips serve every procedure but those whose ministry has its own: `residence` for registration of residence. */
export type SlipFamily = 'one-stop' | 'residence';

export interface SlipForm {
  readonly meaning: SlipMeaning;
  readonly family: SlipFamily;
  /** Number within the rule; none where the rule has no form and the slip is an ordinary notice. */
  readonly number?: string;
  readonly rule?: string;
  readonly title: string;
  /** Follows the running number: `Số: 15/TNHS`. */
  readonly suffix?: string;
  /** The first day of the form; without it, since before the records of this program begin. */
  readonly from?: Day;
  /** What still has to be compared with the printed rule. Never printed on paper. */
  readonly toConfirm?: 'title' | 'wording';
}

const TT01 = { family: 'one-stop', rule: 'Thông tư 01/2018/TT-VPCP' } as const;
const TT03 = { family: 'one-stop', rule: 'Thông tư 03/2025/TT-VPCP', from: '2025-09-15' } as const;
const RESIDENCE = { family: 'residence', rule: 'Thông tư 56/2021/TT-BCA' } as const;
const RESIDENCE_2025 = { family: 'residence', rule: 'Thông tư 53/2025/TT-BCA', from: '2025-07-01' } as const;

/**
 * Names of the forms [V]: TT 01/2018 art. 9, TT 03/2025. Suffixes and body wording [M]. The numbers CT04, CT06 [V], CT05 [M];
 * the day from which the residence forms follow the rule of 2025 [?].
 */
export const SLIP_FORMS: readonly SlipForm[] = [
  {
    ...TT01,
    meaning: 'receipt',
    number: 'Mẫu số 01',
    title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    suffix: 'TNHS',
    toConfirm: 'wording',
  },
  {
    ...TT01,
    meaning: 'supplement-request',
    number: 'Mẫu số 02',
    title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    suffix: 'HDHS',
    toConfirm: 'wording',
  },
  {
    ...TT01,
    meaning: 'refusal',
    number: 'Mẫu số 03',
    title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    suffix: 'TCHS',
    toConfirm: 'wording',
  },
  {
    ...TT01,
    meaning: 'apology',
    number: 'Mẫu số 04',
    title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
    suffix: 'PXL',
    toConfirm: 'wording',
  },
  {
    meaning: 'stop-notice',
    family: 'one-stop',
    title: 'Thông báo dừng giải quyết hồ sơ',
    suffix: 'TB',
    toConfirm: 'wording',
  },
  {
    ...TT01,
    meaning: 'control-slip',
    number: 'Mẫu số 05',
    title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    toConfirm: 'wording',
  },
  { ...TT01, meaning: 'register', number: 'Mẫu số 06', title: 'Sổ theo dõi hồ sơ', toConfirm: 'wording' },

  {
    ...TT03,
    meaning: 'receipt',
    number: 'Mẫu số 01',
    title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    suffix: 'TNHS',
    toConfirm: 'wording',
  },
  {
    ...TT03,
    meaning: 'supplement-request',
    number: 'Mẫu số 02',
    title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    suffix: 'HDHS',
    toConfirm: 'wording',
  },
  {
    ...TT03,
    meaning: 'refusal',
    number: 'Mẫu số 03',
    title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    suffix: 'TCHS',
    toConfirm: 'wording',
  },
  {
    ...TT03,
    meaning: 'apology',
    number: 'Mẫu số 04',
    title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
    suffix: 'PXL',
    toConfirm: 'wording',
  },
  {
    ...TT03,
    meaning: 'stop-notice',
    number: 'Mẫu số 05',
    title: 'Thông báo dừng giải quyết hồ sơ',
    suffix: 'TB',
    toConfirm: 'wording',
  },
  {
    ...TT03,
    meaning: 'control-slip',
    number: 'Mẫu số 06',
    title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    toConfirm: 'wording',
  },
  { ...TT03, meaning: 'register', number: 'Mẫu số 07', title: 'Sổ theo dõi hồ sơ', toConfirm: 'wording' },

  {
    ...RESIDENCE,
    meaning: 'receipt',
    number: 'Mẫu CT04',
    title: 'Phiếu tiếp nhận hồ sơ và hẹn trả kết quả',
    toConfirm: 'title',
  },
  {
    ...RESIDENCE,
    meaning: 'supplement-request',
    number: 'Mẫu CT05',
    title: 'Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ',
    toConfirm: 'title',
  },
  {
    ...RESIDENCE,
    meaning: 'refusal',
    number: 'Mẫu CT06',
    title: 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ',
    toConfirm: 'title',
  },
  {
    ...RESIDENCE_2025,
    meaning: 'receipt',
    number: 'Mẫu CT04',
    title: 'Phiếu tiếp nhận hồ sơ và hẹn trả kết quả',
    toConfirm: 'title',
  },
  {
    ...RESIDENCE_2025,
    meaning: 'supplement-request',
    number: 'Mẫu CT05',
    title: 'Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ',
    toConfirm: 'title',
  },
  {
    ...RESIDENCE_2025,
    meaning: 'refusal',
    number: 'Mẫu CT06',
    title: 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ',
    toConfirm: 'title',
  },
];

/** The form in force on a day. A family without a slip of that meaning uses the one-stop form. */
export function slipFormOn(meaning: SlipMeaning, family: SlipFamily, day: Day): SlipForm {
  const own = SLIP_FORMS.filter(
    (form) => form.meaning === meaning && form.family === family && (form.from ?? '') <= day,
  );
  const latest = own.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '')).at(-1);
  return latest ?? slipFormOn(meaning, 'one-stop', day);
}
