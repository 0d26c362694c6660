/** Facets: ways to narrow a list, as links that keep the search in the URL; what is chosen can be taken back the same way. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Icon } from '../icon/icon.tsx';

export interface Facet {
  readonly label: string;
  readonly options: readonly FacetOption[];
}

export interface FacetOption {
  readonly label: ComponentChildren;
  /** "12", "999+". */
  readonly count: string;
  /** Follows to the list with this option, or without it when it is chosen. */
  readonly href: string;
  readonly chosen?: boolean;
}

const texts = defineTexts({
  narrow: { vi: 'Lọc kết quả', en: 'Narrow the results' },
  chosen: { vi: 'Đang chọn, bấm để bỏ: ', en: 'Chosen, follow to remove: ' },
});

export function Facets({ facets, id }: { facets: readonly Facet[]; id?: string }) {
  const words = texts(useLocale());
  return (
    <nav class="vc-facets" id={id} aria-label={words.narrow}>
      {facets.map((facet) => (
        <section key={facet.label}>
          <h2>{facet.label}</h2>
          <ul>
            {facet.options.map((option) => (
              <li key={option.href}>
                <a href={option.href} data-chosen={option.chosen}>
                  {option.chosen && (
                    <>
                      <Icon name="x" size={14} />
                      <span class="ds-sr-only">{words.chosen}</span>
                    </>
                  )}
                  <span>{option.label}</span> <span class="vc-quiet">{option.count}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
