/** The pages of the calendar beside each other. */
import { defineTexts } from '../../i18n/texts.ts';
import { Tabs } from '../../web/components/tabs/tabs.tsx';
import { useLocale } from '../../web/frame.tsx';
import { settingTexts } from '../../settings/pages/setting-words.ts';

export const CALENDAR = '/quan-tri/lich';

export const calendarTexts = defineTexts({
  title: { vi: 'Lịch làm việc', en: 'Working calendar' },
  days: { vi: 'Ngày nghỉ', en: 'Days off' },
  hours: { vi: 'Giờ làm việc', en: 'Hours' },
  limits: { vi: 'Mốc, ngày nghỉ hằng tuần', en: 'Limits, weekly rest' },
  unconfirmed: { vi: 'Chưa xác nhận', en: 'Not confirmed' },
  source: { vi: 'Căn cứ', en: 'Basis' },
  sourceHint: {
    vi: 'Tên, số, ngày của văn bản; được in trong lời giải thích hạn trả',
    en: 'Name, number and date of the document; printed in the explanation of due times',
  },
  confirmed: { vi: 'Đã có văn bản xác nhận', en: 'A document confirms it' },
  toDraft: { vi: 'Ghi vào bản nháp', en: 'Save to the draft' },
  draftEffect: {
    vi: 'Chỉ ghi vào bản nháp: chưa đổi hạn của hồ sơ nào cho đến khi công bố.',
    en: 'Goes into the draft only: no due time moves until it is published.',
  },
  fromDraft: {
    vi: 'Đang xem lịch theo bản nháp, chưa áp dụng.',
    en: 'This is the calendar of the draft, not in force yet.',
  },
});

export function CalendarTabs({ here }: { readonly here: string }) {
  const locale = useLocale();
  const words = calendarTexts(locale);
  const shared = settingTexts(locale);
  const tabs = [
    { label: words.days, href: CALENDAR },
    { label: words.hours, href: `${CALENDAR}/gio` },
    { label: words.limits, href: `${CALENDAR}/moc` },
    { label: shared.draft, href: `${CALENDAR}/ban-nhap` },
    { label: shared.versions, href: `${CALENDAR}/phien-ban` },
  ];
  return <Tabs label={words.title} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === here }))} />;
}
