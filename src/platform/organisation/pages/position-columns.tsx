/** Positions of a unit in a table: who holds each, and what may be drafted about it. */
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts, type Locale } from '../../i18n/texts.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import type { Column } from '../../web/components/data-table/data-table.tsx';
import { useLocale } from '../../web/frame.tsx';
import { Local } from '../../web/local.tsx';
import { ITEMS } from '../changes/administrator.ts';
import { MANNER_NAMES } from '../changes/forms/position-forms.ts';
import type { ShownPosition } from '../changes/units-on.ts';

const texts = defineTexts({
  title: { vi: 'Vị trí', en: 'Position' },
  holder: { vi: 'Người giữ', en: 'Held by' },
  free: { vi: 'Chưa có người giữ', en: 'Nobody' },
  dismiss: { vi: 'Thôi giữ', en: 'Dismiss' },
  edit: { vi: 'Đổi', en: 'Change' },
  remove: { vi: 'Bỏ', en: 'End' },
  appoint: { vi: 'Bổ nhiệm', en: 'Appoint' },
  draft: { vi: 'Đưa vào bản thay đổi', en: 'Put into a change' },
  from: { vi: (day: string) => `từ ngày ${day}`, en: (day: string) => `from ${day}` },
  until: { vi: (day: string) => `đến hết ngày ${day}`, en: (day: string) => `to ${day}` },
});

/** `open`: the unit stands, so that something may be drafted about its positions. */
export function positionColumns(unit: string, locale: Locale, open: boolean): Column<ShownPosition>[] {
  const words = texts(locale);
  return [
    {
      key: 'title',
      head: words.title,
      names: true,
      cell: ({ title, role }) => (
        <>
          <Local text={title} /> <span class="vc-quiet">({role})</span>
        </>
      ),
    },
    {
      key: 'holder',
      head: words.holder,
      labelled: true,
      cell: ({ id, holders }) =>
        holders.length === 0 ? (
          <span class="vc-quiet">{words.free}</span>
        ) : (
          holders.map((holder) => <Holder key={holder.account} position={id} holder={holder} open={open} />)
        ),
    },
    {
      key: 'acts',
      head: words.draft,
      cell: ({ id, title }) =>
        open && (
          <>
            {(
              [
                ['bo-nhiem', words.appoint, `don-vi=${unit}&`],
                ['doi-vi-tri', words.edit, ''],
                ['bo-vi-tri', words.remove, ''],
              ] as const
            ).map(([path, label, more], index) => (
              <span key={path}>
                {index > 0 && ' · '}
                <a class="ds-link" href={`${ITEMS}/${path}?${more}vi-tri=${id}`}>
                  {label}
                  <span class="ds-sr-only"> {title.vi}</span>
                </a>
              </span>
            ))}
          </>
        ),
    },
  ];
}

function Holder({
  position,
  holder,
  open,
}: {
  position: string;
  holder: ShownPosition['holders'][number];
  open: boolean;
}) {
  const locale = useLocale();
  const words = texts(locale);
  const { account, name, login, from, to, manner, document } = holder;
  return (
    <p>
      <a class="ds-link" href={`/quan-tri/tai-khoan/${account}`}>
        {name}
      </a>{' '}
      <span class="vc-quiet">
        {login}, {words.from(dayText(from, locale))}
        {to && ` ${words.until(dayText(to, locale))}`}
        {manner !== 'full' && `, ${inLanguage(MANNER_NAMES[manner], locale).text}`}
        {document && `, ${document}`}
      </span>{' '}
      {open && (
        <a class="ds-link" href={`${ITEMS}/thoi-giu?vi-tri=${position}&nguoi=${account}`}>
          {words.dismiss}
          <span class="ds-sr-only"> {name}</span>
        </a>
      )}
    </p>
  );
}
