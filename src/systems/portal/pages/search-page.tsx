/** Search page: procedures that answer a question, narrowed by field, level, who and online kind, all in the URL. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import type { Alert } from '../../../platform/web/components/alert-band/alert-band.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { type Facet, Facets } from '../../../platform/web/components/facets/facets.tsx';
import { LinkList } from '../../../platform/web/components/link-list/link-list.tsx';
import { Pagination, type PaginationProps } from '../../../platform/web/components/pagination/pagination.tsx';
import { SearchBox } from '../../../platform/web/components/search-box/search-box.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { FactText } from './fact-text.tsx';
import type { Fact, OnlineLevel } from './procedure-view.ts';
import { procedureTexts } from './procedure-texts.ts';

export interface FoundProcedure {
  readonly code: string;
  readonly name: LocalText;
  readonly field: LocalText;
  readonly href: string;
  readonly term: Fact;
  readonly online: OnlineLevel;
}

export interface SearchPageProps {
  alerts?: readonly Alert[];
  /** Where the search box goes. */
  action: string;
  query: string;
  /** Formatted, "999+" when there are more than are counted. */
  total: string;
  found: readonly FoundProcedure[];
  facets: readonly Facet[];
  pages?: PaginationProps;
  /** The same question as it was probably meant. */
  meant?: { readonly query: string; readonly href: string };
}

const texts = defineTexts({
  all: { vi: 'Thủ tục hành chính', en: 'Procedures' },
  titled: { vi: (query: string) => `Tìm “${query}”`, en: (query: string) => `Search for “${query}”` },
  label: { vi: 'Tìm thủ tục theo tên, việc cần làm hoặc mã', en: 'Find a procedure by name, need or code' },
  total: { vi: (total: string) => `${total} thủ tục`, en: (total: string) => `${total} procedures` },
  narrow: { vi: 'Lọc kết quả', en: 'Narrow the results' },
  meant: { vi: 'Có phải bạn tìm', en: 'Did you mean' },
  none: {
    vi: (query: string) => `Không có thủ tục nào khớp với “${query}”`,
    en: (query: string) => `No procedure matches “${query}”`,
  },
  noneAbout: {
    vi: 'Thử ít từ hơn, bỏ bớt điều kiện lọc, hoặc gọi tên việc cần làm, ví dụ “khai sinh”.',
    en: 'Try fewer words, drop a filter, or name what you need to do, for example “birth”.',
  },
  online: { vi: 'trực tuyến: ', en: 'online: ' },
});

export function SearchPage(props: SearchPageProps) {
  const { alerts, action, query, total, found, facets, pages, meant } = props;
  const words = texts(useLocale());
  return (
    <CitizenLayout title={query ? words.titled(query) : words.all} alerts={alerts}>
      <h1 class="vc-page-title">{words.all}</h1>
      <SearchBox action={action} label={words.label} placeholder={words.label} value={query} />
      {meant && (
        <p class="vc-below">
          {words.meant}{' '}
          <a class="ds-link" href={meant.href}>
            {meant.query}
          </a>
          ?
        </p>
      )}
      <div class="vc-with-facets">
        <div>
          <p class="vc-results-head">
            <span role="status">{words.total(total)}</span>
            {facets.length > 0 && (
              <a class="ds-link vc-phone-only" href="#facets">
                {words.narrow}
              </a>
            )}
          </p>
          {found.length > 0 ? (
            <Results found={found} />
          ) : (
            <EmptyState title={words.none(query)}>{words.noneAbout}</EmptyState>
          )}
          {pages && <Pagination {...pages} />}
        </div>
        {facets.length > 0 && <Facets id="facets" facets={facets} />}
      </div>
    </CitizenLayout>
  );
}

function Results({ found }: Pick<SearchPageProps, 'found'>) {
  const locale = useLocale();
  const words = texts(locale);
  const levels = procedureTexts(locale);
  return (
    <LinkList
      rows={found.map((procedure) => ({
        href: procedure.href,
        title: <Local text={procedure.name} />,
        detail: (
          <>
            <span class="vc-whole">{procedure.code}</span> · <Local text={procedure.field} /> ·{' '}
            <FactText fact={procedure.term} />
            {procedure.online !== 'unknown' && ` · ${words.online}${levels[procedure.online].toLowerCase()}`}
          </>
        ),
      }))}
    />
  );
}
