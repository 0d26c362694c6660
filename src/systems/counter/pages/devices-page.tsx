/** Devices page: kiosks and displays of the province's halls; a code is shown once, to be typed on the device. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Radios } from '../../../platform/web/components/field/radios.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { DeviceKind } from '../tables.ts';
import { DEVICE } from './device-sign-in-page.tsx';

export const DEVICES = '/quan-tri/thiet-bi';

export interface ListedDevice {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly unit: LocalText;
  readonly unitCode: string | null;
  readonly state: 'in-use' | 'waits' | 'code-over' | 'revoked';
  readonly at: Instant | null;
}

export interface DevicesPageProps {
  readonly devices: readonly ListedDevice[];
  readonly typed: { readonly unit: string; readonly kind: string; readonly name: string };
  readonly error?: { readonly name: 'unit' | 'kind' | 'name'; readonly message: string };
  /** Shown in this one answer. */
  readonly code?: string;
}

const texts = defineTexts({
  title: { vi: 'Ki-ốt và màn hình gọi số', en: 'Kiosks and displays' },
  add: { vi: 'Thêm thiết bị', en: 'Add a device' },
  unit: { vi: 'Mã nơi tiếp nhận', en: 'Code of the reception office' },
  unitHint: { vi: 'Ví dụ: H53.101.1', en: 'For example: H53.101.1' },
  kind: { vi: 'Loại', en: 'Kind' },
  kiosk: { vi: 'Ki-ốt lấy số', en: 'Kiosk' },
  display: { vi: 'Màn hình gọi số', en: 'Display' },
  name: { vi: 'Tên thiết bị', en: 'Name' },
  nameHint: { vi: 'Ví dụ: Ki-ốt cửa chính', en: 'For example: kiosk at the main door' },
  make: { vi: 'Thêm và cấp mã', en: 'Add and give a code' },
  code: { vi: 'Mã của thiết bị', en: 'Code of the device' },
  codeAbout: {
    vi: 'Mở trang {page} trên thiết bị rồi nhập mã này trong 30 phút. Mã chỉ hiện một lần và chỉ dùng được một lần.',
    en: 'Open {page} on the device and type this code within 30 minutes. It is shown once and works once.',
  },
  none: { vi: 'Chưa có thiết bị nào', en: 'No devices yet' },
  noneAbout: {
    vi: 'Ki-ốt và màn hình chỉ hoạt động sau khi được thêm ở đây.',
    en: 'Kiosks and displays work once they are added here.',
  },
  state: { vi: 'Tình trạng', en: 'State' },
  office: { vi: 'Nơi tiếp nhận', en: 'Office' },
  'in-use': { vi: 'Đang dùng', en: 'In use' },
  waits: { vi: 'Chờ nhập mã', en: 'Waits for its code' },
  'code-over': { vi: 'Mã đã hết hạn', en: 'Code is over' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  act: { vi: 'Thao tác', en: 'Actions' },
  newCode: { vi: 'Cấp mã mới', en: 'New code' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  of: {
    vi: (what: string, name: string) => `${what}: ${name}`,
    en: (what: string, name: string) => `${what}: ${name}`,
  },
});

export function DevicesPage({ devices, typed, error, code }: DevicesPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const errorOf = (name: string) => (error?.name === name ? error.message : undefined);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <ErrorSummary errors={error ? [error] : []} />
        <h1>{words.title}</h1>
        {code !== undefined && (
          <Notice kind="to-do" title={words.code}>
            <p class="vc-device-code">{code}</p>
            <p>{words.codeAbout.replace('{page}', DEVICE)}</p>
          </Notice>
        )}
        {devices.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <DeviceTable devices={devices} />
        )}
        <section class="vc-act">
          <h2>{words.add}</h2>
          <CommandForm action={DEVICES}>
            <TextInput
              name="unit"
              label={words.unit}
              hint={words.unitHint}
              value={typed.unit}
              error={errorOf('unit')}
              maxLength={40}
              width={12}
            />
            <Radios
              name="kind"
              label={words.kind}
              value={typed.kind}
              error={errorOf('kind')}
              options={[
                { value: 'kiosk', label: words.kiosk },
                { value: 'display', label: words.display },
              ]}
            />
            <TextInput
              name="name"
              label={words.name}
              hint={words.nameHint}
              value={typed.name}
              error={errorOf('name')}
              maxLength={80}
              width={24}
            />
            <Button>{words.make}</Button>
          </CommandForm>
        </section>
      </div>
    </OfficerLayout>
  );
}

function DeviceTable({ devices }: Pick<DevicesPageProps, 'devices'>) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={devices}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', head: words.name, names: true, cell: ({ name }) => name },
        { key: 'kind', head: words.kind, cell: ({ kind }) => words[kind] },
        { key: 'unit', head: words.office, cell: ({ unit }) => inLanguage(unit, locale).text },
        {
          key: 'state',
          head: words.state,
          cell: ({ state, at }) => (at === null ? words[state] : `${words[state]}, ${timeInTable(at, locale)}`),
        },
        {
          key: 'act',
          head: words.act,
          cell: ({ id, name, state }) =>
            state !== 'revoked' && (
              <div class="vc-toolbar-start">
                <DeviceAct id={id} act="ma" label={words.of(words.newCode, name)}>
                  {words.newCode}
                </DeviceAct>
                <DeviceAct id={id} act="thu-hoi" label={words.of(words.revoke, name)}>
                  {words.revoke}
                </DeviceAct>
              </div>
            ),
        },
      ]}
    />
  );
}

function DeviceAct({ id, act, label, children }: { id: string; act: string; label: string; children: string }) {
  return (
    <CommandForm action={`${DEVICES}/${id}/${act}`}>
      <button class="ds-button" data-variant="tertiary" type="submit" aria-label={label}>
        {children}
      </button>
    </CommandForm>
  );
}
