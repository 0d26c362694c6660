/** The pages of the kinds of incidents beside each other. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { settingTexts } from '../../../../platform/settings/pages/setting-words.ts';
import { Tabs } from '../../../../platform/web/components/tabs/tabs.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';

export const KINDS = '/quan-tri/loai-su-co';

export const kindsTexts = defineTexts({
  title: { vi: 'Loại sự cố', en: 'Kinds of incidents' },
  fromDraft: {
    vi: 'Đang xem theo bản nháp, chưa áp dụng.',
    en: 'These are those of the draft, not in force yet.',
  },
  toDraft: { vi: 'Ghi vào bản nháp', en: 'Save to the draft' },
  draftEffect: {
    vi: 'Chỉ ghi vào bản nháp: sự cố vẫn theo quy tắc đang áp dụng cho đến khi công bố.',
    en: 'Goes into the draft only: incidents keep the rules in force until it is published.',
  },
});

export function KindsTabs({ here }: { readonly here: string }) {
  const locale = useLocale();
  const shared = settingTexts(locale);
  const { title } = kindsTexts(locale);
  const tabs = [
    { label: title, href: KINDS },
    { label: shared.draft, href: `${KINDS}/ban-nhap` },
    { label: shared.versions, href: `${KINDS}/phien-ban` },
  ];
  return <Tabs label={title} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === here }))} />;
}
