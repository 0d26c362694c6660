/** Words of the what-if page. */
import { defineTexts } from '../../../platform/i18n/texts.ts';

export const whatIfTexts = defineTexts({
  title: { vi: 'Tính thử thời hạn', en: 'Try another term' },
  about: {
    vi: 'Nếu áp dụng thời hạn hoặc quy trình khác, những hồ sơ nào đã giải quyết trong tháng sẽ quá hạn? Chỉ tính thử, không hồ sơ nào thay đổi.',
    en: 'Under another term or process, which dossiers that ended in the month would have been late? Nothing is changed by asking.',
  },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  month: { vi: 'Kết thúc trong tháng', en: 'Ended in the month' },
  unit: { vi: 'Mã đơn vị', en: 'Code of the unit' },
  unitHint: { vi: 'Để trống: mọi đơn vị trong phạm vi của bạn.', en: 'Left empty: every unit within your reach.' },
  by: { vi: 'Tính theo', en: 'Tried by' },
  byTerm: { vi: 'Thời hạn nhập dưới đây', en: 'The term below' },
  byDraft: {
    vi: 'Bản nháp của thủ tục (thời hạn và giờ từng bước)',
    en: 'The draft of the procedure (term and hours of each step)',
  },
  count: { vi: 'Thời hạn', en: 'Term' },
  kind: { vi: 'Đơn vị thời gian', en: 'Counted in' },
  wd: { vi: 'ngày làm việc', en: 'working days' },
  d: { vi: 'ngày', en: 'days' },
  h: { vi: 'giờ làm việc', en: 'working hours' },
  m: { vi: 'tháng', en: 'months' },
  run: { vi: 'Tính thử', en: 'Try it' },
  wrongProcedure: { vi: 'Chọn một thủ tục đang áp dụng.', en: 'Choose a procedure in force.' },
  wrongTerm: {
    vi: 'Nhập thời hạn là một số từ 0 đến 999 và chọn đơn vị thời gian.',
    en: 'Enter a term of 0 to 999 and choose what it is counted in.',
  },
  wrongDraft: { vi: 'Thủ tục này chưa có bản nháp.', en: 'This procedure has no draft.' },
  wrongUnit: { vi: 'Không có đơn vị này trong phạm vi của bạn.', en: 'There is no such unit within your reach.' },
  result: { vi: 'Kết quả', en: 'Result' },
  total: { vi: 'Hồ sơ đã giải quyết', en: 'Dossiers that ended' },
  late: { vi: 'Quá hạn', en: 'Late' },
  lateOf: {
    vi: (was: string, would: string) => `${was} hồ sơ theo thời hạn đã áp dụng, ${would} hồ sơ nếu tính thử`,
    en: (was: string, would: string) => `${was} by the term in force, ${would} as tried`,
  },
  becomes: { vi: 'Đổi kết quả', en: 'Judged otherwise' },
  becomesOf: {
    vi: (late: string, timely: string) => `${late} hồ sơ thành quá hạn, ${timely} hồ sơ thành đúng hạn`,
    en: (late: string, timely: string) => `${late} become late, ${timely} become timely`,
  },
  steps: { vi: 'Bước quá giờ', en: 'Late steps' },
  stepsOf: {
    vi: (was: string, would: string) => `${was} lượt theo quy trình đang áp dụng, ${would} lượt nếu tính thử`,
    en: (was: string, would: string) => `${was} by the process in force, ${would} as tried`,
  },
  unknown: { vi: 'Không tính được', en: 'Cannot be said' },
  unknownOf: {
    vi: (count: string) => `${count} hồ sơ, vì thời hạn chỉ có bằng lời`,
    en: (count: string) => `${count}, since a term is in words only`,
  },
  cut: {
    vi: 'Chỉ tính 100.000 hồ sơ kết thúc sớm nhất trong tháng. Chọn một đơn vị để tính hết.',
    en: 'Only the first 100,000 of the month are counted. Choose a unit to count all.',
  },
  limits: { vi: 'Kết quả này không biết những gì', en: 'What this cannot know' },
  limit1: {
    vi: 'Cán bộ có thể đã làm nhanh hoặc chậm hơn nếu thời hạn khác; ở đây thời điểm kết thúc giữ nguyên như đã xảy ra.',
    en: 'Officers might have worked faster or slower under another term; here the end stays as it happened.',
  },
  limit2: {
    vi: 'Các lần tạm dừng giữ nguyên như đã có. Thời hạn tính theo lịch làm việc đang áp dụng hôm nay. Ngày hẹn lại trong thư xin lỗi không làm hồ sơ thành đúng hạn.',
    en: 'Pauses stay as they were. Times are by the calendar of today. A new date promised with an apology makes no dossier timely.',
  },
  limit3: {
    vi: 'Bước mà quy trình tính thử không có thì không tính giờ. Hồ sơ rút, dừng hoặc không tiếp nhận không được tính.',
    en: 'A step that the tried process does not have is not timed. Withdrawn, stopped and not accepted dossiers are left out.',
  },
  changed: { vi: 'Hồ sơ sẽ đổi kết quả', en: 'Dossiers that would be judged otherwise' },
  first: {
    vi: (count: number) => `Hiện ${count} hồ sơ đầu tiên; tệp có đủ mọi hồ sơ.`,
    en: (count: number) => `The first ${count}; the file has every dossier.`,
  },
  none: { vi: 'Không hồ sơ nào đổi kết quả', en: 'No dossier would be judged otherwise' },
  noneAbout: {
    vi: 'Mọi hồ sơ trong tháng đúng hạn hay quá hạn như cũ.',
    en: 'Every dossier of the month is timely or late as before.',
  },
  empty: { vi: 'Không có hồ sơ nào', en: 'No dossier' },
  emptyAbout: {
    vi: 'Thủ tục này không có hồ sơ nào kết thúc trong tháng đã chọn.',
    en: 'No dossier of this procedure ended in the month.',
  },
  file: { vi: 'Tải tệp CSV, đủ mọi hồ sơ', en: 'Download all as CSV' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  of: { vi: 'Đơn vị', en: 'Unit' },
  ended: { vi: 'Kết thúc', en: 'Ended' },
  dueWas: { vi: 'Hạn đã áp dụng', en: 'Due, in force' },
  dueWould: { vi: 'Hạn tính thử', en: 'Due, as tried' },
  turns: { vi: 'Sẽ là', en: 'Would be' },
  toLate: { vi: 'quá hạn', en: 'late' },
  toTimely: { vi: 'đúng hạn', en: 'timely' },
});
