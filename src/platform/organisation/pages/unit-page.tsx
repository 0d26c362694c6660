/** Unit page of the administrator: what a unit is on a day, who holds its positions, and what may be drafted about it. */
import type { Day } from '../../calendar/instant.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { groupedNumber } from '../../text/money.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import { LinkButton } from '../../web/components/button/button.tsx';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { SummaryList } from '../../web/components/summary-list/summary-list.tsx';
import { Breadcrumb } from '../../web/components/trail/trail.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import { changePath, ITEMS, ORGANISATION, unitPath } from '../changes/administrator.ts';
import type { ChangeSet } from '../changes/change-set.ts';
import { UNIT_KIND_NAMES } from '../changes/unit-kinds.ts';
import type { ListedUnit, NamedUnit, ShownPosition, ShownUnit } from '../changes/units-on.ts';
import { positionColumns } from './position-columns.tsx';
import { unitColumns } from './units-page.tsx';

export interface UnitPageProps {
  readonly unit: ShownUnit;
  readonly day: Day;
  readonly today: Day;
  readonly under: readonly ListedUnit[];
  readonly positions: readonly ShownPosition[];
  /** Published changes that concern it and are not in force yet. */
  readonly coming: readonly Pick<ChangeSet, 'id' | 'title' | 'from'>[];
}

const texts = defineTexts({
  organisation: { vi: 'Tổ chức bộ máy', en: 'Organisation' },
  english: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  vietnamese: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' },
  code: { vi: 'Mã định danh', en: 'Identification code' },
  kind: { vi: 'Loại', en: 'Kind' },
  section: { vi: 'Lĩnh vực trong quy trình', en: 'Field of work in processes' },
  parent: { vi: 'Đơn vị cấp trên', en: 'Unit above' },
  area: { vi: 'Địa bàn', en: 'Area' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  contact: { vi: 'Liên hệ', en: 'Contact' },
  validity: { vi: 'Hoạt động', en: 'Stands' },
  span: {
    vi: (from: string | undefined, to: string | undefined) =>
      [from ? `từ ngày ${from}` : 'từ trước khi có dữ liệu', to ? `đến hết ngày ${to}` : 'đến nay'].join(' '),
    en: (from: string | undefined, to: string | undefined) =>
      [from ? `from ${from}` : 'since before the record', to ? `to ${to}` : 'until now'].join(' '),
  },
  before: { vi: 'Kế thừa từ', en: 'Follows' },
  after: { vi: 'Được kế thừa bởi', en: 'Followed by' },
  was: { vi: 'Tên trước đây', en: 'Former names' },
  until: { vi: (day: string) => `đến hết ngày ${day}`, en: (day: string) => `to ${day}` },
  none: { vi: 'Chưa có', en: 'None' },
  dossiers: { vi: 'Hồ sơ đang mở', en: 'Open dossiers' },
  see: { vi: 'Xem danh sách', en: 'See them' },
  ended: {
    vi: (day: string) => `Đơn vị đã kết thúc, ngày cuối là ${day}.`,
    en: (day: string) => `The unit has ended; its last day was ${day}.`,
  },
  past: { vi: (day: string) => `Xem theo ngày ${day}.`, en: (day: string) => `As of ${day}.` },
  coming: { vi: 'Đã công bố, chưa đến ngày', en: 'Published, not yet in force' },
  from: { vi: (day: string) => `từ ngày ${day}`, en: (day: string) => `from ${day}` },
  draft: { vi: 'Đưa vào bản thay đổi', en: 'Put into a change' },
  change: { vi: 'Đổi tên, cấp trên, thông tin', en: 'Rename, move, describe' },
  merge: { vi: 'Sáp nhập vào đơn vị khác', en: 'Merge into another' },
  split: { vi: 'Chia tách', en: 'Split' },
  end: { vi: 'Kết thúc', en: 'End' },
  unitUnder: { vi: 'Thêm đơn vị trực thuộc', en: 'Add a unit under it' },
  under: { vi: 'Đơn vị trực thuộc', en: 'Units under it' },
  positions: { vi: 'Vị trí công tác', en: 'Positions' },
  addPosition: { vi: 'Thêm vị trí', en: 'Add a position' },
  appoint: { vi: 'Bổ nhiệm', en: 'Appoint' },
  noPositions: { vi: 'Đơn vị chưa có vị trí nào', en: 'It has no positions' },
  noPositionsAbout: { vi: 'Thêm vị trí rồi bổ nhiệm người giữ.', en: 'Add a position, then appoint somebody.' },
});

type Words = ReturnType<typeof texts>;

export function UnitPage({ unit, day, today, under, positions, coming }: UnitPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const name = inLanguage(unit.name, locale).text;
  const ended = unit.to !== null && unit.to < today;
  return (
    <OfficerLayout title={name}>
      <div class="vc-stack">
        <Breadcrumb
          crumbs={[
            { label: words.organisation, href: ORGANISATION },
            ...(unit.parent ? [{ label: <Local text={unit.parent.name} />, href: unitPath(unit.parent.id) }] : []),
          ]}
        />
        <h1>
          <Local text={unit.name} />
        </h1>
        {ended && <Notice>{words.ended(dayText(unit.to as Day, locale))}</Notice>}
        {day !== today && <Notice>{words.past(dayText(day, locale))}</Notice>}
        {coming.length > 0 && (
          <Notice title={words.coming}>
            <ul class="vc-list">
              {coming.map(({ id, title, from }) => (
                <li key={id}>
                  <a class="ds-link" href={changePath(id)}>
                    {title}
                  </a>
                  {from && ` (${words.from(dayText(from, locale))})`}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Facts unit={unit} />
        {!ended && <Drafts id={unit.id} words={words} />}
        <h2>{words.positions}</h2>
        {positions.length === 0 ? (
          <EmptyState title={words.noPositions}>
            <p>{words.noPositionsAbout}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={words.positions}
            captionHidden
            columns={positionColumns(unit.id, locale, !ended)}
            rows={positions}
            keyOf={({ id }) => id}
          />
        )}
        {under.length > 0 && (
          <>
            <h2>{words.under}</h2>
            <DataTable
              caption={words.under}
              captionHidden
              dense
              columns={unitColumns(locale, day === today ? '' : `?ngay=${day}`)}
              rows={under.map((one) => ({ ...one, parent: null }))}
              keyOf={({ id }) => id}
            />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function Facts({ unit }: { unit: ShownUnit }) {
  const locale = useLocale();
  const words = texts(locale);
  const day = (one: Day | null) => (one === null ? undefined : dayText(one, locale));
  const contact = [unit.phone, unit.email].filter((one) => one !== null).join(' · ');
  const other = locale === 'vi' ? unit.name.en : unit.name.vi;
  return (
    <SummaryList
      rows={[
        {
          label: locale === 'vi' ? words.english : words.vietnamese,
          value: other ? <span lang={locale === 'vi' ? 'en' : 'vi'}>{other}</span> : words.none,
        },
        { label: words.code, value: unit.code ?? words.none },
        { label: words.kind, value: <Local text={UNIT_KIND_NAMES[unit.kind]} /> },
        ...(unit.section === null ? [] : [{ label: words.section, value: unit.section }]),
        { label: words.parent, value: unit.parent ? <Units units={[unit.parent]} /> : words.none },
        {
          label: words.area,
          value: unit.area ? (
            <>
              <Local text={unit.area.name} /> ({unit.area.code})
            </>
          ) : (
            words.none
          ),
        },
        { label: words.address, value: unit.address ?? words.none },
        { label: words.contact, value: contact === '' ? words.none : contact },
        { label: words.validity, value: words.span(day(unit.from), day(unit.to)) },
        ...(unit.was.length === 0
          ? []
          : [
              {
                label: words.was,
                value: unit.was.map(({ name, to }) => (
                  <p key={to}>
                    <Local text={name} /> ({words.until(dayText(to, locale))})
                  </p>
                )),
              },
            ]),
        ...(unit.before.length === 0 ? [] : [{ label: words.before, value: <Units units={unit.before} /> }]),
        ...(unit.after.length === 0 ? [] : [{ label: words.after, value: <Units units={unit.after} /> }]),
        {
          label: words.dossiers,
          value: (
            <>
              {groupedNumber(unit.open, locale)}{' '}
              {unit.open > 0 && (
                // the list of impact names a unit by its code, or by its id where it has none
                <a class="ds-link" href={`/quan-tri/anh-huong?loai=don-vi&ma=${unit.id}`}>
                  {words.see}
                </a>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

const Units = ({ units }: { units: readonly NamedUnit[] }) => (
  <>
    {units.map(({ id, name }) => (
      <p key={id}>
        <a class="ds-link" href={unitPath(id)}>
          <Local text={name} />
        </a>
      </p>
    ))}
  </>
);

function Drafts({ id, words }: { id: string; words: Words }) {
  const to = (path: string) => `${ITEMS}/${path}?don-vi=${id}`;
  return (
    <section aria-label={words.draft} class="vc-rows">
      <h2>{words.draft}</h2>
      <div class="vc-buttons">
        <LinkButton href={to('doi-don-vi')} variant="secondary">
          {words.change}
        </LinkButton>
        <LinkButton href={to('sap-nhap')} variant="secondary">
          {words.merge}
        </LinkButton>
        <LinkButton href={to('chia-tach')} variant="secondary">
          {words.split}
        </LinkButton>
        <LinkButton href={to('ket-thuc')} variant="secondary">
          {words.end}
        </LinkButton>
      </div>
      <div class="vc-buttons">
        <LinkButton href={to('bo-nhiem')} variant="secondary">
          {words.appoint}
        </LinkButton>
        <LinkButton href={to('vi-tri-moi')} variant="secondary">
          {words.addPosition}
        </LinkButton>
        <LinkButton href={to('don-vi-moi')} variant="secondary">
          {words.unitUnder}
        </LinkButton>
      </div>
    </section>
  );
}
