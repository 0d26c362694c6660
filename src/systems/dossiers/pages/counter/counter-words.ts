/** Words of the counter: the search, the form and their keys. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';

/** What a card says is posted and never stands in an address, which histories and logs keep. */
export const FIND = '/can-bo/quay/tim';

export const counterWords = defineTexts({
  title: { vi: 'Tiếp nhận tại quầy', en: 'Receive at the counter' },
  card: { vi: 'Số định danh hoặc mã QR trên thẻ căn cước', en: 'Personal number or QR code of the card' },
  procedure: { vi: 'Thủ tục (gõ vài chữ cái)', en: 'Procedure (a few letters)' },
  find: { vi: 'Tìm', en: 'Find' },
  matches: { vi: 'Thủ tục tìm thấy', en: 'Procedures found' },
  nothing: { vi: 'Không có thủ tục nào khớp.', en: 'No procedure matches.' },
  person: { vi: 'Người nộp', en: 'Applicant' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  known: { vi: 'Người này có tài khoản: hồ sơ sẽ hiện ở trang của họ.', en: 'This person has an account.' },
  area: { vi: 'Xã, phường của việc này', en: 'Commune concerned' },
  areaHint: {
    vi: 'Nơi khác giải quyết thì quầy này nhận hộ và chuyển hồ sơ đi.',
    en: 'What another office decides is received here and passed on.',
  },
  returnAt: { vi: 'Nơi trả kết quả bản giấy', en: 'Where the paper result is collected' },
  papers: { vi: 'Thành phần hồ sơ', en: 'Papers' },
  taken: { vi: 'Đã nhận bản giấy', en: 'Taken on paper' },
  seen: { vi: 'Đã xem, trả lại ngay', en: 'Seen and given back' },
  scan: { vi: (paper: string) => `Bản quét: ${paper}`, en: (paper: string) => `Scan: ${paper}` },
  lookUp: { vi: 'Tra cứu CSDL dân cư', en: 'Look up in the register' },
  answers: { vi: 'Nội dung kê khai', en: 'Answers' },
  receive: { vi: 'Nhận kết quả', en: 'Collect the result' },
  counter: { vi: 'Tại quầy', en: 'At the counter' },
  post: { vi: 'Qua bưu chính', en: 'By post' },
  electronic: { vi: 'Bản điện tử', en: 'Electronically' },
  pay: { vi: 'Thu đủ phí, lệ phí ngay tại quầy', en: 'Take all fees at the counter now' },
  submit: { vi: 'Tiếp nhận và lập giấy hẹn', en: 'Accept and make the receipt' },
  another: { vi: 'Chọn thủ tục khác', en: 'Another procedure' },
  nextPerson: { vi: 'Người tiếp theo', en: 'Next person' },
  unreadable: {
    vi: 'Không đọc được số định danh. Quét lại từng thẻ một, hoặc gõ 12 chữ số trên thẻ.',
    en: 'There is no personal number in this. Scan one card again, or type its 12 digits.',
  },
  alike: {
    vi: 'Người này đang có hồ sơ cùng thủ tục, chưa xong:',
    en: 'This person has an open dossier under the same procedure:',
  },
  alikeOne: {
    vi: (code: string, at: string, office: string) => `${code}, nhận lúc ${at} tại ${office}.`,
    en: (code: string, at: string, office: string) => `${code}, received ${at} at ${office}.`,
  },
  alikeSeen: { vi: 'Đã kiểm tra, vẫn tiếp nhận hồ sơ mới', en: 'I have looked: accept another one' },
  kept: {
    vi: (name: string) => `Đã giữ bản quét ${name}; đánh dấu để bỏ`,
    en: (name: string) => `${name} is kept; tick to drop it`,
  },
  chooseOne: { vi: 'chọn thủ tục', en: 'choose the procedure' },
  enter: { vi: 'sang bước sau', en: 'go on' },
  tab: { vi: 'ô kế tiếp', en: 'next field' },
  space: { vi: 'đánh dấu', en: 'tick' },
});
