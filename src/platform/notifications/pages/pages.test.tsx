import type { Browser } from 'playwright-core';
import type { VNode } from 'preact';
import { beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../../test/harness/browser.ts';
import {
  aFrame,
  faultsOf,
  type Look,
  renderIn,
  type ServedPages,
  servePages,
} from '../../../../test/harness/pages.tsx';
import { instant } from '../../calendar/instant.ts';
import { DELIVERY_STATES } from '../tables.ts';
import { DeliveryPage } from './delivery-page.tsx';
import { InboxPage } from './inbox-page.tsx';
import { type LedgerLine, LedgerPage } from './ledger-page.tsx';
import { OptOutPage } from './opt-out-page.tsx';
import { PreferencesPage } from './preferences-page.tsx';

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
const reader = {
  signedIn: true,
  name: 'Nguyễn Thị Hoa',
  home: '/ho-so-cua-toi',
  inbox: '/thong-bao',
  unread: 0,
  signOut: '/dang-xuat',
} as const;
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
];

it.each(PAGES)('%s has no fault on a phone in Vietnamese, nor at a dark desk in English', async (name, page) => {
  const faults = async (locale: 'vi' | 'en', look: Look) => {
    const frame = aFrame(served.assets, { locale, path: `/${name}`, csrf: 'token', reader });
    return faultsOf(browser, served.put(`/${name}-${locale}`, renderIn(frame, page)), look);
  };
  expect(await faults('vi', { width: 390, scheme: 'light' })).toEqual([]);
  expect(await faults('en', { width: 1280, scheme: 'dark' })).toEqual([]);
});
