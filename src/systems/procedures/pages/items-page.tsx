/** A part that is a list: its entries in order, each moved, removed or opened; what is wrong stands under the entry it is about. */
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { DraftFault } from '../draft/check-draft.ts';
import type { Draft } from '../draft/draft.ts';
import type { DraftPart } from '../draft/draft-parts.ts';
import type { ListedItem } from '../edit/items-part.ts';
import { DraftHead } from './draft-head.tsx';
import { FaultPlace } from './fault-place.tsx';
import { draftPath, draftTexts } from './draft-words.ts';
import { ItemRow } from './item-row.tsx';

export interface ItemsPageProps {
  readonly draft: Draft;
  readonly part: DraftPart;
  readonly items: readonly ListedItem[];
  readonly add: Required<LocalText>;
  readonly faults: readonly PlacedFault[];
}

/** `id`: the entry it is about; undefined where it is about the list. */
export type PlacedFault = DraftFault & { readonly id: string | undefined };

const texts = defineTexts({
  back: { vi: 'Về bản nháp', en: 'Back to the draft' },
  none: { vi: 'Chưa có mục nào', en: 'There are none yet' },
  wrong: { vi: 'Cần sửa trước khi công bố', en: 'To be mended before it is published' },
});

export function ItemsPage({ draft, part, items, add, faults }: ItemsPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const title = inLanguage(part.title, locale).text;
  const path = `${draftPath(draft.code)}/${part.path}`;
  return (
    <OfficerLayout title={`${title}: ${draftTexts(locale).draft} ${draft.code}`}>
      <div class="vc-reading vc-stack">
        <DraftHead draft={draft} title={title} back={{ href: draftPath(draft.code), text: words.back }} />
        <WholeFaults faults={faults} title={words.wrong} />
        {items.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <CommandForm action={path} version={draft.version}>
            <ol class="vc-entries">
              {items.map((item) => (
                <ItemRow key={item.id} item={item} path={path} faults={faults.filter(({ id }) => id === item.id)} />
              ))}
            </ol>
          </CommandForm>
        )}
        <p>
          <LinkButton href={`${path}/moi`}>{add[locale]}</LinkButton>
        </p>
      </div>
    </OfficerLayout>
  );
}

/** What is wrong with no one entry. */
export function WholeFaults({ faults, title }: { faults: readonly PlacedFault[]; title: string }) {
  const locale = useLocale();
  const whole = faults.filter(({ id }) => id === undefined);
  if (whole.length === 0) return null;
  return (
    <Notice kind="warning" title={title}>
      <ul class="vc-list">
        {whole.map(({ at, message }, index) => (
          <li key={index}>
            {message[locale]} <FaultPlace at={at} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
