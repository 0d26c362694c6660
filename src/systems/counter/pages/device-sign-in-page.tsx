/** Device sign-in: the code from the administrator, typed once at the kiosk or the display. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary, type FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';

export const DEVICE = '/thiet-bi';

const texts = defineTexts({
  title: { vi: 'Ki-ốt, màn hình của nơi tiếp nhận', en: 'Kiosk or display of a reception office' },
  about: {
    vi: 'Trang này dành cho thiết bị đặt tại nơi tiếp nhận. Quản trị viên cấp mã, dùng được một lần trong 30 phút.',
    en: 'This page is for devices of a reception office. The administrator gives a code that works once, within 30 minutes.',
  },
  code: { vi: 'Mã thiết bị', en: 'Device code' },
  hint: { vi: '16 chữ và số', en: '16 letters and digits' },
  go: { vi: 'Vào', en: 'Go on' },
});

export function DeviceSignInPage({ error }: { readonly error?: string }) {
  const words = texts(useFrame().locale);
  const errors: readonly FieldError[] = error === undefined ? [] : [{ name: 'code', message: error }];
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        <CommandForm action={DEVICE}>
          <TextInput
            name="code"
            label={words.code}
            hint={words.hint}
            error={error}
            autocomplete="off"
            maxLength={30}
            width={24}
          />
          <Button>{words.go}</Button>
        </CommandForm>
      </div>
    </CitizenLayout>
  );
}
