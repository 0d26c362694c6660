/** Closed file page: why a file cannot be opened now. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';

const texts = defineTexts({ title: { vi: 'Chưa mở được tệp', en: 'This file cannot be opened' } });

export function ClosedFilePage({ name, reason }: { name: string; reason: string }) {
  const words = texts(useLocale());
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <h1>{words.title}</h1>
        <p>{name}</p>
        <p>{reason}</p>
      </div>
    </CitizenLayout>
  );
}
