/** Tracking page: where a dossier is, for anyone who has its code, without a word about the person. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { SummaryList, type SummaryRow } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';

export interface Tracked {
  readonly code: string;
  readonly procedure: LocalText;
  readonly status: LocalText;
  readonly step: LocalText | undefined;
  readonly holder: LocalText | undefined;
  readonly promisedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly changedAt: Instant;
}

export interface TrackPageProps {
  asked: string;
  found: Tracked | undefined;
}

const texts = defineTexts({
  title: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' },
  about: {
    vi: 'Không cần đăng nhập. Trang này không hiện thông tin cá nhân.',
    en: 'No sign-in needed. No personal data is shown here.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  hint: { vi: 'In trên giấy tiếp nhận, bắt đầu bằng H53.', en: 'Printed on the receipt; it begins with H53.' },
  find: { vi: 'Tra cứu', en: 'Look up' },
  none: { vi: 'Không có hồ sơ nào mang mã này', en: 'No dossier has this code' },
  noneAbout: {
    vi: 'Kiểm tra lại từng ký tự, kể cả dấu chấm và gạch nối.',
    en: 'Check each sign, dots and hyphens too.',
  },
  step: { vi: 'Bước', en: 'Step' },
  holder: { vi: 'Nơi đang giữ hồ sơ', en: 'Held by' },
  promised: { vi: 'Hẹn trả kết quả', en: 'Result promised' },
  due: { vi: 'Hạn hiện tại', en: 'Due now' },
  changed: { vi: 'Cập nhật', en: 'Updated' },
  mine: { vi: 'Là hồ sơ của bạn? Mở trang hồ sơ (cần đăng nhập).', en: 'Is it yours? Open its page (sign-in needed).' },
});

export function TrackPage({ asked, found }: TrackPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <CitizenLayout title={found ? `${words.title}: ${found.code}` : words.title}>
      <div class="vc-reading vc-sections">
        <div class="vc-rows">
          <h1>{words.title}</h1>
          <p class="vc-quiet">{words.about}</p>
          <form class="vc-field-row" action="/tra-cuu">
            <TextInput name="ma" label={words.code} hint={words.hint} value={asked} autocomplete="off" />
            <Button variant={found ? 'secondary' : 'primary'}>{words.find}</Button>
          </form>
        </div>
        {found && (
          <section class="vc-rows">
            <div>
              <p class="vc-quiet vc-small vc-whole">{found.code}</p>
              <h2>
                <Local text={found.procedure} />
              </h2>
            </div>
            <p class="vc-lead">
              <Local text={found.status} />
            </p>
            <SummaryList rows={rowsOf(found, words, locale)} />
            <p>
              <a class="ds-link" href={`/ho-so/${found.code}`}>
                {words.mine}
              </a>
            </p>
          </section>
        )}
        {!found && asked !== '' && <EmptyState title={words.none}>{words.noneAbout}</EmptyState>}
      </div>
    </CitizenLayout>
  );
}

function rowsOf(found: Tracked, words: ReturnType<typeof texts>, locale: 'vi' | 'en'): SummaryRow[] {
  const named = (label: string, text: LocalText | undefined): SummaryRow[] =>
    text ? [{ label, value: <Local text={text} /> }] : [];
  const timed = (label: string, at: Instant | null): SummaryRow[] =>
    at === null ? [] : [{ label, value: timeInSentence(at, locale) }];
  return [
    ...named(words.step, found.step),
    ...named(words.holder, found.holder),
    ...timed(words.promised, found.promisedAt),
    ...(found.dueAt === found.promisedAt ? [] : timed(words.due, found.dueAt)),
    { label: words.changed, value: timeInTable(found.changedAt, locale) },
  ];
}
