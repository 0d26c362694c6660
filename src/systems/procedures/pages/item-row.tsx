/** One entry of a list that is edited: its name, what it is, what is wrong with it, and the buttons that move or remove it. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { anchorOf } from '../edit/items-anchor.ts';
import type { ListedItem } from '../edit/items-part.ts';
import type { PlacedFault } from './items-page.tsx';

const texts = defineTexts({
  up: { vi: 'Lên', en: 'Up' },
  down: { vi: 'Xuống', en: 'Down' },
  remove: { vi: 'Bỏ', en: 'Remove' },
});

export interface ItemRowProps {
  readonly item: ListedItem;
  readonly path: string;
  readonly faults: readonly PlacedFault[];
  /** How far it stands in; 0 for a heading. */
  readonly depth?: number;
}

/** The whole name is said to who hears the buttons alone. */
export function ItemRow({ item: { id, title, details }, path, faults, depth }: ItemRowProps) {
  const locale = useLocale();
  const words = texts(locale);
  const name = inLanguage(title, locale).text;
  return (
    <li id={anchorOf(id)} class="vc-entry" data-depth={depth} tabIndex={-1}>
      <div class="vc-entry-words">
        <a class="ds-link" href={`${path}/muc/${encodeURIComponent(id)}`}>
          <Local text={title} />
        </a>
        {details.length > 0 && (
          <span class="vc-entry-details">
            {details.map((detail, index) => (
              <span key={index}>
                {index > 0 && ' · '}
                <Local text={detail} />
              </span>
            ))}
          </span>
        )}
        {faults.map(({ message }, index) => (
          <p key={index} class="ds-validation-message">
            {message[locale]}
          </p>
        ))}
      </div>
      <div class="vc-entry-acts">
        {(['len', 'xuong', 'bo'] as const).map((act) => (
          <Button key={act} variant="tertiary" name="lam" value={`${act}:${id}`} danger={act === 'bo'}>
            {words[act === 'len' ? 'up' : act === 'xuong' ? 'down' : 'remove']}
            <span class="ds-sr-only"> {name}</span>
          </Button>
        ))}
      </div>
    </li>
  );
}
