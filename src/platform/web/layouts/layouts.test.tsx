import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { aFrame, aReader, renderIn } from '../../../../test/harness/pages.tsx';
import type { AssetManifest } from '../assets.ts';
import type { PageFrame } from '../frame.tsx';
import { CitizenLayout } from './citizen-layout.tsx';
import { otherLanguage } from './language-switch.ts';
import { OfficerLayout } from './officer-layout.tsx';

const names = [
  'citizen.css',
  'officer.css',
  'officer.js',
  'be-vietnam-pro-400.woff2',
  'be-vietnam-pro-500.woff2',
  'mark.svg',
];
const assets: AssetManifest = Object.fromEntries(names.map((name) => [name, `/assets/${name}`]));
const citizen = (changes: Partial<PageFrame> = {}) =>
  renderIn(aFrame(assets, changes), <CitizenLayout title="Thủ tục">Nội dung</CitizenLayout>);
const officer = (changes: Partial<PageFrame> = {}) =>
  renderIn(aFrame(assets, changes), <OfficerLayout title="Việc của tôi">Nội dung</OfficerLayout>);

test('a citizen page carries no script at all', () => {
  expect(citizen()).not.toContain('<script');
});

test('an officer page loads its script as a module and tells Turbo the nonce', () => {
  expect(officer({ nonce: 'abc' })).toMatch(
    /<meta name="csp-nonce" content="abc"\/?><script type="module" src="\/assets\/officer\.js">/,
  );
});

test('a page says its language, its title and where its content begins', () => {
  const html = citizen({ locale: 'en' });
  expect(html).toMatch(/^<!doctype html><html lang="en"/);
  expect(html).toContain('<title>Thủ tục - Vàm Cỏ</title>');
  expect(html.indexOf('href="#main"')).toBeLessThan(html.indexOf('<header'));
  expect(html).toContain('<main id="main"');
});

test('a citizen page tells search engines what it is about, an officer page nothing', () => {
  expect(citizen()).toContain(
    '<meta name="description" content="Dịch vụ công tỉnh Tây Ninh: tìm thủ tục, nộp hồ sơ trực tuyến',
  );
  expect(citizen({ locale: 'en' })).toContain('content="Public services of Tây Ninh: find a procedure');
  expect(officer()).not.toContain('name="description"');
});

test('every page of a demonstration says that it is one, and no other', () => {
  for (const page of [citizen, officer]) {
    expect(page({ simulated: true })).toContain('mô phỏng, không có giá trị pháp lý');
    expect(page({ simulated: false })).not.toContain('mô phỏng');
  }
});

test('the language switch keeps the page and its query', () => {
  expect(otherLanguage('/tra-cuu?ma=H53.15-261123-0001', 'vi').href).toBe('/tra-cuu?ma=H53.15-261123-0001&ngon-ngu=en');
  expect(otherLanguage('/tra-cuu?ngon-ngu=en', 'en').href).toBe('/tra-cuu?ngon-ngu=vi');
});

test('a path that looks like another site stays on this one', () => {
  expect(otherLanguage('//evil.example/x', 'vi').href).toMatch(/^\/[^/]/);
});

test('a page below an entry of the menu keeps the entry current', () => {
  expect(citizen({ path: '/thu-tuc/1.001193?x=1' })).toContain('<a href="/thu-tuc" aria-current="page">');
  expect(citizen({ path: '/thu-tuc-khac' })).not.toContain('aria-current');
});

test('of many places a row is shown, the rest in a list at its end, and the one the officer is at always', () => {
  const places = Array.from({ length: 12 }, (_, n) => ({ label: { vi: `Nơi ${n}` }, href: `/can-bo/noi-${n}` }));
  const desk = { unit: { vi: 'Xã Tân Biên' }, places, seat: '/tai-khoan/vi-tri' };
  const reader = aReader('Trần Minh Khôi', { home: '/can-bo/noi-0', desk });
  const frame = aFrame(assets, { reader, path: '/can-bo/noi-9' });
  const tabs = /<nav class="vc-tabs".*?<\/nav>/.exec(
    renderIn(frame, <OfficerLayout title="Nơi 9">Nội dung</OfficerLayout>),
  );
  const [row = '', rest = ''] = tabs?.[0].split('<details') ?? [];
  expect([...row.matchAll(/Nơi \d+/g)].map(([name]) => name)).toEqual([0, 1, 2, 3, 4, 5, 6, 9].map((n) => `Nơi ${n}`));
  expect(row).toContain('<a href="/can-bo/noi-9" aria-current="page">');
  for (const n of [7, 8, 9, 10, 11]) expect(rest).toContain(`Nơi ${n}`);
});

test('an officer’s places are tabs under the bar, and fold into it on a phone and where the tabs are something else', () => {
  const label = { vi: 'Chờ ký', en: 'To sign' };
  const desk = { unit: { vi: 'Xã Tân Biên' }, places: [{ label, href: '/can-bo/ky' }], seat: '/tai-khoan/vi-tri' };
  const reader = aReader('Trần Minh Khôi', { home: '/can-bo/ky', desk });
  const frame = aFrame(assets, { reader, path: '/can-bo/ky' });
  const plain = renderIn(frame, <OfficerLayout title="Chờ ký">Nội dung</OfficerLayout>);
  expect(plain).toContain('Xã Tân Biên');
  expect(plain).toMatch(/<nav class="vc-tabs".*<a href="\/can-bo\/ky" aria-current="page">Chờ ký/);
  expect(plain).toContain('<details class="vc-bar-places" data-narrow="true">');
  const queues = renderIn(
    frame,
    <OfficerLayout title="Chờ ký" tabs={<p>Hàng đợi</p>}>
      Nội dung
    </OfficerLayout>,
  );
  expect(queues).toMatch(/<details class="vc-bar-places">.*<a href="\/can-bo\/ky" aria-current="page">Chờ ký/);
  expect(queues).not.toContain('vc-tabs');
});

test('what only citizens have is not linked in the footer of who works here', () => {
  const label = { vi: 'Đặt lịch hẹn', en: 'Book an appointment' };
  const { site } = aFrame(assets);
  const own = { ...site, services: [...site.services, { label, href: '/dat-lich', for: 'citizens' as const }] };
  const officerReader = aReader('Trần Minh Khôi', { desk: { places: [], seat: '/can-bo/vi-tri' } });
  expect(citizen({ site: own, reader: aReader('Nguyễn Thị Hoa') })).toContain('href="/dat-lich"');
  const seen = citizen({ site: own, reader: officerReader });
  expect(seen).not.toContain('href="/dat-lich"');
  expect(seen).toContain('href="/noi-nop"');
});

test('who is signed in can sign out by a form with the token; a guest can sign in', () => {
  const reader = aReader('Nguyễn Thị Hoa');
  expect(citizen({ reader, csrf: 'token' })).toMatch(
    /<form method="post" action="\/dang-xuat"><input type="hidden" name="csrf" value="token"/,
  );
  expect(citizen()).toContain('href="/dang-nhap"');
});

const withUnread = (unread: number) => aReader('Hoa', { unread });
const bellOf = (html: string) =>
  /<a class="vc-bell".*?<\/a>/
    .exec(html)?.[0]
    .replaceAll(/<[^>]+>/g, '')
    .trim();

test.each([
  [0, 'vi', 'Thông báo'],
  [3, 'vi', 'Thông báo 3 chưa đọc'],
  [99, 'en', 'Notifications 99 unread'],
  [100, 'vi', 'Thông báo 99+ chưa đọc'],
] as const)('the bell of %s unread notifications is called so (%s)', (unread, locale, name) => {
  for (const page of [citizen, officer]) {
    const html = page({ reader: withUnread(unread), locale });
    expect(html).toContain('<a class="vc-bell" href="/thong-bao"');
    expect(bellOf(html)).toBe(name);
  }
});

test('a guest has no bell', () => {
  for (const page of [citizen, officer]) expect(page()).not.toContain('vc-bell"');
});

test('text that was not translated is marked with the language it is in', () => {
  expect(citizen({ locale: 'en' })).toMatch(/<span lang="vi">Bộ phận một cửa/);
});

test('a layout without a frame is a fault of the program', () => {
  expect(() => renderToString(<CitizenLayout title="x">y</CitizenLayout>)).toThrow('FrameProvider');
});
