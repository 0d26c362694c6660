import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newBrowser } from '../browser.ts';
import { type RunningSimulator, startSimulator } from '../start-simulator.ts';
import type { DossierFields, ProgressFields } from './fields.ts';
import type { KnownDossier } from './portal.ts';

let portal: RunningSimulator;
beforeAll(async () => void (portal = await startSimulator('national-portal', { ACCOUNT: 'tinh', SECRET: 's' })));
afterAll(() => portal?.stop());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(portal.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const answerOf = async (response: Promise<Response>) =>
  (await (await response).json()) as { error_code: number; session?: string };

const logIn = async (): Promise<string> =>
  (await answerOf(post('/login', { username: 'tinh', password: 's' }))).session ?? '';

interface Sent {
  readonly key: string;
  readonly session?: string;
  readonly service?: string;
  readonly isUpdating?: boolean;
}

const send = async (one: DossierFields | ProgressFields, sent: Sent) =>
  post(
    '/services',
    {
      session: sent.session ?? (await logIn()),
      madonvi: 'H53',
      isUpdating: sent.isUpdating ?? false,
      service: sent.service ?? 'DongBoHoSoMC',
      data: [one],
    },
    { 'idempotency-key': sent.key },
  );

const setWeather = (fields: Record<string, string>) =>
  fetch(`${portal.url}/tinh-huong`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

const known = async (code: string) => (await (await fetch(`${portal.url}/dossiers/${code}`)).json()) as KnownDossier;

const aDossier = (MaHoSo: string): DossierFields => ({
  MaHoSo,
  MaTTHC: '1.001193',
  TenTTHC: 'Đăng ký khai sinh',
  MaLinhVuc: 'ho-tich',
  TenLinhVuc: 'Hộ tịch',
  KenhThucHien: '2',
  ChuHoSo: 'Nguyễn Thị Lúa',
  LoaiDoiTuong: '1',
  MaDoiTuong: '072190000001',
  ThongTinKhac: '',
  Email: '',
  Fax: '',
  SoDienThoai: '',
  TrichYeuHoSo: 'Đăng ký khai sinh',
  NgayTiepNhan: '',
  NgayHenTra: '',
  TrangThaiHoSo: '1',
  NgayTra: '',
  ThongTinTra: '',
  HinhThuc: '0',
  NgayKetThucXuLy: '',
  DonViXuLy: 'Ủy ban nhân dân phường Tân Ninh',
  GhiChu: '',
  TaiLieuNop: [],
  DanhSachLePhi: [],
  DanhSachTepDinhKemKhac: [],
  DanhSachHoSoBoSung: [],
  DanhSachGiayToKetQua: [],
});

const someProgress = (MaHoSo: string): ProgressFields => ({
  MaHoSo,
  NguoiXuLy: 'Trần Văn Nam',
  ChucDanh: 'Chuyên viên',
  ThoiDiemXuLy: '20261123081500',
  PhongBanXuLy: '',
  NoiDungXuLy: 'Tiếp nhận hồ sơ',
  TrangThai: '2',
  NgayBatDau: '20261123080000',
  NgayKetThucTheoQuyDinh: '',
});

test('a session is asked for, lives, and ends', async () => {
  expect((await answerOf(post('/login', { username: 'tinh', password: 'x' }))).error_code).toBe(1);
  const session = await logIn();
  expect((await answerOf(send(aDossier('H53-1'), { key: 'a', session }))).error_code).toBe(0);
  await setWeather({ expire: 'yes' });
  expect((await answerOf(send(aDossier('H53-2'), { key: 'b', session }))).error_code).toBe(11);
});

test('a dossier comes before its progress, and each of them once', async () => {
  const progress = { key: 'd', service: 'CapNhatTienDoHoSoMC', isUpdating: true };
  expect((await answerOf(send(someProgress('H53-3'), progress))).error_code).toBe(3);
  expect((await answerOf(send(aDossier('H53-3'), { key: 'c' }))).error_code).toBe(0);
  expect((await answerOf(send(aDossier('H53-3'), { key: 'c' }))).error_code).toBe(0);
  expect((await answerOf(send(aDossier('H53-3'), { key: 'other' }))).error_code).toBe(4);
  for (let times = 0; times < 3; times++)
    expect((await answerOf(send(someProgress('H53-3'), progress))).error_code).toBe(0);
  const { fields, progress: steps, arrivals } = await known('H53-3');
  expect([fields.TrangThaiHoSo, steps.length, arrivals.map(({ key }) => key)]).toEqual(['2', 1, ['c', 'd']]);
});

test('data that are not as the field list says are refused', async () => {
  const { Fax: _, ...short } = aDossier('H53-4');
  expect((await answerOf(send(short as DossierFields, { key: 'e' }))).error_code).toBe(2);
  expect((await answerOf(send({ ...aDossier('H53-4'), NgayHenTra: '25/11/2026' }, { key: 'f' }))).error_code).toBe(2);
});

test('an answer can be lost after its effect, a call can fail before it, and the line can be cut', async () => {
  await setWeather({ losing: '1' });
  await expect(send(aDossier('H53-5'), { key: 'g' })).rejects.toThrow('fetch failed');
  expect((await known('H53-5')).arrivals).toHaveLength(1);
  await setWeather({ failing: '1' });
  expect((await send(aDossier('H53-6'), { key: 'h' })).status).toBe(500);
  expect((await fetch(`${portal.url}/dossiers/H53-6`)).status).toBe(404);
  const session = await logIn();
  await setWeather({ open: 'no' });
  expect((await send(aDossier('H53-6'), { key: 'h', session })).status).toBe(503);
  await setWeather({ open: 'yes', refused: 'H53-6' });
  expect((await answerOf(send(aDossier('H53-6'), { key: 'h' }))).error_code).toBe(5);
  await setWeather({ refused: '' });
  expect((await answerOf(send(aDossier('H53-6'), { key: 'h' }))).error_code).toBe(0);
});

test('what had an effect is still known after a restart, with its keys', async () => {
  const settings = { ACCOUNT: 'tinh', SECRET: 's', STATE_FILE: join(mkdtempSync(join(tmpdir(), 'portal-')), 'state') };
  const first = portal;
  portal = await startSimulator('national-portal', settings);
  await send(aDossier('H53-9'), { key: 'z' });
  await portal.stop();
  portal = await startSimulator('national-portal', settings);
  expect((await answerOf(send(aDossier('H53-9'), { key: 'z' }))).error_code).toBe(0);
  expect((await known('H53-9')).arrivals).toHaveLength(1);
  await portal.stop();
  portal = first;
});

test('its page says that it is simulated, and is well-formed', async () => {
  const page = await newBrowser().open(portal.url);
  expect(page.body).toContain('MÔ PHỎNG');
  expect(page.body).toContain('H53-3');
  const { results } = await new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
  }).validateString(page.body);
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
});
