/** Samples of what the portal's pages show, for their tests. */
import type { Fact, ProcedureView } from './procedure-view.ts';
import type { HomePageProps } from './home-page.tsx';
import type { SearchPageProps } from './search-page.tsx';

const text = (vi: string) => ({ vi });
const fact = (vi: string, confirm = false): Fact => ({ text: { vi }, confirm });

export const aHomePage = (): HomePageProps => ({
  alerts: [
    {
      level: 2,
      title: 'Lũ trên sông Vàm Cỏ Tây',
      text: 'Nước tại Mộc Hóa có thể vượt báo động 2 trong 24 giờ tới. Tin 23/11/2026 13:30.',
      action: { label: 'Việc cần làm ở 14 xã', href: '/canh-bao/1' },
    },
  ],
  popular: [
    { label: text('Chứng thực bản sao'), href: '/thu-tuc?q=chung+thuc' },
    { label: text('Xác nhận hôn nhân'), href: '/thu-tuc?q=hon+nhan' },
  ],
  lifeEvents: [
    {
      name: text('Sinh con'),
      detail: text('Khai sinh, thường trú, thẻ bảo hiểm y tế'),
      icon: 'baby-carriage',
      href: '/viec/sinh-con',
    },
    { name: text('Kết hôn'), detail: text('Đăng ký, xác nhận hôn nhân'), icon: 'hearts', href: '/viec/ket-hon' },
    {
      name: text('Nhà và đất'),
      detail: text('Cấp sổ, tách thửa, giấy phép xây dựng'),
      icon: 'home',
      href: '/viec/nha-dat',
    },
    {
      name: text('Mở cửa hàng'),
      detail: text('Đăng ký, thay đổi, chấm dứt hộ kinh doanh'),
      icon: 'building-store',
      href: '/viec/cua-hang',
    },
  ],
  exampleCode: 'H53.15-261123-0001',
  notices: [
    {
      title: text('Lịch làm việc ngày Quốc khánh'),
      href: '/thong-bao/1',
      at: '20/08/2026 08:00',
      from: text('Sở Nội vụ'),
    },
  ],
  changes: [
    { title: text('Đăng ký hộ kinh doanh'), href: '/thu-tuc/1.001612', at: '17/11/2026', from: text('Sở Tài chính') },
  ],
  paths: { search: '/thu-tuc', track: '/tra-cuu', notices: '/thong-bao' },
});

export const aProcedure = (): ProcedureView => ({
  code: '1.001193',
  name: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
  field: text('Hộ tịch'),
  authorities: [fact('Cấp xã: Ủy ban nhân dân xã nơi cư trú của cha hoặc mẹ')],
  subjects: [text('Công dân Việt Nam')],
  online: 'full',
  term: fact('Trong ngày'),
  feeSummary: fact('Miễn phí khi đúng hạn', true),
  channels: [
    { name: text('Trực tuyến') },
    { name: text('Tại bộ phận một cửa'), term: fact('Trong ngày'), note: text('giờ hành chính') },
  ],
  cases: [{ name: text('Có yếu tố nước ngoài'), term: fact('3 ngày làm việc', true) }],
  fees: [
    { name: text('Lệ phí đăng ký khai sinh'), amount: fact('8.000 đồng', true), exempt: text('Đăng ký đúng hạn') },
  ],
  components: [
    { alternatives: [{ name: text('Tờ khai đăng ký khai sinh'), handling: 'handed-in', eForm: true }] },
    {
      alternatives: [
        {
          name: text('Giấy chứng sinh'),
          handling: 'handed-in',
          copies: text('1 bản chính'),
          replacedBy: [text('Giấy chứng sinh điện tử')],
        },
        { name: text('Văn bản của người làm chứng'), handling: 'handed-in' },
      ],
    },
    {
      condition: text('cha mẹ đã đăng ký kết hôn'),
      alternatives: [{ name: text('Giấy chứng nhận kết hôn'), handling: 'shown', confirm: true }],
    },
  ],
  requirements: [fact('Người đi đăng ký là cha, mẹ, ông, bà hoặc người thân thích khác')],
  steps: [
    { name: text('Tiếp nhận'), detail: fact('Bộ phận một cửa, 1 giờ làm việc') },
    { name: text('Ký và trả kết quả') },
  ],
  results: [fact('Giấy khai sinh, 1 bản chính')],
  legalBasis: [
    { title: text('Luật Hộ tịch 60/2014/QH13'), articles: 'Điều 15' },
    { title: text('Nghị định 123/2015/NĐ-CP'), confirm: true },
  ],
  remarks: [text('Hai nguồn ghi thời hạn khác nhau')],
  silence: text('Không có nghĩa là đồng ý.'),
  unconfirmed: true,
});

export const aSearchPage = (): SearchPageProps => ({
  action: '/thu-tuc',
  query: 'khai sinhh',
  total: '2',
  meant: { query: 'khai sinh', href: '/thu-tuc?q=khai+sinh' },
  found: [
    {
      code: '1.001193',
      name: text('Đăng ký khai sinh'),
      field: text('Hộ tịch'),
      href: '/thu-tuc/1.001193',
      term: fact('Trong ngày'),
      online: 'full',
    },
    {
      code: '1.000110',
      name: text('Đăng ký lại khai sinh'),
      field: text('Hộ tịch'),
      href: '/thu-tuc/1.000110',
      term: fact('5 ngày làm việc', true),
      online: 'unknown',
    },
  ],
  facets: [
    { label: 'Lĩnh vực', options: [{ label: 'Hộ tịch', count: '2', href: '/thu-tuc?q=khai+sinhh', chosen: true }] },
    { label: 'Nơi giải quyết', options: [{ label: 'Cấp xã', count: '2', href: '/thu-tuc?q=khai+sinhh&cap=xa' }] },
  ],
  pages: { summary: '1–2 trên 2', next: '/thu-tuc?q=khai+sinhh&sau=2' },
});
