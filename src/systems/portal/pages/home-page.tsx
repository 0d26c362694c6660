/** Home page: find a procedure, start from an event of life, see where a dossier is, read what is new. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Alert } from '../../../platform/web/components/alert-band/alert-band.tsx';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import type { IconName } from '../../../platform/web/components/icon/icon.tsx';
import { LinkList } from '../../../platform/web/components/link-list/link-list.tsx';
import { Panel } from '../../../platform/web/components/panel/panel.tsx';
import { QuestionBand } from '../../../platform/web/components/question-band/question-band.tsx';
import { SearchBox } from '../../../platform/web/components/search-box/search-box.tsx';
import { SectionHeading } from '../../../platform/web/components/section-heading/section-heading.tsx';
import { type SiteLink, useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { type NewsItem, NewsList } from './news-list.tsx';

export interface LifeEventCard {
  readonly name: LocalText;
  /** Its procedures in a few words, separated by commas. */
  readonly detail: LocalText;
  readonly icon: IconName;
  readonly href: string;
}

export interface HomePageProps {
  alerts?: readonly Alert[];
  /** What is searched for most, at most three. */
  popular: readonly SiteLink[];
  lifeEvents: readonly LifeEventCard[];
  /** A code in the form it has in this province: "H53.15-261123-0001". */
  exampleCode: string;
  /** Announcements, newest first; the section is left out when there are none. */
  notices: readonly NewsItem[];
  /** Procedures that are new or have changed, newest first; likewise. */
  changes: readonly NewsItem[];
  paths: { readonly search: string; readonly track: string; readonly notices?: string; readonly changes?: string };
}

const texts = defineTexts({
  title: { vi: 'Trang chủ', en: 'Home' },
  question: { vi: 'Bạn cần làm thủ tục gì?', en: 'What do you need to get done?' },
  searchLabel: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  example: { vi: 'Ví dụ: khai sinh cho con', en: 'For example: birth registration' },
  popular: { vi: 'Nhiều người đang tìm', en: 'Often searched' },
  lifeEvents: { vi: 'Theo việc trong đời', en: 'By life event' },
  track: { vi: 'Hồ sơ của tôi đến đâu rồi?', en: 'Where is my dossier?' },
  trackAbout: {
    vi: 'Không cần đăng nhập. Xem được bước đang làm, nơi giữ hồ sơ và ngày trả kết quả.',
    en: 'No sign-in needed. See the present step, who holds the dossier and when the result is due.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  codeHint: { vi: 'In trên giấy tiếp nhận, ví dụ', en: 'Printed on the receipt, for example' },
  find: { vi: 'Tra cứu', en: 'Look up' },
  notices: { vi: 'Thông báo', en: 'Announcements' },
  changes: { vi: 'Thủ tục mới thay đổi', en: 'Procedures changed lately' },
});

export function HomePage(props: HomePageProps) {
  const { alerts, popular, lifeEvents, exampleCode, notices, changes, paths } = props;
  const words = texts(useLocale());
  return (
    <CitizenLayout
      title={words.title}
      alerts={alerts}
      band={
        <QuestionBand
          question={words.question}
          popular={{
            label: words.popular,
            links: popular.map(({ label, href }) => ({ label: <Local text={label} />, href })),
          }}
        >
          <SearchBox action={paths.search} label={words.searchLabel} placeholder={words.example} />
        </QuestionBand>
      }
    >
      <div class="vc-sections">
        {lifeEvents.length > 0 && (
          <section>
            <SectionHeading>{words.lifeEvents}</SectionHeading>
            <LinkList
              columns
              rows={lifeEvents.map(({ name, detail, icon, href }) => ({
                href,
                icon,
                title: <Local text={name} />,
                detail: <Local text={detail} terms />,
              }))}
            />
          </section>
        )}
        <Panel title={words.track} about={words.trackAbout}>
          <form class="vc-field-row" action={paths.track}>
            <TextInput
              name="ma"
              label={words.code}
              hint={
                <>
                  {words.codeHint} <span class="vc-whole">{exampleCode}</span>
                </>
              }
              autocomplete="off"
            />
            <Button variant="secondary">{words.find}</Button>
          </form>
        </Panel>
        <News notices={notices} changes={changes} paths={paths} words={words} />
      </div>
    </CitizenLayout>
  );
}

type NewsProps = Pick<HomePageProps, 'notices' | 'changes' | 'paths'> & { words: ReturnType<typeof texts> };

function News({ notices, changes, paths, words }: NewsProps) {
  const lists = [
    { title: words.notices, items: notices, all: paths.notices },
    { title: words.changes, items: changes, all: paths.changes },
  ].filter((list) => list.items.length > 0);
  if (lists.length === 0) return null;
  return (
    <div class={lists.length > 1 ? 'vc-halves' : undefined}>
      {lists.map((list) => (
        <NewsList key={list.title} {...list} />
      ))}
    </div>
  );
}
