/** Groups: every component of the interface with its examples, in the order of the style guide. */
import { examples as actionList } from '../components/action-list/examples.tsx';
import { examples as alertBand } from '../components/alert-band/examples.tsx';
import { examples as button } from '../components/button/examples.tsx';
import { examples as commaList } from '../components/comma-list/examples.tsx';
import { examples as commandForm } from '../components/command-form/examples.tsx';
import { examples as confirmation } from '../components/confirmation/examples.tsx';
import { examples as consequence } from '../components/consequence/examples.tsx';
import { examples as courseChart } from '../components/course-chart/examples.tsx';
import { examples as markedText } from '../components/marked-text/examples.tsx';
import { examples as finding } from '../components/finding/examples.tsx';
import { examples as quoted } from '../components/quoted/examples.tsx';
import { examples as denseTable } from '../components/data-table/dense-examples.tsx';
import { examples as dataTable } from '../components/data-table/examples.tsx';
import { examples as emptyState } from '../components/empty-state/examples.tsx';
import { examples as errorSummary } from '../components/error-summary/examples.tsx';
import { examples as facets } from '../components/facets/examples.tsx';
import { examples as field } from '../components/field/examples.tsx';
import { examples as filterBar } from '../components/filter-bar/examples.tsx';
import { examples as flowDiagram } from '../components/flow-diagram/examples.tsx';
import { examples as icon } from '../components/icon/examples.tsx';
import { examples as keyHints } from '../components/key-hints/examples.tsx';
import { examples as linkList } from '../components/link-list/examples.tsx';
import { examples as notice } from '../components/notice/examples.tsx';
import { examples as pagination } from '../components/pagination/examples.tsx';
import { examples as panel } from '../components/panel/examples.tsx';
import { examples as paperPreview } from '../components/paper-preview/examples.tsx';
import { examples as questionBand } from '../components/question-band/examples.tsx';
import { examples as scoreboard } from '../components/scoreboard/examples.tsx';
import { examples as searchBox } from '../components/search-box/examples.tsx';
import { examples as sectionHeading } from '../components/section-heading/examples.tsx';
import { examples as simulatedNotice } from '../components/simulated-notice/examples.tsx';
import { examples as splitPane } from '../components/split-pane/examples.tsx';
import { examples as statTile } from '../components/stat-tile/examples.tsx';
import { examples as summaryList } from '../components/summary-list/examples.tsx';
import { examples as tabs } from '../components/tabs/examples.tsx';
import { examples as tag } from '../components/tag/examples.tsx';
import { examples as taskList } from '../components/task-list/examples.tsx';
import { examples as timeLeftBar } from '../components/time-left-bar/examples.tsx';
import { examples as timeline } from '../components/timeline/examples.tsx';
import { examples as officerTimeline } from '../components/timeline/officer-examples.tsx';
import { examples as trail } from '../components/trail/examples.tsx';
import type { Example } from './example.ts';

/** Whose pages a component is made for: that style sheet carries it. */
export type Audience = 'citizen' | 'officer';

export interface Group {
  /** The component's folder. */
  readonly folder: string;
  readonly title: string;
  readonly audiences: readonly Audience[];
  readonly examples: readonly Example[];
}

const BOTH: readonly Audience[] = ['citizen', 'officer'];

export const groups: readonly Group[] = [
  { folder: 'error-summary', title: 'Tóm tắt lỗi', audiences: BOTH, examples: errorSummary },
  { folder: 'button', title: 'Nút', audiences: BOTH, examples: button },
  { folder: 'field', title: 'Trường', audiences: BOTH, examples: field },
  { folder: 'command-form', title: 'Biểu mẫu ra lệnh', audiences: BOTH, examples: commandForm },
  { folder: 'consequence', title: 'Hệ quả', audiences: BOTH, examples: consequence },
  { folder: 'finding', title: 'Phát hiện vi phạm', audiences: ['officer'], examples: finding },
  { folder: 'quoted', title: 'Lời được trích', audiences: ['officer'], examples: quoted },
  { folder: 'marked-text', title: 'Biểu thức có chỗ sai', audiences: ['officer'], examples: markedText },
  { folder: 'notice', title: 'Lưu ý', audiences: BOTH, examples: notice },
  { folder: 'tag', title: 'Nhãn', audiences: BOTH, examples: tag },
  { folder: 'summary-list', title: 'Danh sách thông tin', audiences: BOTH, examples: summaryList },
  { folder: 'data-table', title: 'Bảng', audiences: BOTH, examples: dataTable },
  { folder: 'data-table', title: 'Bảng dày', audiences: ['officer'], examples: denseTable },
  { folder: 'time-left-bar', title: 'Thanh thời hạn', audiences: BOTH, examples: timeLeftBar },
  { folder: 'timeline', title: 'Diễn biến', audiences: BOTH, examples: timeline },
  { folder: 'timeline', title: 'Diễn biến của cán bộ', audiences: ['officer'], examples: officerTimeline },
  { folder: 'action-list', title: 'Việc có thể làm', audiences: ['officer'], examples: actionList },
  { folder: 'tabs', title: 'Hàng đợi', audiences: ['officer'], examples: tabs },
  { folder: 'filter-bar', title: 'Thanh lọc', audiences: ['officer'], examples: filterBar },
  { folder: 'split-pane', title: 'Danh sách và ngăn bên', audiences: ['officer'], examples: splitPane },
  { folder: 'key-hints', title: 'Phím tắt', audiences: ['officer'], examples: keyHints },
  { folder: 'flow-diagram', title: 'Sơ đồ quy trình', audiences: ['officer'], examples: flowDiagram },
  { folder: 'task-list', title: 'Danh sách phần việc', audiences: ['citizen'], examples: taskList },
  { folder: 'confirmation', title: 'Xác nhận đã gửi', audiences: ['citizen'], examples: confirmation },
  { folder: 'stat-tile', title: 'Số liệu', audiences: BOTH, examples: statTile },
  { folder: 'scoreboard', title: 'Bảng chỉ tiêu', audiences: BOTH, examples: scoreboard },
  { folder: 'course-chart', title: 'Diễn biến của một giá trị', audiences: BOTH, examples: courseChart },
  { folder: 'pagination', title: 'Chuyển trang', audiences: BOTH, examples: pagination },
  { folder: 'trail', title: 'Đường dẫn', audiences: BOTH, examples: trail },
  { folder: 'link-list', title: 'Danh sách liên kết', audiences: BOTH, examples: linkList },
  { folder: 'paper-preview', title: 'Xem trước giấy tờ', audiences: BOTH, examples: paperPreview },
  { folder: 'empty-state', title: 'Trạng thái trống', audiences: BOTH, examples: emptyState },
  { folder: 'question-band', title: 'Câu hỏi của trang chủ', audiences: ['citizen'], examples: questionBand },
  { folder: 'search-box', title: 'Ô tìm', audiences: ['citizen'], examples: searchBox },
  { folder: 'section-heading', title: 'Đầu mục', audiences: ['citizen'], examples: sectionHeading },
  { folder: 'panel', title: 'Khung', audiences: ['citizen'], examples: panel },
  { folder: 'facets', title: 'Lọc kết quả', audiences: ['citizen'], examples: facets },
  { folder: 'alert-band', title: 'Dải cảnh báo', audiences: ['citizen'], examples: alertBand },
  { folder: 'simulated-notice', title: 'Báo mô phỏng', audiences: BOTH, examples: simulatedNotice },
  { folder: 'comma-list', title: 'Chuỗi có dấu phẩy', audiences: BOTH, examples: commaList },
  { folder: 'icon', title: 'Biểu tượng', audiences: BOTH, examples: icon },
];
