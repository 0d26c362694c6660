/** Password page: an officer gives the old password and chooses another. */
import { defineTexts } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { useLocale } from '../../web/frame.tsx';
import { AccountLayout } from './account-layout.tsx';

export interface PasswordPageProps {
  readonly officer: boolean;
  readonly shortest: number;
  readonly errors: readonly FieldError[];
  readonly changed: boolean;
}

const texts = defineTexts({
  title: { vi: 'Đổi mật khẩu', en: 'Change password' },
  old: { vi: 'Mật khẩu đang dùng', en: 'Present password' },
  next: { vi: 'Mật khẩu mới', en: 'New password' },
  hint: {
    vi: (shortest: number) =>
      `Ít nhất ${shortest} ký tự. Một câu dễ nhớ với mình, khó đoán với người khác là tốt nhất.`,
    en: (shortest: number) => `At least ${shortest} characters. A sentence easy for you and hard for others is best.`,
  },
  again: { vi: 'Nhập lại mật khẩu mới', en: 'New password again' },
  save: { vi: 'Đổi mật khẩu', en: 'Change password' },
  done: {
    vi: 'Mật khẩu đã được đổi. Các phiên khác của tài khoản này đã kết thúc.',
    en: 'The password has been changed. All other sessions of this account have ended.',
  },
});

export function PasswordPage({ officer, shortest, errors, changed }: PasswordPageProps) {
  const words = texts(useLocale());
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const field = { type: 'password', maxLength: 200, width: 24 } as const;
  return (
    <AccountLayout officer={officer} title={words.title}>
      <ErrorSummary errors={errors} />
      <h1>{words.title}</h1>
      {changed && (
        <Notice kind="success">
          <p>{words.done}</p>
        </Notice>
      )}
      <CommandForm action="/tai-khoan/mat-khau">
        <TextInput {...field} name="old" label={words.old} autocomplete="current-password" error={errorOf('old')} />
        <TextInput
          {...field}
          name="next"
          label={words.next}
          hint={words.hint(shortest)}
          autocomplete="new-password"
          error={errorOf('next')}
        />
        <TextInput {...field} name="again" label={words.again} autocomplete="new-password" error={errorOf('again')} />
        <Button>{words.save}</Button>
      </CommandForm>
    </AccountLayout>
  );
}
