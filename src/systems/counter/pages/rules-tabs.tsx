/** The pages of the counter's rules beside each other. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { settingTexts } from '../../../platform/settings/pages/setting-words.ts';
import { Tabs } from '../../../platform/web/components/tabs/tabs.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';

export const RULES = '/quan-tri/quay';

export const rulesTexts = defineTexts({
  title: { vi: 'Quy tắc của quầy', en: 'Rules of the counter' },
  fromDraft: {
    vi: 'Đang xem quy tắc theo bản nháp, chưa áp dụng.',
    en: 'These are the rules of the draft, not in force yet.',
  },
  toDraft: { vi: 'Ghi vào bản nháp', en: 'Save to the draft' },
  draftEffect: {
    vi: 'Chỉ ghi vào bản nháp: quầy vẫn theo quy tắc đang áp dụng cho đến khi công bố.',
    en: 'Goes into the draft only: the counter keeps the rules in force until it is published.',
  },
  groups: { vi: 'Nhóm việc', en: 'Groups of services' },
  grounds: { vi: 'Lý do ưu tiên', en: 'Grounds of priority' },
});

export function RulesTabs({ here }: { readonly here: string }) {
  const locale = useLocale();
  const words = rulesTexts(locale);
  const shared = settingTexts(locale);
  const tabs = [
    { label: words.title, href: RULES },
    { label: shared.draft, href: `${RULES}/ban-nhap` },
    { label: shared.versions, href: `${RULES}/phien-ban` },
  ];
  return <Tabs label={words.title} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === here }))} />;
}
