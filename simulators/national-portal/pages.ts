/** The page of the simulated national portal: what has come in, and the weather on the line. */
import { html } from '../html.ts';
import { renderPage } from '../page.ts';
import type { KnownDossier, Portal, Weather } from './portal.ts';

const STATUS: Readonly<Record<string, string>> = {
  '1': 'Mới đăng ký',
  '2': 'Được tiếp nhận',
  '3': 'Không được tiếp nhận',
  '4': 'Đang xử lý',
  '5': 'Yêu cầu bổ sung giấy tờ',
  '6': 'Yêu cầu thực hiện nghĩa vụ tài chính',
  '7': 'Công dân yêu cầu rút hồ sơ',
  '8': 'Dừng xử lý',
  '9': 'Đã xử lý xong',
  '10': 'Đã trả kết quả',
};

export function PortalPage({ dossiers, weather, logins, repeats }: Portal): string {
  const newest = [...dossiers.values()].slice(-50).reverse();
  return renderPage({
    title: 'Cổng Dịch vụ công quốc gia',
    simulated: 'Cổng Dịch vụ công quốc gia',
    content: html`<p>Đường truyền đang <strong>${weather.isOpen ? 'thông' : 'đứt'}</strong>. Đã nhận ${dossiers.size} hồ sơ, ${logins} lần đăng nhập, ${repeats} thông điệp gửi lại không có tác dụng lần hai.</p>
${weatherForms(weather)}
<h2>Hồ sơ đã nhận</h2>
${newest.length === 0 ? html`<p>Chưa có.</p>` : html`<ul>${newest.map(lineOf)}</ul>`}`,
  });
}

const lineOf = ({ fields, progress, arrivals }: KnownDossier) =>
  html`<li><strong>${fields.MaHoSo}</strong> ${fields.TenTTHC}: ${STATUS[fields.TrangThaiHoSo] ?? fields.TrangThaiHoSo}. ${arrivals.length} thông điệp, ${progress.length} bước.</li>`;

const weatherForms = ({ isOpen, delayMs, failing, losing, refused }: Weather) =>
  html`<form method="post" action="/tinh-huong"><button type="submit" name="open" value="${isOpen ? 'no' : 'yes'}">${isOpen ? 'Ngắt' : 'Nối lại'} đường truyền</button></form>
<form method="post" action="/tinh-huong"><button type="submit" name="expire" value="yes">Kết thúc mọi phiên</button></form>
<form method="post" action="/tinh-huong">
<p><label for="delay">Trả lời chậm (mili giây)</label> <input type="text" id="delay" name="delay" inputmode="numeric" value="${delayMs}"></p>
<p><label for="failing">Số lời gọi tới bị lỗi 500</label> <input type="text" id="failing" name="failing" inputmode="numeric" value="${failing}"></p>
<p><label for="losing">Số lời gọi tới mất câu trả lời</label> <input type="text" id="losing" name="losing" inputmode="numeric" value="${losing}"></p>
<p><label for="refused">Mã hồ sơ bị từ chối</label> <input type="text" id="refused" name="refused" value="${refused}"></p>
<button type="submit">Đặt</button>
</form>`;
