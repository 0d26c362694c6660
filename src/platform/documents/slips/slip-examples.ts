/** Invented dossiers that slips are shown with before any is given: nobody bears these names. */
import { type Instant, instant } from '../../calendar/instant.ts';
import type { SlipContext } from './slip-context.ts';
import type { SlipMeaning } from './slip-forms.ts';
import type { SlipToPrint } from './slip.ts';

const receivedAt = instant('2026-11-23T09:05');
const dueAt = instant('2026-11-26T17:00');

const dossier = {
  dossierCode: 'H53.15-261123-0001',
  applicant: {
    name: 'Nguyễn Thị Ngọc Ánh',
    address: 'Ấp Thạnh Trung, xã Tân Biên',
    phone: '0912 345 678',
    email: 'ngoc.anh@example.vn',
  },
  request: 'Đăng ký khai sinh',
};
const officer = 'Lê Hoàng Phúc';
const signer = { title: 'Thủ trưởng cơ quan', name: 'Phan Văn Đức' };

const EXAMPLES: { readonly [M in SlipMeaning]: Extract<SlipToPrint, { meaning: M }>['data'] } = {
  receipt: {
    ...dossier,
    components: ['Tờ khai đăng ký khai sinh (bản điện tử: 01)', 'Giấy chứng sinh (bản giấy: 01)'],
    sets: 1,
    term: '03 ngày làm việc',
    receivedAt,
    dueAt,
    resultAt: 'Trung tâm Phục vụ hành chính công',
    submitter: dossier.applicant.name,
    officer,
  },
  'supplement-request': {
    ...dossier,
    items: ['Bổ sung Giấy chứng sinh.', 'Ghi lại nơi cư trú của người mẹ.'],
    reason: 'Thiếu giấy tờ theo quy định.',
    contact: { name: officer, phone: '0276 3 888 999' },
    officer,
  },
  refusal: { ...dossier, reason: 'Không thuộc thẩm quyền giải quyết.', submitter: dossier.applicant.name, officer },
  apology: {
    ...dossier,
    receivedAt,
    dueAt,
    newDueAt: instant('2026-11-30T17:00'),
    reason: 'Chưa có kết quả xác minh.',
    signer,
  },
  'stop-notice': { ...dossier, receivedAt, reason: 'Người yêu cầu rút hồ sơ.', returned: ['Giấy chứng sinh'], signer },
  'control-slip': {
    dossierCode: dossier.dossierCode,
    handlingBody: 'Ủy ban nhân dân xã Tân Biên',
    consulted: ['Công an xã Tân Biên'],
    handovers: [
      {
        from: 'Trung tâm Phục vụ hành chính công',
        to: 'Văn phòng HĐND và UBND',
        giver: officer,
        taker: 'Võ Thị Yến',
        at: receivedAt,
        outcome: 'early',
      },
    ],
  },
};

export const exampleSlip = (meaning: SlipMeaning): SlipToPrint => ({ meaning, data: EXAMPLES[meaning] }) as SlipToPrint;

export const exampleContext = (at: Instant): SlipContext => ({
  at,
  office: {
    agency: 'Ủy ban nhân dân xã Tân Biên',
    oneStop: 'Trung tâm Phục vụ hành chính công',
    place: 'Tân Biên',
  },
  number: '15',
  check: { url: 'https://dichvucong.example.vn/tra-cuu', code: dossier.dossierCode },
  simulated: true,
});
