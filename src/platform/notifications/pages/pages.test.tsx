import type { Browser } from 'playwright-core';
import type { VNode } from 'preact';
import { beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../../test/harness/browser.ts';
import {
  aFrame,
  aReader,
  faultsOf,
  type Look,
  renderIn,
  type ServedPages,
  servePages,
} from '../../../../test/harness/pages.tsx';
import { instant } from '../../calendar/instant.ts';
import { DELIVERY_STATES } from '../tables.ts';
import { DeliveryPage } from './delivery-page.tsx';
import { DevicesPage } from './devices-page.tsx';
import { InboxPage } from './inbox-page.tsx';
import { type LedgerLine, LedgerPage } from './ledger-page.tsx';
import { OptOutPage } from './opt-out-page.tsx';
import type { TemplatePreview } from '../template-preview.ts';
import type { ListedTemplate, TemplateVersion } from '../template-versions.ts';
import { PreferencesPage } from './preferences-page.tsx';
import { TemplateEditPage } from './template-edit-page.tsx';
import { TemplatePage } from './template-page.tsx';
import { TemplatesPage } from './templates-page.tsx';

let browser: Browser;
let served: ServedPages;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), servePages()]);
  return async () => {
    served.close();
    await browser.close();
  };
});

const at = instant('2026-11-23T14:05');
const reader = aReader('Nguyễn Thị Hoa');
const item = {
  id: '1',
  subject: 'Hồ sơ H53.15-261123-0001 cần bổ sung, hoàn thiện',
  body: 'Nội dung cần bổ sung:\n1. Giấy chứng sinh bị mờ.\n2. Ghi rõ nơi sinh.\n\nLý do: Không đọc được số.',
  link: '/ho-so/H53.15-261123-0001',
  at,
  read: false,
};
const lines: LedgerLine[] = DELIVERY_STATES.map((state, index) => ({
  id: String(index),
  at,
  channel: index % 2 === 0 ? 'email' : 'sms',
  address: index % 2 === 0 ? 'h…@hop-thu.example' : '…678',
  template: 'dossiers.supplement-asked',
  code: index % 3 === 0 ? null : 'H53.15-261123-0001',
  nextAt: state === 'queued' ? at : null,
  state,
  simulated: state === 'kept',
  attempts: index,
  error: state === 'failed' ? 'email.550: mailbox unavailable' : null,
  canRetry: state === 'failed',
}));

const told = {
  line: lines.find(({ state }) => state === 'failed') as LedgerLine,
  version: 2,
  kind: 'legal',
  language: 'vi',
  by: at,
  sentAt: null,
  deliveredAt: null,
  erased: false,
} as const;

const texts = {
  subject: { vi: 'Hồ sơ {code} đã được tiếp nhận', en: 'Dossier {code} has been accepted' },
  body: { vi: 'Hồ sơ {code}.\n\nHẹn trả: {when}.', en: 'Dossier {code}.' },
  sms: { vi: 'Hồ sơ {code} đã được tiếp nhận.', en: 'Dossier {code} accepted.' },
};
const drafted = { ...texts, body: { vi: 'Hồ sơ {code}.\n\nTrả kết quả: {when}.', en: 'Dossier {code}.' } };
const listed: ListedTemplate = {
  code: 'dossiers.accepted',
  kind: 'legal',
  subject: texts.subject.vi,
  version: 2,
  validFrom: '2026-11-01',
  origin: 'administrator',
  hasDraft: false,
};
const version: TemplateVersion = {
  version: 2,
  kind: 'legal',
  valid_from: '2026-11-01',
  origin: 'administrator',
  published_at: at,
  publishedBy: 'Lê Văn Sáng',
  copied_from: 1,
  texts,
};
const first: TemplateVersion = { ...version, version: 1, origin: 'pack', publishedBy: null, copied_from: null };
const preview: TemplatePreview = {
  locale: 'vi',
  subject: 'Hồ sơ H53.15-261123-0001 đã được tiếp nhận',
  portal: 'Hồ sơ H53.15-261123-0001.\n\nTrả kết quả: ngày mai.',
  email: 'Hồ sơ H53.15-261123-0001.\n\nXem trên cổng dịch vụ công: https://dichvucong.example/thong-bao',
  sms: { text: 'Ho so H53.15-261123-0001 da duoc tiep nhan.', length: 43, cut: false },
};
const template = {
  code: 'dossiers.accepted',
  title: 'Hồ sơ H53.15-261123-0001 đã được tiếp nhận',
  kind: 'legal',
  versions: [version, first],
  inForce: version,
  previews: [preview, { ...preview, locale: 'en', sms: { text: 'x', length: 160, cut: true } }],
  offered: undefined,
  from: { day: '24', month: '11', year: '2026' },
} as const;

const PAGES: readonly [name: string, page: VNode][] = [
  [
    'inbox',
    <InboxPage
      officer={false}
      unread={1}
      next="/thong-bao?truoc=2"
      items={[item, { ...item, id: '2', read: true, link: null }]}
    />,
  ],
  ['inbox-empty', <InboxPage officer unread={0} items={[]} />],
  [
    'preferences',
    <PreferencesPage
      officer={false}
      saved
      preferences={[
        { channel: 'email', address: 'h…@hop-thu.example', wanted: true },
        { channel: 'sms', address: undefined, wanted: false },
      ]}
    />,
  ],
  [
    'devices',
    <DevicesPage
      officer={false}
      added
      publicKey="BKey"
      devices={[{ id: '1', name: 'Chrome trên Android', since: at }]}
    />,
  ],
  ['devices-none', <DevicesPage officer added={false} publicKey={undefined} devices={[]} />],
  ['opt-out', <OptOutPage channel="email" action="/thong-bao/ngung?thu=1&ky=2" done={false} />],
  ['opt-out-done', <OptOutPage channel="sms" action="/thong-bao/ngung?thu=1&ky=2" done />],
  [
    'ledger',
    <LedgerPage
      lines={lines}
      filters={{ state: 'failed', day: '2026-11-23', code: 'H53.15-261123-0001' }}
      templates={['dossiers.supplement-asked']}
      missing={['email', 'sms']}
      first={false}
      next="/quan-tri/thong-bao?truoc=6"
    />,
  ],
  ['ledger-empty', <LedgerPage lines={[]} filters={{}} templates={[]} missing={[]} first />],
  ['delivery', <DeliveryPage {...told} />],
  ['delivery-purpose-missing', <DeliveryPage {...told} purposeMissing />],
  [
    'delivery-revealed',
    <DeliveryPage
      {...told}
      revealed={{ address: 'hoa@hop-thu.example', subject: item.subject, body: item.body }}
      sentAt={at}
      deliveredAt={at}
    />,
  ],
  ['delivery-erased', <DeliveryPage {...told} erased />],
  ['templates', <TemplatesPage templates={[listed, { ...listed, code: 'dossiers.refused', hasDraft: true }]} />],
  ['template', <TemplatePage {...template} shown={{ what: 'draft', version: 1, texts: drafted }} draft={3} />],
  [
    'template-mistake',
    <TemplatePage
      {...template}
      shown={{ what: 'version', version: 1, texts: drafted }}
      draft={undefined}
      offered={3}
      errors={[{ name: 'from', message: 'Ngày áp dụng phải từ hôm nay trở đi.' }]}
    />,
  ],
  [
    'template-edit',
    <TemplateEditPage
      code="dossiers.accepted"
      texts={drafted}
      shown={3}
      values={[{ name: 'code', example: 'H53.15-261123-0001' }]}
      errors={[{ name: 'sms.vi', message: 'Tin nhắn dài quá 110 ký tự khi chưa điền giá trị.' }]}
    />,
  ],
];

it.each(PAGES)('%s has no fault on a phone in Vietnamese, nor at a dark desk in English', async (name, page) => {
  const faults = async (locale: 'vi' | 'en', look: Look) => {
    const frame = aFrame(served.assets, { locale, path: `/${name}`, csrf: 'token', reader });
    return faultsOf(browser, served.put(`/${name}-${locale}`, renderIn(frame, page)), look);
  };
  expect(await faults('vi', { width: 390, scheme: 'light' })).toEqual([]);
  expect(await faults('en', { width: 1280, scheme: 'dark' })).toEqual([]);
});
