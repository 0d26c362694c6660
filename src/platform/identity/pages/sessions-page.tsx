/** Sessions page: where one's account is signed in, and a button to end each. */
import { defineTexts, type Locale } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { SummaryList } from '../../web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../web/frame.tsx';
import { AccountLayout } from './account-layout.tsx';

export interface SessionLine {
  readonly id: string;
  readonly current: boolean;
  /** "Firefox, Windows". */
  readonly browser: string;
  readonly address: string;
  readonly since: string;
  readonly lastSeen: string;
}

export interface SessionsPageProps {
  readonly officer: boolean;
  /** Whoever has a password here may change it. */
  readonly hasPassword: boolean;
  readonly sessions: readonly SessionLine[];
}

const texts = defineTexts({
  title: { vi: 'Các phiên đăng nhập', en: 'Your sessions' },
  intro: {
    vi: 'Nếu thấy một phiên không phải của mình, hãy kết thúc phiên đó.',
    en: 'If one of these is not yours, end it.',
  },
  here: { vi: 'phiên này', en: 'this one' },
  address: { vi: 'Địa chỉ mạng', en: 'Network address' },
  since: { vi: 'Đăng nhập lúc', en: 'Signed in' },
  lastSeen: { vi: 'Dùng lần cuối', en: 'Last used' },
  end: { vi: 'Kết thúc phiên', en: 'End session' },
  endOf: {
    vi: (browser: string, since: string) => `trên ${browser}, bắt đầu ${since}`,
    en: (browser: string, since: string) => `on ${browser}, begun ${since}`,
  },
  endOthers: { vi: 'Kết thúc mọi phiên khác', en: 'End all other sessions' },
  password: { vi: 'Đổi mật khẩu', en: 'Change password' },
});

export function SessionsPage({ officer, hasPassword, sessions }: SessionsPageProps) {
  const words = texts(useLocale());
  return (
    <AccountLayout officer={officer} title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {sessions.map((session) => (
        <SessionSection key={session.id} session={session} />
      ))}
      {sessions.length > 1 && (
        <CommandForm action="/tai-khoan/phien/ket-thuc-khac">
          <Button>{words.endOthers}</Button>
        </CommandForm>
      )}
      {hasPassword && (
        <p>
          <a class="ds-link" href="/tai-khoan/mat-khau">
            {words.password}
          </a>
        </p>
      )}
    </AccountLayout>
  );
}

function SessionSection({ session }: { session: SessionLine }) {
  const words = texts(useLocale());
  // no landmark of its own: two sessions of one browser would bear one name
  return (
    <div class="vc-rows">
      <h2>
        {session.browser}
        {session.current && ` (${words.here})`}
      </h2>
      <SummaryList
        rows={[
          { label: words.since, value: session.since },
          { label: words.lastSeen, value: session.lastSeen },
          { label: words.address, value: session.address },
        ]}
      />
      <CommandForm action={`/tai-khoan/phien/${session.id}/ket-thuc`}>
        <Button variant="secondary">
          {words.end}
          <span class="ds-sr-only"> {words.endOf(session.browser, session.since)}</span>
        </Button>
      </CommandForm>
    </div>
  );
}

const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/coc_coc_browser|CocCoc/i, 'Cốc Cốc'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** From the user agent, as far as it tells. */
export function browserName(userAgent: string, locale: Locale): string {
  const first = (names: readonly [RegExp, string][]) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const known = [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(', ');
  return known === '' ? { vi: 'Không rõ', en: 'Unknown' }[locale] : known;
}
