/** Why a drafted form cannot be shown yet. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import type { Fault } from '../../../platform/pack/fault.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import { PreviewLayout } from '../../../platform/web/layouts/preview-layout.tsx';

const texts = defineTexts({
  title: { vi: 'Chưa xem thử được', en: 'It cannot be shown yet' },
  about: { vi: 'Sửa các lỗi sau của biểu mẫu:', en: 'Mend these faults of the form:' },
});

export function TrialFaultsPage({ faults }: { faults: readonly Fault[] }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <PreviewLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        <ul class="vc-list">
          {faults.map(({ message }, index) => (
            <li key={index}>{message[locale]}</li>
          ))}
        </ul>
      </div>
    </PreviewLayout>
  );
}
