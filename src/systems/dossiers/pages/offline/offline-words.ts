/** Words and addresses of the counter without a line: of its pages, and of what its script says on them. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';

export const OFFLINE = '/can-bo/mat-mang';
export const OFFLINE_FORM = `${OFFLINE}/nhan`;
export const OFFLINE_SLIP = `${OFFLINE}/phieu`;
export const OFFLINE_AGAIN = `${OFFLINE}/nhan-lai`;
export const OFFLINE_RESERVE = `${OFFLINE}/giu-so`;
export const OFFLINE_CLOSE = `${OFFLINE}/chot-ngay`;
export const OFFLINE_NUMBERS = `${OFFLINE}/so-con-giu`;
export const OFFLINE_SEND = `${OFFLINE}/gui`;
export const OFFLINE_WORKER = `${OFFLINE}/trinh-nen.js`;

export const offlineWords = defineTexts({
  title: { vi: 'Tiếp nhận khi mất mạng', en: 'Receive without a line' },
  about: {
    vi: 'Giữ trước một số mã hồ sơ khi còn mạng. Mất mạng, máy này vẫn nhận hồ sơ và in giấy tạm nhận với mã đó; có mạng lại, hồ sơ được gửi lên theo thứ tự, mỗi hồ sơ một lần.',
    en: 'Reserve some dossier codes while there is a line. Without one, this device still receives dossiers and prints a slip with the code; once the line is back they are sent in order, each once.',
  },
  privacy: {
    vi: 'Thông tin người nộp nằm trên máy này, đã mã hóa, cho đến khi gửi xong; gửi xong thì xóa ngay. Đăng xuất thì không ai đọc được nữa, đăng nhập lại mới gửi tiếp. Không xóa dữ liệu trình duyệt khi còn hồ sơ chưa gửi.',
    en: 'What applicants tell is kept on this device, encrypted, until it is sent, and removed at once afterwards. After signing out nobody can read it; sign in again to go on sending. Do not clear the browser’s data while dossiers wait.',
  },
  noScript: {
    vi: 'Trang này cần JavaScript và bộ nhớ của trình duyệt. Bật JavaScript, hoặc tiếp nhận bằng giấy trong lúc mất mạng.',
    en: 'This page needs JavaScript and the browser’s storage. Turn JavaScript on, or receive on paper while the line is down.',
  },
  noOffice: {
    vi: 'Vị trí của bạn không thuộc nơi tiếp nhận hồ sơ, nên không giữ được số.',
    en: 'Your position is at no office that receives dossiers, so no numbers can be reserved.',
  },
  numbers: { vi: 'Số đang giữ', en: 'Numbers held' },
  none: { vi: 'Chưa giữ số nào.', en: 'No numbers are held.' },
  heldOn: {
    vi: (day: string, count: number, first: string, last: string) =>
      `Ngày ${day}: ${count} số chưa dùng, từ ${first} đến ${last}.`,
    en: (day: string, count: number, first: string, last: string) =>
      `${day}: ${count} unused, from ${first} to ${last}.`,
  },
  reserve: { vi: (count: number) => `Giữ thêm ${count} số`, en: (count: number) => `Reserve ${count} more` },
  close: { vi: 'Chốt ngày, hủy số chưa dùng', en: 'Close the day, void unused numbers' },
  closeAbout: {
    vi: 'Số đã hủy không dùng lại được, có ghi trong sổ. Quên chốt thì đêm đến chương trình tự hủy.',
    en: 'A voided number is never used again and stands in the book. What is forgotten the program voids at night.',
  },
  closed: {
    vi: (codes: string) => `Đã hủy số chưa dùng: ${codes}.`,
    en: (codes: string) => `Unused numbers voided: ${codes}.`,
  },
  receivedAgain: { vi: (code: string) => `Đã nhận hồ sơ ${code}.`, en: (code: string) => `Received as ${code}.` },
  receive: { vi: 'Nhận hồ sơ', en: 'Receive a dossier' },
  filter: { vi: 'Lọc thủ tục (gõ vài chữ cái)', en: 'Filter procedures (a few letters)' },
  waiting: { vi: 'Hồ sơ nhận trên máy này', en: 'Received on this device' },
  cannot: {
    vi: 'Trình duyệt này không giữ được trang khi mất mạng.',
    en: 'This browser cannot keep pages without a line.',
  },
  back: { vi: 'Về trang tiếp nhận khi mất mạng', en: 'Back to receiving without a line' },
  save: { vi: 'Nhận hồ sơ, lấy số giữ trước', en: 'Receive under a reserved number' },
  payLater: {
    vi: 'Phí, lệ phí thu sau khi có mạng lại; giấy tạm nhận ghi mức đã công bố.',
    en: 'Fees are taken once the line is back; the slip names what is published.',
  },
  again: { vi: 'Nhận lại hồ sơ chưa gửi được', en: 'Receive what could not be sent' },
  againAbout: {
    vi: (number: string, time: string) => `Giấy tạm nhận mang số ${number}, ghi lúc ${time}.`,
    en: (number: string, time: string) => `The slip bears number ${number}, noted ${time}.`,
  },
  renumber: {
    vi: 'Cấp số mới cho hồ sơ này; số cũ để hủy và ghi trong nhật ký cùng số mới',
    en: 'Give this dossier a new number; the old one stays voided and is named with the new one in the journal',
  },
  renumberHint: {
    vi: 'Báo người nộp số mới: giấy tạm nhận họ đang cầm mang số cũ.',
    en: 'Tell the applicant the new number: their slip bears the old one.',
  },
  submitAgain: { vi: 'Nhận hồ sơ', en: 'Receive the dossier' },
  slipTitle: { vi: 'Giấy tạm nhận hồ sơ', en: 'Provisional receipt' },
  slipCode: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  slipOffice: { vi: 'Nơi tiếp nhận', en: 'Received at' },
  slipApplicant: { vi: 'Người nộp', en: 'Applicant' },
  slipProcedure: { vi: 'Thủ tục', en: 'Procedure' },
  slipPapers: { vi: 'Giấy tờ đã nhận', en: 'Papers taken' },
  slipNoPapers: { vi: 'Không nhận giấy tờ', en: 'No papers taken' },
  slipReceived: { vi: 'Nhận lúc', en: 'Received' },
  slipTerm: { vi: 'Thời hạn giải quyết', en: 'Term' },
  slipTermOf: {
    vi: (name: string, term: string) => `riêng trường hợp “${name}”: ${term}`,
    en: (name: string, term: string) => `in the case “${name}”: ${term}`,
  },
  slipDue: { vi: 'Hẹn trả kết quả', en: 'Result promised for' },
  slipTold: {
    vi: 'Nơi tiếp nhận báo sau khi có mạng lại',
    en: 'The office tells you once the line is back',
  },
  slipFees: { vi: 'Phí, lệ phí đã công bố', en: 'Published fees' },
  slipOffline: {
    vi: 'Hồ sơ được nhận khi mất mạng. Thời hạn tính từ lúc nhận ghi trên giấy này. Có mạng lại, nơi tiếp nhận gửi giấy tiếp nhận và hẹn trả kết quả, có giá trị thay ngày hẹn ghi ở đây nếu khác; tra cứu bằng mã hồ sơ trên cổng.',
    en: 'The dossier was received while the line was down. The term counts from the time on this paper. Once the line is back, the office gives the receipt with the day of the result, which counts where it differs from the one named here; look it up by its code in the portal.',
  },
  slipSigned: { vi: 'Người tiếp nhận (ký, ghi rõ họ tên)', en: 'Received by (signature, full name)' },
  slipPrint: { vi: 'In giấy tạm nhận', en: 'Print the slip' },
  slipNext: { vi: 'Người tiếp theo', en: 'Next person' },
  slipGone: {
    vi: 'Hồ sơ này không còn trên máy: đã gửi xong, hoặc nhận trên máy khác.',
    en: 'This dossier is no longer on this device: it was sent, or received on another one.',
  },
  feeNone: { vi: 'Không thu', en: 'None' },
  feeUnknown: { vi: 'Theo quy định', en: 'As the rules say' },
});

/** Said by the script; what stands in braces it fills in. */
export const scriptWords = defineTexts({
  online: { vi: 'Đang có mạng.', en: 'There is a line.' },
  insecure: {
    vi: 'Chỉ nhận được hồ sơ khi mất mạng nếu mở trang này qua https. Báo người quản trị.',
    en: 'Dossiers can be received without a line only where this page is opened over https. Tell the administrator.',
  },
  offline: {
    vi: 'Đang mất mạng: hồ sơ nhận bây giờ nằm trên máy này.',
    en: 'No line: what is received now stays on this device.',
  },
  signIn: {
    vi: 'Phiên làm việc đã hết. Đăng nhập lại để gửi hồ sơ.',
    en: 'The session has ended. Sign in again to send.',
  },
  left: { vi: 'Máy này còn {count} số cho hôm nay.', en: 'This device has {count} numbers left for today.' },
  leftNone: {
    vi: 'Máy này không còn số cho hôm nay. Có mạng thì giữ thêm số; mất mạng thì nhận bằng giấy.',
    en: 'This device has no numbers left for today. With a line, reserve more; without one, receive on paper.',
  },
  kept: {
    vi: 'Đã lưu {count} mẫu tiếp nhận để dùng khi mất mạng.',
    en: '{count} forms are kept for use without a line.',
  },
  keeping: { vi: 'Đang lưu mẫu tiếp nhận: {count}/{all}.', en: 'Keeping the forms: {count}/{all}.' },
  notKept: {
    vi: 'Máy này chưa lưu mẫu tiếp nhận: mất mạng thì chưa nhận được.',
    en: 'This device keeps no forms yet: without a line nothing could be received.',
  },
  noRows: { vi: 'Chưa nhận hồ sơ nào khi mất mạng.', en: 'Nothing was received without a line.' },
  waits: { vi: 'Chờ gửi', en: 'Waits to be sent' },
  sending: { vi: 'Đang gửi', en: 'Being sent' },
  sent: { vi: 'Đã gửi lúc {time}', en: 'Sent {time}' },
  sentAs: { vi: 'Đã gửi lúc {time}, nhận số mới {code}', en: 'Sent {time}, received as {code}' },
  alike: {
    vi: 'Người này đang có hồ sơ cùng thủ tục: {codes}. Kiểm tra xem có nộp trùng không.',
    en: 'This person has an open dossier under the same procedure: {codes}. See whether it is the same.',
  },
  conflict: { vi: 'Chưa nhận được: {why}', en: 'Not received: {why}' },
  solve: { vi: 'Xem lại và nhận', en: 'Look again and receive' },
  slip: { vi: 'Giấy tạm nhận', en: 'Slip' },
  send: { vi: 'Gửi ngay', en: 'Send now' },
  others: {
    vi: 'Máy này còn {count} hồ sơ chưa gửi của người khác. Họ cần đăng nhập trên máy này để gửi.',
    en: 'This device keeps {count} unsent dossiers of others. They must sign in on this device to send them.',
  },
  unsentClose: {
    vi: 'Còn {count} hồ sơ chưa gửi: gửi xong rồi mới chốt ngày.',
    en: '{count} dossiers are not sent: send them before closing the day.',
  },
  unsentLeave: {
    vi: 'Còn {count} hồ sơ chưa gửi. Bấm Đăng xuất lần nữa nếu vẫn muốn rời máy; đăng nhập lại mới gửi tiếp được.',
    en: '{count} dossiers are not sent. Press Sign out again to leave all the same; they are sent once you sign in again.',
  },
  noNumber: {
    vi: 'Hết số giữ trước cho hôm nay, nên chưa nhận được hồ sơ này.',
    en: 'There is no reserved number left for today, so this dossier could not be received.',
  },
  nameMissing: { vi: 'Ghi họ và tên người nộp.', en: 'Write the full name of the applicant.' },
  areaMissing: { vi: 'Chọn xã, phường của việc này.', en: 'Choose the commune concerned.' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  time: { vi: 'Nhận lúc', en: 'Received' },
  what: { vi: 'Người nộp, thủ tục', en: 'Applicant, procedure' },
  state: { vi: 'Tình trạng', en: 'State' },
});
