/** Search box: the one large field people start from. */
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Icon } from '../icon/icon.tsx';

export interface SearchBoxProps {
  action: string;
  /** What the field is for, for who cannot see the heading above it. */
  label: string;
  placeholder?: string;
  value?: string;
  /** Parameter name. */
  name?: string;
}

const texts = defineTexts({ find: { vi: 'Tìm', en: 'Search' } });

export function SearchBox({ action, label, placeholder, value, name = 'q' }: SearchBoxProps) {
  return (
    <search>
      <form class="vc-search" action={action}>
        <input
          type="search"
          name={name}
          value={value}
          placeholder={placeholder}
          aria-label={label}
          autocomplete="off"
        />
        <button type="submit">
          <Icon name="search" />
          <span class="vc-search-word">{texts(useLocale()).find}</span>
        </button>
      </form>
    </search>
  );
}
