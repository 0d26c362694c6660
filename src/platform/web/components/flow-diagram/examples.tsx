/** Examples of the flow diagram. */
import type { Example } from '../../style-guide/example.ts';
import { FlowDiagram } from './flow-diagram.tsx';
import type { FlowPart, FlowStep } from './flow-layout.ts';

const steps: readonly FlowStep[] = [
  {
    key: 'a',
    title: 'Tiếp nhận, số hóa hồ sơ',
    lane: 'Người tiếp nhận',
    lines: [{ text: '2 giờ' }],
    ways: [{ to: 'b' }],
    mark: 'past',
  },
  {
    key: 'b',
    title: 'Thẩm định hồ sơ',
    lane: 'Chuyên viên',
    lines: [{ text: '10 giờ' }, { text: '1. Nếu loại công trình là nhà ở' }, { text: '2. Các trường hợp khác' }],
    ways: [
      { to: 'd', number: 1 },
      { to: 'c', number: 2 },
    ],
    mark: 'now',
  },
  {
    key: 'c',
    title: 'Lấy ý kiến thẩm duyệt',
    lane: 'Chuyên viên',
    lines: [{ text: '5 ngày làm việc, đồng hồ riêng' }],
    ways: [{ to: 'd' }],
    optional: true,
  },
  { key: 'd', title: 'Ký', lane: 'Lãnh đạo', lines: [{ text: '4 giờ' }], ways: [{ to: null }], back: true },
];

const parts: readonly FlowPart[] = [
  {
    key: 'p',
    title: 'Đăng ký thường trú cho trẻ',
    lines: [{ text: 'Công an cấp xã của địa bàn', tone: 'quiet' }, { text: '5 ngày làm việc' }],
    from: 'a',
    until: 'd',
  },
  {
    key: 'q',
    title: 'Cấp thẻ bảo hiểm y tế',
    lines: [{ text: '3 ngày làm việc' }],
    from: 'a',
    until: 'd',
    optional: true,
  },
];

export const examples: readonly Example[] = [
  { state: 'Hồ sơ đang ở bước hai', show: <FlowDiagram label="Quy trình cấp giấy phép" steps={steps} /> },
  {
    state: 'Có phần việc của cơ quan khác',
    show: <FlowDiagram label="Quy trình liên thông" steps={steps} parts={parts} />,
  },
  { state: 'Nhỏ', show: <FlowDiagram label="Quy trình cấp giấy phép, thu gọn" steps={steps} small /> },
];
