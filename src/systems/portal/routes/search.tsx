/** Searching procedures: the question, the filters and the place in the list are all in the address. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { fieldOf, type FormFields, get, page, type Route } from '../../../platform/http/route.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import type { Facet } from '../../../platform/web/components/facets/facets.tsx';
import { type ProcedureSearchResult, searchProcedures } from '../../procedures/index.ts';
import { termFact } from '../describe-procedure.ts';
import { SearchPage } from '../pages/search-page.tsx';
import { LEVELS, ONLINE, SUBJECTS } from '../procedure-words.ts';

const PAGE = 20;
const MOST_OPTIONS = 8;

/** Parameter of the address for each facet. */
const FACETS = { field: 'linh-vuc', level: 'cap', subject: 'ai', online: 'truc-tuyen' } as const;
type FacetName = keyof typeof FACETS;
const NAMES = Object.keys(FACETS) as FacetName[];

const texts = defineTexts({
  field: { vi: 'Lĩnh vực', en: 'Field' },
  level: { vi: 'Nơi giải quyết', en: 'Who decides' },
  subject: { vi: 'Ai được làm', en: 'Who may apply' },
  online: { vi: 'Dịch vụ trực tuyến', en: 'Online service' },
  shown: {
    vi: (count: string, total: string) => `${count} trên ${total} thủ tục`,
    en: (count: string, total: string) => `${count} of ${total} procedures`,
  },
});

export const searchRoute: Route = get('/thu-tuc', 'public', async ({ db, query, locale }) => {
  const text = fieldOf(query, 'q').slice(0, 200).trim();
  const result = await searchProcedures(db, {
    text,
    limit: PAGE,
    ...filtersOf(query),
    ...(fieldOf(query, 'sau') !== '' && { after: fieldOf(query, 'sau') }),
  });
  const words = texts(locale);
  const total = groupedNumber(result.total, locale);
  const more = fieldOf(query, 'sau') !== '' || result.next !== undefined;
  return page(
    <SearchPage
      action="/thu-tuc"
      query={text}
      total={total}
      found={result.found.map((one) => ({
        code: one.code,
        name: one.name,
        field: one.fieldName,
        href: `/thu-tuc/${one.code}`,
        term: termFact(one.term),
        online: one.online,
      }))}
      facets={facetsOf(result, query, locale)}
      {...(more && {
        pages: {
          summary: words.shown(groupedNumber(result.found.length, locale), total),
          ...(fieldOf(query, 'sau') !== '' && { previous: addressOf(query, { sau: undefined }) }),
          ...(result.next !== undefined && { next: addressOf(query, { sau: result.next }) }),
        },
      })}
      {...(result.meant !== undefined && {
        meant: { query: result.meant, href: addressOf(query, { q: result.meant, sau: undefined }) },
      })}
    />,
  );
});

function filtersOf(query: FormFields): Partial<Record<FacetName, string>> {
  return Object.fromEntries(
    NAMES.map((name) => [name, fieldOf(query, FACETS[name]).slice(0, 80)] as const).filter(([, value]) => value !== ''),
  );
}

/** What is chosen stays visible even when it is rare, so that it can be taken back. */
function facetsOf({ facets }: ProcedureSearchResult, query: FormFields, locale: Locale): Facet[] {
  const chosen = filtersOf(query);
  return NAMES.map((name) => ({
    label: texts(locale)[name],
    options: facets[name]
      .filter((option, index) => index < MOST_OPTIONS || option.value === chosen[name])
      .map((option) => ({
        label: inLanguage(nameOf(name, option), locale).text,
        count: groupedNumber(option.count, locale),
        href: addressOf(query, {
          [FACETS[name]]: chosen[name] === option.value ? undefined : option.value,
          sau: undefined,
        }),
        ...(chosen[name] === option.value && { chosen: true }),
      })),
  })).filter((facet) => facet.options.length > 0);
}

const FIXED = { level: LEVELS, subject: SUBJECTS, online: ONLINE } as const;

function nameOf(facet: FacetName, option: { value: string; name?: LocalText }): LocalText {
  const fixed = facet === 'field' ? undefined : FIXED[facet][option.value];
  return option.name ?? fixed ?? { vi: option.value };
}

/** The same page with some parameters changed; undefined takes one away. */
function addressOf(query: FormFields, changes: Readonly<Record<string, string | undefined>>): string {
  const kept = ['q', ...Object.values(FACETS), 'sau'].flatMap((name) => {
    const value = name in changes ? changes[name] : fieldOf(query, name);
    return value ? [[name, value]] : [];
  });
  const search = new URLSearchParams(kept).toString();
  return search === '' ? '/thu-tuc' : `/thu-tuc?${search}`;
}
