/** The page of the simulated register: what was filed, who looked whom up, and a switch that takes the line down. */
import { html } from '../html.ts';
import { renderPage } from '../page.ts';
import type { Filing, PopulationRegister } from './register.ts';

const STATUS: Readonly<Record<Filing['status'], string>> = {
  queued: 'đang chờ',
  done: 'đã xong',
  refused: 'bị từ chối',
};

export function RegisterPage({ isOpen, filings, lookups }: PopulationRegister): string {
  return renderPage({
    title: 'Cơ sở dữ liệu dân cư',
    simulated: 'cơ sở dữ liệu quốc gia về dân cư',
    content: html`<p>Đường truyền đang <strong>${isOpen ? 'thông' : 'đứt'}</strong>.</p>
<form method="post" action="/duong-truyen"><button type="submit" name="open" value="${isOpen ? 'no' : 'yes'}">${isOpen ? 'Ngắt' : 'Nối lại'} đường truyền</button></form>
<h2>Hồ sơ đã nhận</h2>
${
  filings.length === 0
    ? html`<p>Chưa có.</p>`
    : html`<ul>${filings
        .slice(-50)
        .reverse()
        .map(
          (filing) =>
            html`<li>${filing.kind === 'birth' ? `Khai sinh cho ${filing.name}` : `Đổi nơi thường trú đến ${filing.residence.communeName}`}:
${STATUS[filing.status]} ${filing.personalNumber ?? filing.refusal}</li>`,
        )}</ul>`
}
<h2>Lượt tra cứu</h2>
${
  lookups.length === 0
    ? html`<p>Chưa có.</p>`
    : html`<ul>${lookups
        .slice(-50)
        .reverse()
        .map(
          ({ personalNumber, purpose, isFound }) =>
            html`<li>${personalNumber}: ${purpose}${!isFound && ' (không có)'}</li>`,
        )}</ul>`
}`,
  });
}
