/** Sheets (bảng dữ liệu): what the province enters of its plan, each with its columns; the same for the form, the file and the page. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';

export interface SheetColumn {
  readonly key: string;
  readonly head: Required<LocalText>;
  /** `refs`: codes with commas between them, of another sheet or, with `of: 'target'`, of targets. */
  readonly kind: 'text' | 'long' | 'money' | 'whole' | 'decimal' | 'day' | 'year' | 'choice' | 'ref' | 'refs';
  readonly optional?: true;
  readonly of?: string;
  readonly options?: readonly { readonly value: string; readonly label: Required<LocalText> }[];
}

export interface Sheet {
  readonly key: string;
  /** In addresses and names of files. */
  readonly slug: string;
  readonly title: Required<LocalText>;
  /** What it is for, and what to do where it is empty. */
  readonly about: Required<LocalText>;
  /** Beside the code, which every sheet has. */
  readonly columns: readonly SheetColumn[];
  /** How many the plan says there are. */
  readonly known?: 'task' | 'phase' | 'solution';
  /** A target is reckoned from it: a line counts once another person has approved it. */
  readonly approved?: true;
}

/** Every record has a code of its own in its sheet: by it a second import finds it. */
export const CODE_HEAD: Required<LocalText> = { vi: 'Mã', en: 'Code' };

const text = (vi: string, en: string): Required<LocalText> => ({ vi, en });
const column = (
  key: string,
  kind: SheetColumn['kind'],
  vi: string,
  en: string,
  more: Partial<SheetColumn> = {},
): SheetColumn => ({ key, kind, head: { vi, en }, ...more });
const optional = { optional: true } as const;
const choice = (...values: readonly (readonly [string, string, string])[]) => ({
  options: values.map(([value, vi, en]) => ({ value, label: { vi, en } })),
});
const conformance = choice(
  ['yes', 'Tuân thủ', 'Conforms'],
  ['partly', 'Một phần', 'Partly'],
  ['no', 'Chưa tuân thủ', 'Does not conform'],
  ['unknown', 'Chưa đánh giá', 'Not assessed'],
);

export const SHEETS: readonly Sheet[] = [
  {
    key: 'phase',
    slug: 'giai-doan',
    known: 'phase',
    title: text('Giai đoạn', 'Phases'),
    about: text('Các giai đoạn của đề án, theo văn bản phê duyệt.', 'Phases of the plan, as approved.'),
    columns: [
      column('name', 'text', 'Tên', 'Name'),
      column('from', 'day', 'Từ ngày', 'From', optional),
      column('to', 'day', 'Đến ngày', 'To', optional),
    ],
  },
  {
    key: 'task',
    slug: 'nhiem-vu',
    known: 'task',
    title: text('Nhiệm vụ', 'Tasks'),
    about: text('Nhiệm vụ của đề án và đơn vị chủ trì.', 'Tasks of the plan and who leads them.'),
    columns: [
      column('name', 'text', 'Tên', 'Name'),
      column('owner', 'text', 'Đơn vị chủ trì', 'Lead', optional),
      column('phases', 'refs', 'Giai đoạn', 'Phases', { of: 'phase', ...optional }),
    ],
  },
  {
    key: 'solution',
    slug: 'nhom-giai-phap',
    known: 'solution',
    title: text('Nhóm giải pháp', 'Groups of solutions'),
    about: text('Nhóm giải pháp thực hiện đề án.', 'Groups of solutions by which the plan is carried out.'),
    columns: [column('name', 'text', 'Tên', 'Name'), column('content', 'long', 'Nội dung', 'Content', optional)],
  },
  {
    key: 'project',
    slug: 'du-an',
    title: text('Dự án', 'Projects'),
    about: text(
      'Dự án thực hiện nhiệm vụ; ghi mã chỉ tiêu mà dự án phục vụ để biết chỉ tiêu nào chưa có kinh phí.',
      'Projects that carry tasks out; with the targets they serve, so that one sees which have no money.',
    ),
    columns: [
      column('name', 'text', 'Tên', 'Name'),
      column('task', 'ref', 'Nhiệm vụ', 'Task', { of: 'task', ...optional }),
      column('solution', 'ref', 'Nhóm giải pháp', 'Solutions', { of: 'solution', ...optional }),
      column('phase', 'ref', 'Giai đoạn', 'Phase', { of: 'phase', ...optional }),
      column('targets', 'refs', 'Chỉ tiêu', 'Targets', { of: 'target', ...optional }),
      column('owner', 'text', 'Chủ đầu tư', 'Investor', optional),
      column(
        'state',
        'choice',
        'Tình trạng',
        'State',
        choice(
          ['planned', 'Chuẩn bị', 'Planned'],
          ['running', 'Đang thực hiện', 'Running'],
          ['finished', 'Hoàn thành', 'Finished'],
          ['stopped', 'Dừng', 'Stopped'],
        ),
      ),
    ],
  },
  {
    key: 'milestone',
    slug: 'moc-tien-do',
    title: text('Mốc tiến độ', 'Milestones'),
    about: text('Mốc của từng dự án, hạn và ngày xong.', 'Milestones of each project, due and done.'),
    columns: [
      column('project', 'ref', 'Dự án', 'Project', { of: 'project' }),
      column('name', 'text', 'Mốc', 'Milestone'),
      column('due', 'day', 'Hạn', 'Due'),
      column('done', 'day', 'Ngày xong', 'Done', optional),
      column('document', 'text', 'Văn bản', 'Document', optional),
    ],
  },
  {
    key: 'money',
    slug: 'kinh-phi',
    title: text('Kinh phí', 'Money'),
    about: text(
      'Mỗi dòng là một khoản dự kiến, cam kết hoặc thanh toán của một dự án, theo nguồn và năm, đồng nguyên.',
      'Each line is money planned, committed or paid for a project, by source and year, in whole đồng.',
    ),
    columns: [
      column('project', 'ref', 'Dự án', 'Project', { of: 'project' }),
      column(
        'kind',
        'choice',
        'Loại',
        'Kind',
        choice(
          ['planned', 'Dự kiến', 'Planned'],
          ['committed', 'Cam kết', 'Committed'],
          ['paid', 'Thanh toán', 'Paid'],
        ),
      ),
      column('source', 'text', 'Nguồn vốn', 'Source'),
      column('year', 'year', 'Năm', 'Year'),
      column('amount', 'money', 'Số tiền (đồng)', 'Amount (đồng)'),
      column('document', 'text', 'Văn bản', 'Document', optional),
    ],
  },
  {
    key: 'criterion',
    slug: 'tieu-chi',
    title: text('Tiêu chí ICT Index, DTI', 'Criteria of ICT Index and DTI'),
    about: text(
      'Tiêu chí theo bộ chỉ số của năm, điểm tự đánh giá và minh chứng của từng tiêu chí.',
      'Criteria of the year’s index, with the score one gives oneself and the evidence of each.',
    ),
    columns: [
      column('index', 'choice', 'Bộ chỉ số', 'Index', choice(['ict', 'ICT Index', 'ICT Index'], ['dti', 'DTI', 'DTI'])),
      column('year', 'year', 'Năm', 'Year'),
      column('pillar', 'text', 'Nhóm', 'Group', optional),
      column('name', 'text', 'Tiêu chí', 'Criterion'),
      column('most', 'decimal', 'Điểm tối đa', 'Most', optional),
      column('score', 'decimal', 'Điểm tự đánh giá', 'Own score', optional),
      column('evidence', 'long', 'Minh chứng', 'Evidence', optional),
    ],
  },
  {
    key: 'system',
    slug: 'he-thong',
    title: text('Kiến trúc 2.0: hệ thống', 'Architecture 2.0: systems'),
    about: text(
      'Danh mục hệ thống theo Khung kiến trúc chính quyền điện tử 2.0 và mức tuân thủ.',
      'Systems of the e-government architecture 2.0 and how they conform.',
    ),
    columns: [
      column('name', 'text', 'Hệ thống', 'System'),
      column('owner', 'text', 'Đơn vị quản lý', 'Owner', optional),
      column('layer', 'text', 'Lớp kiến trúc', 'Layer', optional),
      column('conformance', 'choice', 'Tuân thủ', 'Conformance', conformance),
      column('evidence', 'long', 'Căn cứ', 'Evidence', optional),
    ],
  },
  {
    key: 'interface',
    slug: 'ket-noi',
    title: text('Kiến trúc 2.0: kết nối', 'Architecture 2.0: interfaces'),
    about: text('Kết nối giữa các hệ thống trong danh mục.', 'Interfaces between the systems listed.'),
    columns: [
      column('from', 'ref', 'Từ hệ thống', 'From', { of: 'system' }),
      column('to', 'ref', 'Đến hệ thống', 'To', { of: 'system' }),
      column('data', 'text', 'Dữ liệu', 'Data'),
      column('standard', 'text', 'Chuẩn', 'Standard', optional),
      column('conformance', 'choice', 'Tuân thủ', 'Conformance', conformance),
    ],
  },
  {
    key: 'regulation',
    slug: 'van-ban-da-ban-hanh',
    title: text('Quy định đã ban hành', 'Regulations issued'),
    about: text('Văn bản, quy chế ban hành để thực hiện đề án.', 'Regulations issued for the plan.'),
    columns: [
      column('name', 'text', 'Trích yếu', 'Title'),
      column('day', 'day', 'Ngày ban hành', 'Issued'),
      column('issuer', 'text', 'Cơ quan ban hành', 'Issued by'),
      column('task', 'ref', 'Nhiệm vụ', 'Task', { of: 'task', ...optional }),
    ],
  },
  {
    key: 'counter',
    slug: 'bo-dem',
    approved: true,
    title: text('Bộ đếm', 'Counters'),
    about: text(
      'Số thủ tục hành chính và số dịch vụ dựa trên dữ liệu: phải nhập mốc ban đầu thì mới tính được T30-2a, T30-2b.',
      'Numbers of procedures and of services built on data: T30-2a and T30-2b need their baseline.',
    ),
    columns: [
      column(
        'counter',
        'choice',
        'Đếm',
        'Counts',
        choice(
          ['procedures-cut', 'Thủ tục hành chính', 'Procedures'],
          ['data-services', 'Dịch vụ dựa trên dữ liệu', 'Services built on data'],
        ),
      ),
      column(
        'kind',
        'choice',
        'Loại',
        'Kind',
        choice(['baseline', 'Mốc ban đầu', 'Baseline'], ['now', 'Hiện có', 'Now']),
      ),
      column('day', 'day', 'Ngày', 'Day'),
      column('count', 'whole', 'Số lượng', 'Number'),
      column('document', 'text', 'Văn bản', 'Document'),
    ],
  },
  {
    key: 'outline',
    slug: 'de-cuong-bao-cao',
    title: text('Đề cương báo cáo', 'Outline of the report'),
    about: text(
      'Các mục của báo cáo quý theo mẫu của cơ quan nhận báo cáo. Chưa nhập thì dùng đề cương đề xuất.',
      'Sections of the quarterly report as its receiver wants them. Without any a proposed outline is used.',
    ),
    columns: [
      column('place', 'whole', 'Thứ tự', 'Place'),
      column('heading', 'text', 'Tiêu đề mục', 'Heading'),
      column(
        'content',
        'choice',
        'Nội dung tự điền',
        'Filled with',
        choice(
          ['text', 'Chỉ lời văn', 'Text only'],
          ['targets', 'Bảng chỉ tiêu', 'Table of targets'],
          ['care', 'Chỉ tiêu chậm, có nguy cơ', 'Targets late or at risk'],
          ['milestones', 'Mốc tiến độ', 'Milestones'],
          ['money', 'Kinh phí', 'Money'],
          ['regulations', 'Văn bản đã ban hành', 'Regulations'],
        ),
      ),
      column('text', 'long', 'Lời văn', 'Text', optional),
    ],
  },
];

export const APPROVED_SHEETS: readonly string[] = SHEETS.flatMap(({ key, approved }) => (approved ? [key] : []));
export const sheetOf = (slug: string): Sheet | undefined => SHEETS.find((sheet) => sheet.slug === slug);
export const sheetNamed = (key: string): Sheet => SHEETS.find((sheet) => sheet.key === key) as Sheet;
