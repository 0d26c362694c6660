/** The pages of the simulated bank app. */
import { html, type SafeHtml } from '../html.ts';
import { renderPage } from '../page.ts';
import type { Ledger, PaymentRequest, StatementEntry } from './ledger.ts';
import { MODES } from './payments.ts';
import type { QrTransfer } from './qr-text.ts';

const dong = (amount: number) => `${amount.toLocaleString('vi-VN')} đồng`;

const STATUS: Readonly<Record<PaymentRequest['status'], string>> = {
  waiting: 'chờ thanh toán',
  paid: 'đã thanh toán',
  failed: 'thất bại',
};

export function HomePage({ requests, statement }: Ledger, fault?: { qrText: string }): string {
  return bankPage(
    'Ứng dụng ngân hàng',
    html`<form method="post" action="/quet">
<div class="field"><label for="qr">Dán nội dung mã VietQR</label>
<p class="hint" id="qr-hint">Ở điện thoại thật, ứng dụng đọc nội dung này khi quét hình mã QR.</p>
${fault && html`<p class="fault" id="qr-fault" role="alert">Nội dung này không phải mã VietQR nguyên vẹn.</p>`}
<textarea id="qr" name="qrText" rows="4" spellcheck="false" aria-describedby="qr-hint${fault && ' qr-fault'}"${fault && html` aria-invalid="true"`}>${fault?.qrText}</textarea></div>
<button type="submit">Đọc mã</button>
</form>
<h2>Yêu cầu thanh toán gần đây</h2>
${Recent(requests, ['Nội dung', 'Số tiền', 'Tình trạng'], (request) => [
  html`<a href="/thanh-toan/${request.id}">${request.reference}</a> ${request.description}`,
  html`${dong(request.amount)}`,
  html`${STATUS[request.status]}`,
])}
<h2>Giao dịch gần đây</h2>
<p><a href="/sao-ke.csv" download>Tải sao kê (CSV)</a></p>
${Recent(statement, ['Giao dịch', 'Số tiền', 'Nội dung'], (entry) => [
  html`${entry.transactionId}`,
  html`${entry.direction === 'out' && '−'}${dong(entry.amount)}`,
  html`${entry.content}${entry.direction === 'in' && !entry.requestId && ' (không theo yêu cầu nào)'}`,
])}`,
  );
}

function Recent<T>(rows: readonly T[], heads: readonly string[], cells: (row: T) => readonly SafeHtml[]): SafeHtml {
  if (rows.length === 0) return html`<p>Chưa có.</p>`;
  return html`<div class="scroll"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows
    .slice(-20)
    .reverse()
    .map((row) => html`<tr>${cells(row).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

export function PayPage(request: PaymentRequest): string {
  const { account } = request;
  return bankPage(
    'Thanh toán',
    html`<dl><dt>Người nhận</dt><dd>${account.name}</dd><dt>Tài khoản</dt><dd>${account.number}, ngân hàng ${account.bin}</dd>
<dt>Số tiền</dt><dd class="amount">${dong(request.amount)}</dd><dt>Nội dung</dt><dd>${request.reference}</dd><dt>Diễn giải</dt><dd>${request.description}</dd>
<dt>Tình trạng</dt><dd>${STATUS[request.status]}</dd></dl>
${
  request.status !== 'paid' &&
  html`<form method="post">
<div class="field"><label for="mode">Ngân hàng sẽ xử sự thế nào</label>
<select id="mode" name="mode">${Object.entries(MODES).map(([mode, label]) => html`<option value="${mode}">${label}</option>`)}</select></div>
<button type="submit">Trả ${dong(request.amount)}</button>
</form>`
}
${request.returnUrl && html`<p><a href="${request.returnUrl}">Trở lại nơi yêu cầu thanh toán</a></p>`}
<p><a href="/">Về trang đầu</a></p>`,
  );
}

/** A scanned transfer that pays no known request: the amount may still have to be typed. */
export function TransferPage(transfer: QrTransfer, qrText: string): string {
  return bankPage(
    'Chuyển tiền',
    html`<dl><dt>Tài khoản nhận</dt><dd>${transfer.account}, ngân hàng ${transfer.bin}</dd><dt>Nội dung</dt><dd>${transfer.content || 'không có'}</dd></dl>
<form method="post" action="/chuyen-tien">
<input type="hidden" name="qrText" value="${qrText}">
<div class="field"><label for="amount">Số tiền (đồng)</label>
<input class="short" type="number" id="amount" name="amount" min="1" step="1" required value="${transfer.amount ?? ''}"></div>
<button type="submit">Chuyển</button>
</form>
<p><a href="/">Về trang đầu</a></p>`,
  );
}

export function TransferredPage({ transactionId, amount, account }: StatementEntry): string {
  return bankPage(
    'Đã chuyển',
    html`<p>Giao dịch <strong>${transactionId}</strong>: ${dong(amount)} vào tài khoản ${account}.</p><p><a href="/">Về trang đầu</a></p>`,
  );
}

export function NotFoundPage(): string {
  return bankPage(
    'Không tìm thấy',
    html`<p>Không có yêu cầu thanh toán này, hoặc ngân hàng mô phỏng đã khởi động lại.</p><p><a href="/">Về trang đầu</a></p>`,
  );
}

function bankPage(title: string, content: SafeHtml): string {
  return renderPage({ title, simulated: 'ngân hàng', content });
}
