/** The pages of the simulated VNeID. */
import { html, type SafeHtml, trusted } from '../html.ts';
import { renderPage } from '../page.ts';
import type { Level } from './levels.ts';
import type { Account } from './people.ts';

/** The PIN of everybody here, printed on the page: what is simulated is the step, not the secret. */
export const PIN = '123456';

export interface SignInProps {
  readonly clientName: string;
  readonly scopes: readonly string[];
  /** The level this sign-in will have; 2 asks for the PIN. */
  readonly level: Level;
  readonly accounts: readonly Account[];
  /** The account already chosen, by hint or by the answer that is being corrected. */
  readonly chosen: string | undefined;
  readonly fault?: { readonly field: 'account' | 'pin'; readonly text: string };
}

const FIRST_FIELD = { account: 'account-0', pin: 'pin' } as const;

const SHARED: Readonly<Record<string, string>> = {
  profile: 'họ tên, số định danh cá nhân, ngày sinh, giới tính',
  phone: 'số điện thoại',
  email: 'thư điện tử',
  residence: 'nơi thường trú',
  organization: 'tên, mã số thuế và địa chỉ của tổ chức (nếu đăng nhập thay tổ chức)',
};

export function SignInPage({ clientName, scopes, level, accounts, chosen, fault }: SignInProps): string {
  const shared = scopes.flatMap((scope) => SHARED[scope] ?? []).join('; ');
  return vneidPage(
    fault ? 'Chưa đăng nhập được' : 'Chọn người để đăng nhập',
    html`${fault && html`<p class="fault" id="fault" role="alert"><a href="#${FIRST_FIELD[fault.field]}">${fault.text}</a></p>`}
<p><strong>${clientName}</strong> đề nghị đăng nhập ở <strong>mức ${level}</strong>${shared && html` và sẽ nhận: ${shared}`}.</p>
<form method="post">
<fieldset${fault?.field === 'account' && html` aria-describedby="fault"`}>
<legend>Đăng nhập bằng tài khoản của</legend>
${accounts.map((account, index) => Choice(account, index, chosen))}
</fieldset>
${level === 2 && PinField(fault?.field === 'pin')}
<div class="buttons"><button type="submit" name="answer" value="sign-in">Đăng nhập</button>
<button type="submit" class="quiet" name="answer" value="refuse">Không đăng nhập</button></div>
</form>`,
  );
}

function Choice({ sub, person, organization }: Account, index: number, chosen: string | undefined): SafeHtml {
  const id = `account-${index}`;
  return html`<div class="choice"><input type="radio" name="account" id="${id}" value="${sub}"${sub === chosen && html` checked`}>
<label for="${id}">${organization ? organization.name : person.name}
<small>${
    organization
      ? `Tổ chức, mã số thuế ${organization.taxCode}; ${person.name}, ${organization.role}`
      : `${person.personalNumber}, sinh năm ${person.birthDate.slice(0, 4)}, tài khoản mức ${person.level}`
  }</small>
${!organization && html`<small>${person.story}</small>`}</label></div>`;
}

function PinField(isFaulty: boolean): SafeHtml {
  return html`<div class="field"><label for="pin">Mã PIN (mức 2)</label>
<p class="hint" id="pin-hint">Ai ở đây cũng dùng mã PIN mô phỏng ${PIN}.</p>
<input class="short" type="text" id="pin" name="pin" inputmode="numeric" autocomplete="off" aria-describedby="pin-hint${isFaulty && ' fault'}"${isFaulty && html` aria-invalid="true"`}></div>`;
}

/** `form` is the provider's own empty form, named `op.logoutForm`. */
export function SignOutPage(form: string): string {
  return vneidPage(
    'Đăng xuất khỏi VNeID?',
    html`${trusted(form)}
<p>Nếu ở lại, lần đăng nhập sau trên trình duyệt này không phải chọn người nữa.</p>
<div class="buttons"><button type="submit" form="op.logoutForm" name="logout" value="yes">Đăng xuất</button>
<button type="submit" class="quiet" form="op.logoutForm">Ở lại</button></div>`,
  );
}

export function SignedOutPage(): string {
  return vneidPage('Đã đăng xuất', html`<p>Có thể đóng trang này.</p>`);
}

export function ErrorPage(error: string, description: string | undefined): string {
  return vneidPage(
    'Không thực hiện được yêu cầu đăng nhập',
    html`<p>Hãy trở lại trang trước và bắt đầu đăng nhập lại.</p>
<dl><dt>Mã lỗi</dt><dd><code>${error}</code></dd><dt>Chi tiết</dt><dd lang="en">${description ?? error}</dd></dl>`,
  );
}

function vneidPage(title: string, content: SafeHtml): string {
  return renderPage({ title, simulated: 'VNeID', content });
}
