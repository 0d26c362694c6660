/** New officer page: who it is and where they sit; the password is shown once on the page that follows. */
import { defineTexts } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { Checkbox } from '../../web/components/field/checkbox.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { type RoleChoice, SeatFields } from './seat-fields.tsx';

export interface NewOfficerPageProps {
  readonly roles: readonly RoleChoice[];
  readonly typed: {
    readonly login: string;
    readonly name: string;
    readonly role: string;
    readonly unit: string;
    readonly administrator: boolean;
  };
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  title: { vi: 'Tạo tài khoản cán bộ', en: 'Make an officer’s account' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  login: { vi: 'Tên đăng nhập', en: 'Login' },
  administrator: { vi: 'Là người quản trị của hệ thống', en: 'Is an administrator of the system' },
  create: { vi: 'Tạo tài khoản', en: 'Make the account' },
});

export function NewOfficerPage({ roles, typed, errors }: NewOfficerPageProps) {
  const words = texts(useLocale());
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <h1>{words.title}</h1>
        <CommandForm action="/quan-tri/tai-khoan/tao">
          <TextInput name="name" label={words.name} value={typed.name} error={errorOf('name')} width={24} />
          <TextInput name="login" label={words.login} value={typed.login} error={errorOf('login')} width={24} />
          <SeatFields roles={roles} role={typed.role} unit={typed.unit} errorOf={errorOf} optional />
          <Checkbox name="administrator" label={words.administrator} checked={typed.administrator} />
          <Button>{words.create}</Button>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}
