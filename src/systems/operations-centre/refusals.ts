/** Refusals of the operations centre. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';

const refusal = (vi: string, en: string): RefusalSpec => ({ text: { vi, en } });

export const centreRefusals = {
  'operations-centre.title-missing': refusal('Hãy ghi chuyện gì đã xảy ra.', 'Say what has happened.'),
  'operations-centre.time-missing': refusal('Hãy ghi thời điểm xảy ra.', 'Say when it happened.'),
  'operations-centre.no-centre': refusal(
    'Không có trung tâm điều hành nào cho nơi này.',
    'No operations centre answers for this place.',
  ),
  'operations-centre.point-outside': refusal(
    'Tọa độ này không thuộc xã, phường nào của tỉnh.',
    'This point lies in no commune of the province.',
  ),
  'operations-centre.yours-already': refusal('Ông/bà đang giữ sự cố này.', 'You hold this incident already.'),
  'operations-centre.take-first': refusal('Hãy nhận xử lý sự cố trước.', 'Take the incident first.'),
  'operations-centre.on-site-already': refusal('Đã có mặt tại chỗ.', 'Somebody is on site already.'),
  'operations-centre.nobody-chosen': refusal('Hãy chọn người nhận.', 'Choose who takes it on.'),
  'operations-centre.holds-it-already': refusal('Người này đang giữ sự cố.', 'This person holds the incident already.'),
  'operations-centre.no-centre-chosen': refusal('Hãy chọn trung tâm nhận.', 'Choose the centre that takes it on.'),
  'operations-centre.has-it-already': refusal('Trung tâm này đang giữ sự cố.', 'This centre has the incident already.'),
  'operations-centre.note-missing': refusal('Hãy ghi vài lời.', 'Write a few words.'),
  'operations-centre.no-such-level': refusal('Cấp sự cố là từ 1 đến 5.', 'A level is between 1 and 5.'),
  'operations-centre.same-level': refusal('Sự cố đang ở cấp {level}.', 'The incident is at level {level} already.'),
  'operations-centre.no-such-step': refusal('Sự cố không có việc này.', 'The incident has no such step.'),
  'operations-centre.step-done-already': refusal('Việc này đã làm xong.', 'This step is done already.'),
  'operations-centre.step-not-done': refusal('Việc này chưa làm.', 'This step is not done.'),
  'operations-centre.outcome-missing': refusal('Hãy chọn kết quả.', 'Choose how it ended.'),
  'operations-centre.closed': refusal('Sự cố {code} đã kết thúc.', 'Incident {code} is closed.'),
  'operations-centre.not-closed': refusal('Sự cố đang mở.', 'The incident is open.'),
  'operations-centre.joined-stays-closed': refusal(
    'Sự cố này đã gộp vào sự cố khác; hãy tách tín hiệu ở sự cố đó.',
    'This incident was joined into another; split its signals off there.',
  ),
  'operations-centre.no-such-incident': refusal(
    'Không có sự cố nào mang mã này trong địa bàn của ông/bà.',
    'There is no incident with this code that you may see.',
  ),
  'operations-centre.joined-with-itself': refusal(
    'Không gộp một sự cố vào chính nó.',
    'An incident is not joined into itself.',
  ),
  'operations-centre.real-and-invented': refusal(
    'Không gộp sự cố thật với sự cố diễn tập hoặc mô phỏng.',
    'What is real is not joined with a drill or a simulation.',
  ),
  'operations-centre.no-signal-chosen': refusal('Hãy chọn tín hiệu cần tách.', 'Choose the signals to split off.'),
  'operations-centre.one-signal-stays': refusal('Phải để lại ít nhất một tín hiệu.', 'At least one signal must stay.'),
  'operations-centre.on-duty-already': refusal('Ông/bà đang trong ca trực.', 'You are on duty already.'),
  'operations-centre.not-on-duty': refusal('Hãy vào ca trực trước.', 'Begin your shift first.'),
  'operations-centre.nobody-to-relieve': refusal('Ca trực này đã kết thúc.', 'This shift has ended.'),
  'operations-centre.drill-title-missing': refusal('Hãy ghi tên cuộc diễn tập.', 'Name the drill.'),
  'operations-centre.drill-end-missing': refusal(
    'Hãy ghi giờ kết thúc, trong vòng ba ngày tới.',
    'Say when it ends, within the next three days.',
  ),
  'operations-centre.drill-runs-already': refusal(
    'Đang diễn tập “{title}”. Hãy kết thúc trước.',
    'The drill “{title}” is running. End it first.',
  ),
  'operations-centre.no-drill': refusal('Không có cuộc diễn tập nào đang diễn ra.', 'No drill is running.'),
  'operations-centre.drill-is-over': refusal('Cuộc diễn tập đã kết thúc.', 'The drill is over.'),
} as const satisfies Record<string, RefusalSpec>;
