/** What an officer may do, in words: its name, its key, its address and what it will cause. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../../platform/i18n/texts.ts';
import { moneyText } from '../../../../platform/text/money.ts';
import { currentStep, type DossierState } from '../../dossier-state.ts';
import type { ActionKey } from '../../possible-actions.ts';
import { stepAfter } from '../../turns/arrival.ts';

export interface ActFace {
  /** Last part of its address. */
  readonly slug: string;
  readonly key: string;
  readonly permission: string;
}

const process = 'dossiers.process';
export const ACT_FACES: Readonly<Record<ActionKey, ActFace>> = {
  accept: { slug: 'tiep-nhan', key: 't', permission: process },
  complete: { slug: 'xong-buoc', key: 'n', permission: process },
  sign: { slug: 'ky', key: 's', permission: 'dossiers.sign' },
  issue: { slug: 'vao-so', key: 'd', permission: process },
  'hand-over': { slug: 'tra-ket-qua', key: 'r', permission: process },
  'record-payment': { slug: 'thu-tien', key: 'p', permission: 'dossiers.receive' },
  'ask-supplement': { slug: 'bo-sung', key: 'b', permission: process },
  'ask-opinion': { slug: 'lay-y-kien', key: 'y', permission: process },
  'give-opinion': { slug: 'cho-y-kien', key: 'v', permission: process },
  'end-part': { slug: 'phan-viec', key: 'x', permission: process },
  'reopen-part': { slug: 'giao-lai-phan-viec', key: 'w', permission: process },
  'ask-payment': { slug: 'yeu-cau-nop-tien', key: 'm', permission: process },
  apologise: { slug: 'xin-loi', key: 'h', permission: process },
  'send-back': { slug: 'tra-lai', key: 'l', permission: process },
  assign: { slug: 'phan-cong', key: 'g', permission: 'dossiers.assign' },
  redirect: { slug: 'chuyen-don-vi', key: 'x', permission: 'dossiers.assign' },
  refuse: { slug: 'tu-choi', key: 'q', permission: process },
  'refuse-processing': { slug: 'tu-choi-giai-quyet', key: 'u', permission: process },
  correct: { slug: 'dinh-chinh', key: 'c', permission: 'dossiers.sign' },
  stop: { slug: 'dung', key: 'o', permission: process },
};

export const actionOfSlug = (slug: string): ActionKey | undefined =>
  (Object.keys(ACT_FACES) as ActionKey[]).find((key) => ACT_FACES[key].slug === slug);

export const actPath = (code: string, key: ActionKey): string => `/can-bo/ho-so/${code}/${ACT_FACES[key].slug}`;

export const actLabels = defineTexts({
  accept: { vi: 'Tiếp nhận', en: 'Accept' },
  complete: { vi: 'Xong bước này', en: 'Complete the step' },
  sign: { vi: 'Ký kết quả', en: 'Sign the result' },
  issue: { vi: 'Vào số, đóng dấu', en: 'Number and seal' },
  'hand-over': { vi: 'Trả kết quả', en: 'Hand over' },
  'record-payment': { vi: 'Thu tiền', en: 'Take a payment' },
  'ask-supplement': { vi: 'Yêu cầu bổ sung', en: 'Ask for papers' },
  'ask-opinion': { vi: 'Lấy ý kiến', en: 'Ask for opinions' },
  'give-opinion': { vi: 'Cho ý kiến', en: 'Give an opinion' },
  'end-part': { vi: 'Xong phần việc', en: 'End your part' },
  'reopen-part': { vi: 'Giao lại phần việc', en: 'Ask for a part again' },
  'ask-payment': { vi: 'Yêu cầu nộp tiền', en: 'Ask for payment' },
  apologise: { vi: 'Xin lỗi và hẹn lại', en: 'Apologise, new date' },
  'send-back': { vi: 'Trả lại bước trước', en: 'Send back' },
  assign: { vi: 'Phân công', en: 'Assign' },
  redirect: { vi: 'Chuyển đơn vị khác', en: 'Transfer to another unit' },
  refuse: { vi: 'Từ chối tiếp nhận', en: 'Refuse' },
  'refuse-processing': { vi: 'Từ chối giải quyết', en: 'Refuse after examination' },
  correct: { vi: 'Đính chính kết quả', en: 'Correct the result' },
  stop: { vi: 'Dừng giải quyết', en: 'Stop' },
});

const effects = defineTexts({
  accept: {
    vi: 'Đồng hồ bắt đầu chạy; người nộp nhận giấy tiếp nhận và hẹn trả kết quả.',
    en: 'The clock starts; the applicant gets a receipt with the return time.',
  },
  acceptAsking: {
    vi: (money: string) => `Người nộp nhận giấy tiếp nhận và yêu cầu nộp ${money}; đồng hồ dừng cho đến khi nộp đủ.`,
    en: (money: string) => `The applicant gets a receipt and is asked for ${money}; the clock stands until it is paid.`,
  },
  complete: {
    vi: (next: string) => `Chuyển sang bước “${next}”. Đồng hồ vẫn chạy.`,
    en: (next: string) => `Goes on to “${next}”. The clock runs on.`,
  },
  sign: {
    vi: 'Ký số lên văn bản kết quả, chuyển văn thư vào số.',
    en: 'Puts your signature on the result and passes it to the clerk.',
  },
  issue: {
    vi: 'Cấp số, ngày và chữ ký số của cơ quan. Đồng hồ dừng: đã có kết quả.',
    en: 'Gives number, date and the seal. The clock ends: there is a result.',
  },
  'hand-over': { vi: 'Kết thúc hồ sơ, người dân được mời đánh giá.', en: 'Closes the dossier; a rating is asked for.' },
  'record-payment': {
    vi: (money: string) => `Còn phải nộp ${money}. Lập biên lai; đồng hồ chạy tiếp khi đủ.`,
    en: (money: string) => `${money} is due. A receipt is issued; the clock runs on when all is paid.`,
  },
  'ask-supplement': {
    vi: 'Đồng hồ dừng. Thời hạn tính lại từ đầu khi nhận đủ hồ sơ hợp lệ. Chỉ được yêu cầu một lần.',
    en: 'The clock stops; the term begins again when all is there. May be asked once only.',
  },
  'ask-opinion': {
    vi: 'Các đơn vị được hỏi xem được hồ sơ cho đến khi trả lời. Đồng hồ vẫn chạy. Đơn vị im lặng quá hạn thì bộ phận một cửa được báo.',
    en: 'The units asked may see the dossier until they answer. The clock runs on. If one stays silent, the one-stop office is told.',
  },
  askPausing: {
    vi: 'Các đơn vị được hỏi xem được hồ sơ cho đến khi trả lời. Ở bước này đồng hồ dừng đến khi có đủ ý kiến hoặc hết hạn.',
    en: 'The units asked may see the dossier until they answer. At this step the clock stands until all have answered or their time is over.',
  },
  'give-opinion': {
    vi: 'Gửi ý kiến của đơn vị cho nơi đang giải quyết hồ sơ; sau đó đơn vị không còn xem được hồ sơ.',
    en: 'Sends the opinion of your unit to the office that decides; after that your unit no longer sees the dossier.',
  },
  'end-part': {
    vi: 'Báo cho cơ quan chủ trì phần việc của đơn vị đã xong hoặc không làm được; sau đó đơn vị không còn xem được hồ sơ.',
    en: 'Tells the lead body that your unit’s part is done, or cannot be; after that your unit no longer sees the dossier.',
  },
  'reopen-part': {
    vi: 'Cơ quan đã từ chối được giao lại phần việc của mình với thời hạn mới và lý do; hồ sơ chờ kết quả ở bước nhận.',
    en: 'The body that refused gets its part once more, with a new time limit and your reason; the dossier waits for it where results are gathered.',
  },
  'ask-payment': {
    vi: 'Tạm dừng tính thời gian cho đến khi người nộp hoàn thành nghĩa vụ tài chính.',
    en: 'The clock stands until the applicant has paid.',
  },
  apologise: {
    vi: 'Gửi thư xin lỗi, ghi ngày trả mới. Mỗi hồ sơ một lần.',
    en: 'Sends an apology with a new date. Once only.',
  },
  'send-back': { vi: 'Về bước trước để làm lại. Đồng hồ vẫn chạy.', en: 'Back to the step before. The clock runs on.' },
  assign: {
    vi: 'Giao cho một người của đơn vị đang giữ hồ sơ.',
    en: 'Gives it to a person of the unit that holds it.',
  },
  redirect: {
    vi: 'Đơn vị khác cùng địa bàn làm bước hiện tại. Đồng hồ vẫn chạy; đơn vị nhận được báo, và chuyển lại được.',
    en: 'Another unit of the same place does the present step. The clock runs on; that unit is told, and may transfer it back.',
  },
  refuse: { vi: 'Kết thúc hồ sơ bằng phiếu từ chối có ghi lý do.', en: 'Closes the dossier with written reasons.' },
  'refuse-processing': {
    vi: 'Kết thúc hồ sơ bằng phiếu từ chối có ghi lý do, không ra kết quả. Phải trong thời hạn giải quyết; sau hạn thì ghi là trễ.',
    en: 'Closes the dossier with the refusal slip and its reasons, without a result. Due within the term; after it, it is marked late.',
  },
  correct: {
    vi: 'Ký, vào số và đóng dấu một văn bản mới, ghi rõ đính chính văn bản nào. Văn bản cũ vẫn được giữ; trang xác minh của nó chỉ sang văn bản mới.',
    en: 'Signs, numbers and seals a new paper that names the one it corrects. The old one is kept; its public page points to the new one.',
  },
  stop: {
    vi: 'Kết thúc hồ sơ bằng thông báo dừng, có ghi lý do.',
    en: 'Closes the dossier with a notice and reasons.',
  },
});

export function effectOf(key: ActionKey, dossier: DossierState, locale: Locale): string {
  const words = effects(locale);
  if (key === 'accept') {
    const asked = dossier.fees.filter((fee) => fee.payable === 'receipt').reduce((sum, fee) => sum + fee.amount, 0);
    return dossier.channel === 'online' && asked > 0 ? words.acceptAsking(moneyText(asked, locale)) : words.accept;
  }
  if (key === 'complete') {
    const next = stepAfter(dossier, currentStep(dossier));
    return words.complete(next ? inLanguage(next.name, locale).text : '…');
  }
  if (key === 'record-payment') return words['record-payment'](moneyText(dossier.feeDue - dossier.feePaid, locale));
  if (key === 'ask-opinion' && currentStep(dossier)?.pauses === 'consultation') return words.askPausing;
  return words[key];
}
