/** Waiting page: the dossiers that the national portal does not know as they are, since when, why, and a way to try again now. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { StatTile } from '../../../platform/web/components/stat-tile/stat-tile.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { FAULT_NAMES } from '../fault-words.ts';
import type { Line } from '../line.ts';
import type { WaitingCount, WaitingDossier } from '../waiting.ts';
import { WaitingTable } from './waiting-table.tsx';

export interface WaitingPageProps {
  readonly path: string;
  /** Host of the portal; undefined where none is set up. */
  readonly peer: string | undefined;
  readonly line: Line;
  readonly count: WaitingCount;
  readonly dossiers: readonly WaitingDossier[];
  /** Only those whose last try failed. */
  readonly failed: boolean;
  readonly asOf: Instant;
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Đồng bộ với Cổng Dịch vụ công quốc gia', en: 'Sync with the national portal' },
  notSetUp: { vi: 'Chưa đặt địa chỉ của cổng quốc gia', en: 'No address of the national portal is set' },
  notSetUpHow: {
    vi: 'Thông điệp vẫn được ghi lại theo thứ tự và sẽ được gửi khi có NATIONAL_URL, NATIONAL_ACCOUNT, NATIONAL_SECRET.',
    en: 'Messages are written down in order and go out once NATIONAL_URL, NATIONAL_ACCOUNT and NATIONAL_SECRET are set.',
  },
  failing: {
    vi: (since: string) => `Không gửi được từ ${since}`,
    en: (since: string) => `Nothing gets through since ${since}`,
  },
  tryAt: { vi: (at: string) => `Chương trình tự thử lại lúc ${at}.`, en: (at: string) => `The next try is at ${at}.` },
  retryAll: { vi: 'Thử lại ngay', en: 'Try again now' },
  waiting: { vi: 'Hồ sơ chưa đồng bộ', en: 'Dossiers not synced' },
  withFault: { vi: 'Lần gửi cuối bị lỗi', en: 'Whose last try failed' },
  lastSent: { vi: 'Gửi được gần nhất', en: 'Last one sent' },
  dossiers: { vi: 'hồ sơ', en: 'dossiers' },
  since: { vi: (at: string) => `Chờ lâu nhất từ ${at}`, en: (at: string) => `The longest waits since ${at}` },
  asOf: { vi: (at: string) => `Số liệu đến ${at}`, en: (at: string) => `As of ${at}` },
  peer: { vi: (host: string) => `Nơi nhận: ${host}`, en: (host: string) => `Sent to ${host}` },
  never: { vi: 'Chưa gửi lần nào', en: 'Nothing was sent yet' },
  someFailed: {
    vi: (many: number) => `${many} hồ sơ gửi bị lỗi`,
    en: (many: number) => `${many} dossiers were not taken`,
  },
  eachAgain: {
    vi: 'Mỗi hồ sơ được tự gửi lại vào lúc ghi trong bảng.',
    en: 'Each is sent again at the time in the table.',
  },
  list: { vi: 'Hồ sơ đang chờ', en: 'Dossiers that wait' },
  state: { vi: 'Tình trạng', en: 'State' },
  all: { vi: 'Tất cả', en: 'All' },
  failed: { vi: 'Bị lỗi', en: 'Failed' },
  none: { vi: 'Mọi hồ sơ đã đồng bộ', en: 'Every dossier is synced' },
  noneFailed: { vi: 'Không có hồ sơ nào bị lỗi', en: 'No dossier has failed' },
  shown: { vi: (count: number) => `${count} hồ sơ`, en: (count: number) => `${count} dossiers` },
});

export function WaitingPage(props: WaitingPageProps) {
  const { path, peer, dossiers, failed, next } = props;
  const words = texts(useLocale());
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        {peer === undefined && (
          <Notice kind="warning" title={words.notSetUp}>
            <p>{words.notSetUpHow}</p>
          </Notice>
        )}
        <Failing {...props} />
        <Tiles {...props} />
        <h2>{words.list}</h2>
        <FilterBar
          action={path}
          filters={[
            {
              name: 'tinh-trang',
              label: words.state,
              value: failed ? 'loi' : '',
              options: [
                { value: '', label: words.all },
                { value: 'loi', label: words.failed },
              ],
            },
          ]}
        />
        {dossiers.length === 0 ? (
          <EmptyState title={failed ? words.noneFailed : words.none} />
        ) : (
          <>
            <WaitingTable
              caption={words.list}
              path={path}
              dossiers={dossiers}
              canRetry={props.line.failing_since === null}
            />
            <Pagination summary={words.shown(dossiers.length)} {...(next === undefined ? {} : { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

/** The line as a whole, or single dossiers: either is tried again from here. */
function Failing({ path, line, count }: WaitingPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const { failing_since: since, try_at: tryAt, fault, said } = line;
  const again = (
    <CommandForm action={`${path}/thu-lai`}>
      <Button>{words.retryAll}</Button>
    </CommandForm>
  );
  if (since !== null && fault !== null)
    return (
      <Notice kind="danger" title={words.failing(timeInSentence(since, locale))}>
        <p>
          {inLanguage(FAULT_NAMES[fault], locale).text}
          {said && ` (${said})`}. {tryAt !== null && words.tryAt(timeInSentence(tryAt, locale))}
        </p>
        {again}
      </Notice>
    );
  if (count.failed === 0) return null;
  return (
    <Notice kind="warning" title={words.someFailed(count.failed)}>
      <p>{words.eachAgain}</p>
      {again}
    </Notice>
  );
}

function Tiles({ peer, line, count, asOf }: WaitingPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const at = words.asOf(timeInTable(asOf, locale));
  const shown = (many: number) => (many >= 1000 ? '999+' : String(many));
  return (
    <div class="vc-stats">
      <StatTile
        label={words.waiting}
        value={shown(count.dossiers)}
        unit={words.dossiers}
        parts={count.since === null ? undefined : words.since(timeInTable(count.since, locale))}
        asOf={at}
      />
      <StatTile
        label={words.withFault}
        value={shown(count.failed)}
        unit={words.dossiers}
        asOf={at}
        {...(count.failed > 0 && { tone: 'danger' })}
      />
      <StatTile
        label={words.lastSent}
        value={line.sent_at === null ? words.never : timeInTable(line.sent_at, locale)}
        asOf={peer === undefined ? words.notSetUp : words.peer(peer)}
      />
    </div>
  );
}
