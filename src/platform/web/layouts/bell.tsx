/** Bell: the way to one's notifications, with how many are not read; the number is told in words too. */
import { defineTexts } from '../../i18n/texts.ts';
import { Icon } from '../components/icon/icon.tsx';
import { type Reader, useLocale } from '../frame.tsx';

const texts = defineTexts({
  title: { vi: 'Thông báo', en: 'Notifications' },
  unread: { vi: 'chưa đọc', en: 'unread' },
});

const MOST = 99;

interface BellProps {
  reader: Extract<Reader, { signedIn: true }>;
  /** Beside the menu of a phone there is no room for the word: it is heard, not seen. */
  short?: boolean;
}

export function Bell({ reader, short }: BellProps) {
  const words = texts(useLocale());
  const { inbox, unread } = reader;
  return (
    <a class="vc-bell" href={inbox}>
      <Icon name="bell" />
      <span class={short ? 'ds-sr-only' : undefined}>{words.title}</span>
      {unread > 0 && (
        <>
          {' '}
          <span class="vc-count">{unread > MOST ? `${MOST}+` : unread}</span>{' '}
          <span class="ds-sr-only">{words.unread}</span>
        </>
      )}
    </a>
  );
}
