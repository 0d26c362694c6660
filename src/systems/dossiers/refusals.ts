/** Refusals of dossiers: each broken rule with its stable code, its sentence and what it rests on. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';
import { askedRefusals } from './asked-refusals.ts';
import { paperRefusals } from './paper-refusals.ts';
import { givingRefusals } from './giving-refusals.ts';
import { offlineRefusals } from './offline/offline-refusals.ts';

const ONE_STOP = 'Nghị định 61/2018/NĐ-CP';

export const dossierRefusals = {
  ...givingRefusals,
  ...offlineRefusals,
  'dossiers.procedure-unknown': {
    text: {
      vi: 'Không có thủ tục này, hoặc bản này của thủ tục.',
      en: 'There is no such procedure, or no such version of it.',
    },
  },
  'dossiers.no-competent-unit': {
    text: {
      vi: 'Chưa xác định được cơ quan giải quyết thủ tục này ở nơi đã chọn.',
      en: 'No office is known to decide this procedure at the chosen place.',
    },
  },
  'dossiers.exemption-undecided': {
    text: {
      vi: 'Người nộp khai thuộc diện miễn, giảm phí, lệ phí: hãy chọn đúng diện hay không.',
      en: 'The applicant claims an exemption from fees: say whether it holds.',
    },
  },
  'dossiers.exemption-reason': {
    text: { vi: 'Hãy ghi lý do không chấp nhận miễn, giảm.', en: 'Say why the exemption does not hold.' },
  },
  'dossiers.component-missing': {
    text: { vi: 'Còn thiếu giấy tờ: {components}.', en: 'Papers are missing: {components}.' },
  },
  'dossiers.reused-not-valid': {
    text: {
      vi: 'Giấy tờ dùng lại từ kho không còn giá trị: {papers}. Hãy thay bằng giấy tờ khác; hồ sơ đã nộp thì yêu cầu bổ sung.',
      en: 'Papers used again from the store no longer count: {papers}. Replace them; of a dossier that was handed in ask for others.',
    },
  },
  'dossiers.already-closed': {
    text: {
      vi: 'Hồ sơ đã kết thúc, không thể làm thêm việc này.',
      en: 'The dossier is closed; nothing more can be done with it.',
    },
  },
  'dossiers.not-waiting-for-reception': {
    text: { vi: 'Hồ sơ này không còn chờ tiếp nhận.', en: 'This dossier is no longer waiting to be received.' },
  },
  'dossiers.not-in-process': {
    text: { vi: 'Hồ sơ chưa được tiếp nhận hoặc đã có kết quả.', en: 'The dossier is not being processed.' },
  },
  'dossiers.waiting': {
    text: {
      vi: 'Hồ sơ đang chờ người nộp; đồng hồ đang dừng.',
      en: 'The dossier waits for the applicant; the clock is stopped.',
    },
  },
  'dossiers.waiting-for-opinion': {
    text: {
      vi: 'Hồ sơ đang chờ ý kiến của đơn vị được hỏi; đồng hồ đang dừng.',
      en: 'The dossier waits for an opinion; the clock is stopped.',
    },
  },
  'dossiers.not-waiting-for-supplement': {
    text: { vi: 'Hồ sơ không chờ bổ sung giấy tờ.', en: 'The dossier does not wait for more papers.' },
  },
  'dossiers.second-supplement-request': {
    text: {
      vi: 'Chỉ được yêu cầu bổ sung một lần; hồ sơ này đã được yêu cầu trước đó.',
      en: 'More papers may be asked for once only; this dossier has been asked before.',
    },
    basis: `${ONE_STOP}, Điều 17`,
  },
  'dossiers.return-too-late': {
    text: {
      vi: 'Chỉ được trả hồ sơ để bổ sung trong 3 ngày làm việc kể từ khi tiếp nhận.',
      en: 'A dossier may be sent back for more papers only within 3 working days of its receipt.',
    },
    basis: `${ONE_STOP}, Điều 19 khoản 4`,
  },
  'dossiers.component-not-asked': {
    text: {
      vi: 'Không được yêu cầu giấy tờ ngoài danh mục đã công bố, hoặc giấy tờ mà cơ sở dữ liệu đã có ({component}).',
      en: 'A paper outside the published list, or one that a register can answer, may not be asked for ({component}).',
    },
    basis: `${ONE_STOP}, Điều 5`,
    confirm: true,
  },
  'dossiers.early-not-told': {
    text: {
      vi: 'Trả kết quả trước hạn thì phải báo cho người nộp trước; chọn cách đã báo.',
      en: 'Before its time a result is handed over only after the applicant was told; say how.',
    },
    basis: `${ONE_STOP}, Điều 20 khoản 4`,
  },
  'dossiers.reason-missing': {
    text: { vi: 'Phải ghi rõ lý do và nội dung cụ thể.', en: 'State the reason and what exactly is meant.' },
    basis: `${ONE_STOP}, Điều 17`,
  },
  'dossiers.nothing-handed-in': {
    text: { vi: 'Chưa có giấy tờ nào được bổ sung.', en: 'No paper has been added yet.' },
  },
  'dossiers.duty-not-assessed': {
    text: {
      vi: 'Khoản này chỉ được yêu cầu nộp ở bước nhận thông báo của cơ quan thuế.',
      en: 'This is asked for only at the step that takes the tax authority’s notice.',
    },
  },
  'dossiers.duty-amount': {
    text: {
      vi: 'Ghi số tiền bằng đồng, là số nguyên, theo thông báo; khoản không phải nộp thì ghi 0 hoặc để trống.',
      en: 'Write whole đồng as the notice says; 0 or nothing where none is due.',
    },
  },
  'dossiers.notice-missing': {
    text: { vi: 'Ghi số và ngày của thông báo nộp tiền.', en: 'Write number and date of the notice.' },
  },
  'dossiers.nothing-to-pay': { text: { vi: 'Hồ sơ không có khoản nào phải nộp.', en: 'There is nothing to pay.' } },
  'dossiers.not-your-step': {
    text: {
      vi: 'Bước này không thuộc vai trò của bạn ở đơn vị đang giữ hồ sơ.',
      en: 'This step is not for your role in the unit that holds the dossier.',
    },
    basis: 'Thông tư 01/2018/TT-VPCP, Điều 8',
  },
  'dossiers.step-needs-signature': {
    text: {
      vi: 'Bước này kết thúc bằng việc ký kết quả hoặc trả lại để làm lại.',
      en: 'This step ends with signing the result or sending it back.',
    },
  },
  'dossiers.step-needs-number': {
    text: {
      vi: 'Bước này kết thúc bằng việc vào số, đóng dấu kết quả.',
      en: 'This step ends with numbering and sealing the result.',
    },
  },
  'dossiers.step-needs-hand-over': {
    text: { vi: 'Bước này kết thúc bằng việc trả kết quả.', en: 'This step ends with handing the result over.' },
  },
  'dossiers.nothing-to-sign': {
    text: { vi: 'Bước hiện tại không phải bước ký.', en: 'The present step is not one of signing.' },
  },
  'dossiers.not-signed': {
    text: {
      vi: 'Kết quả chưa có chữ ký của người có thẩm quyền.',
      en: 'The result does not carry the signature of the competent person yet.',
    },
  },
  'dossiers.successor-unknown': {
    text: {
      vi: 'Chưa xác định được đơn vị kế thừa; người quản trị phải chỉ định.',
      en: 'The successor unit is not known; the administrator must name it.',
    },
  },
  'dossiers.unit-not-ended': {
    text: {
      vi: 'Đơn vị đang giữ hồ sơ vẫn còn hoạt động.',
      en: 'The unit that holds the dossier still exists.',
    },
  },
  'dossiers.changed-since-move': {
    text: {
      vi: 'Từ khi chuyển, hồ sơ đã có thêm việc ở đơn vị mới.',
      en: 'Something has been done with the dossier since it was moved.',
    },
  },
  'dossiers.amount-not-due': {
    text: {
      vi: 'Số tiền phải là số nguyên đồng, lớn hơn 0 và không quá số còn phải nộp.',
      en: 'The amount must be whole đồng, above 0 and not above what is due.',
    },
  },
  'dossiers.nothing-to-number': {
    text: { vi: 'Bước hiện tại không phải bước vào số, đóng dấu.', en: 'The present step is not one of sealing.' },
  },
  'dossiers.result-incomplete': {
    text: {
      vi: 'Kết quả còn thiếu nội dung do cơ quan ghi. {fields}',
      en: 'The office has not filled in all of the result. {fields}',
    },
  },
  'dossiers.paper-not-made': {
    text: {
      vi: 'Chưa lập được văn bản kết quả ({code}). {reason}',
      en: 'The result paper was not made ({code}). {reason}',
    },
  },
  'dossiers.already-numbered': { text: { vi: 'Kết quả đã được vào số.', en: 'The result has been numbered.' } },
  'dossiers.no-result-yet': {
    text: { vi: 'Hồ sơ chưa có kết quả để trả.', en: 'There is no result to hand over yet.' },
  },
  'dossiers.no-paper-to-correct': {
    text: {
      vi: 'Hồ sơ không có văn bản kết quả đang có giá trị để đính chính.',
      en: 'The dossier has no paper in force that could be corrected.',
    },
  },
  'dossiers.no-draft-asked': {
    text: { vi: 'Không có bản dự thảo nào chờ xác nhận.', en: 'No draft waits for confirmation.' },
  },
  'dossiers.first-step': {
    text: {
      vi: 'Đây là bước đầu tiên, không có bước trước để trả lại.',
      en: 'This is the first step; there is none to send it back to.',
    },
  },
  ...askedRefusals,
  'dossiers.not-late-enough': {
    text: {
      vi: 'Chưa tới lúc phải xin lỗi: hồ sơ còn trong hạn quá một ngày làm việc.',
      en: 'No apology is due: more than one working day is left.',
    },
  },
  'dossiers.apology-drafted-already': {
    text: { vi: 'Thư xin lỗi đã được soạn cho hạn này.', en: 'The apology for this date has been drafted.' },
  },
  'dossiers.second-apology': {
    text: { vi: 'Chỉ được hẹn lại ngày trả kết quả một lần.', en: 'A new date may be set once only.' },
    basis: `${ONE_STOP}, Điều 19 khoản 9`,
  },
  'dossiers.date-not-later': {
    text: {
      vi: 'Ngày hẹn mới phải sau hạn hiện tại và sau lúc này.',
      en: 'The new date must be later than the present one and than now.',
    },
  },
  'dossiers.withdrawal-too-late': {
    text: {
      vi: 'Đã có kết quả, không rút hồ sơ được nữa.',
      en: 'There is a result; the dossier can no longer be withdrawn.',
    },
  },
  'dossiers.silence-not-lawful': {
    text: { vi: 'Thủ tục này không coi im lặng là đồng ý.', en: 'In this procedure silence is not consent.' },
  },
  ...paperRefusals,
  'dossiers.not-overdue': { text: { vi: 'Chưa hết thời hạn.', en: 'The term is not over.' } },
} as const satisfies Record<string, RefusalSpec>;
