/** News of the wall: what happened to incidents in the last day, two at a time; a script changes them by cut. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import type { WallShown } from '../read-wall.ts';
import { centreWords, hourText } from '../words.ts';

const texts = defineTexts({
  news: { vi: 'Tin', en: 'News' },
  none: { vi: 'Không có tin trong 24 giờ qua.', en: 'No news in the last 24 hours.' },
  opened: { vi: 'Mở sự cố', en: 'Opened' },
  taken: { vi: 'Đã có người nhận', en: 'Taken' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
});

/** How many fit into the line. */
const AT_ONCE = 2;

export function WallNews({ news }: Pick<WallShown, 'news'>) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <aside class="vc-wall-news" data-slot="wall-news" aria-label={words.news}>
      <b>{words.news}</b>
      {news.length === 0 && <p>{words.none}</p>}
      <ul data-at-once={AT_ONCE}>
        {news.map(({ at, what, title, area, isDrill }, index) => (
          <li key={`${at} ${what} ${title.vi}`} hidden={index >= AT_ONCE}>
            {hourText(at)} {isDrill && `${centreWords(locale).drill}: `}
            {words[what]}: {inLanguage(title, locale).text}
            {area && `, ${inLanguage(area, locale).text}`}
          </li>
        ))}
      </ul>
    </aside>
  );
}
