/** Differences page: national procedures that say otherwise than before, for the administrator to accept or reject, several at once. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { CommaList } from '../../../platform/web/components/comma-list/comma-list.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { RecordField } from '../import/record-difference.ts';
import { FIELD_NAMES } from './field-words.ts';

export interface DifferenceLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The province takes dossiers of it. */
  readonly offered: boolean;
  readonly foundAt: Instant;
  readonly fields: readonly RecordField[];
}

export const SHOWN_STATES = ['open', 'accepted', 'rejected'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

export interface DifferencesPageProps {
  readonly path: string;
  readonly state: ShownState;
  readonly lines: readonly DifferenceLine[];
  readonly next?: string;
  /** What the reader has just settled, and what was no longer theirs to settle. */
  readonly done?: { readonly settled: number; readonly late: number };
}

const FORM = 'differences';

const texts = defineTexts({
  title: { vi: 'Thay đổi của thủ tục quốc gia', en: 'Changes of national procedures' },
  about: {
    vi: 'Bản ghi nhập sau khác bản ghi đã có. Nhận thì bản ghi quốc gia được thay; thủ tục tỉnh đang công bố và hồ sơ đang giải quyết không đổi cho đến khi tỉnh công bố phiên bản mới.',
    en: 'Records imported later that differ from those known. Accepting one replaces the national record; what the province has published, and open dossiers, stay as they are until it publishes a new version.',
  },
  state: { vi: 'Tình trạng', en: 'State' },
  open: { vi: 'Đang chờ', en: 'To be decided' },
  accepted: { vi: 'Đã nhận', en: 'Accepted' },
  rejected: { vi: 'Không nhận', en: 'Rejected' },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Thủ tục', en: 'Procedure' },
  fields: { vi: 'Nội dung khác', en: 'What differs' },
  foundAt: { vi: 'Nhập lúc', en: 'Imported at' },
  offered: { vi: 'Tỉnh giải quyết', en: 'Offered here' },
  accept: { vi: 'Nhận các thay đổi đã chọn', en: 'Accept those chosen' },
  reject: { vi: 'Không nhận', en: 'Reject those chosen' },
  choose: { vi: (code: string) => `Chọn ${code}`, en: (code: string) => `Choose ${code}` },
  none: { vi: 'Không có thay đổi nào', en: 'There are none' },
  settled: {
    vi: (many: number) => `Đã quyết định ${many} thay đổi.`,
    en: (many: number) => `${many} settled.`,
  },
  late: {
    vi: (many: number) => `${many} thay đổi đã được quyết định, hoặc không còn, trước đó.`,
    en: (many: number) => `${many} had been settled, or were gone, before.`,
  },
  nothing: { vi: 'Chưa chọn thay đổi nào.', en: 'None was chosen.' },
  shown: { vi: (count: number) => `${count} thay đổi`, en: (count: number) => `${count} changes` },
});

export function DifferencesPage({ path, state, lines, next, done }: DifferencesPageProps) {
  const words = texts(useLocale());
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        {done && <Done {...done} />}
        <FilterBar
          action={path}
          filters={[
            {
              name: 'tinh-trang',
              label: words.state,
              value: state === 'open' ? '' : state,
              options: SHOWN_STATES.map((one) => ({ value: one === 'open' ? '' : one, label: words[one] })),
            },
          ]}
        />
        {lines.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <Lines path={path} state={state} lines={lines} />
            <Pagination summary={words.shown(lines.length)} {...(next === undefined ? {} : { next })} />
            {state === 'open' && <Decide path={path} />}
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function Done({ settled, late }: NonNullable<DifferencesPageProps['done']>) {
  const words = texts(useLocale());
  if (settled + late === 0) return <Notice kind="warning" title={words.nothing} />;
  return (
    <Notice kind={late > 0 ? 'warning' : 'success'} title={words.settled(settled)}>
      {late > 0 && <p>{words.late(late)}</p>}
    </Notice>
  );
}

function Lines({ path, state, lines }: Pick<DifferencesPageProps, 'path' | 'state' | 'lines'>) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={lines}
      keyOf={({ id }) => id}
      {...(state === 'open' && {
        choose: { name: 'chon', form: FORM, label: ({ code }: DifferenceLine) => words.choose(code) },
      })}
      columns={[
        {
          key: 'code',
          head: words.code,
          names: true,
          cell: ({ id, code }) => (
            <a class="ds-link" href={`${path}/${id}`}>
              {code}
            </a>
          ),
        },
        {
          key: 'name',
          head: words.name,
          cell: ({ name, offered }) => (
            <>
              {name} {offered && <Tag tone="info">{words.offered}</Tag>}
            </>
          ),
        },
        {
          key: 'fields',
          head: words.fields,
          cell: ({ fields }) => (
            <CommaList text={fields.map((field) => inLanguage(FIELD_NAMES[field], locale).text).join(', ')} />
          ),
        },
        {
          key: 'found',
          head: words.foundAt,
          digits: true,
          cell: ({ foundAt }) => <span class="vc-whole">{timeInTable(foundAt, locale)}</span>,
        },
      ]}
    />
  );
}

function Decide({ path }: { path: string }) {
  const words = texts(useLocale());
  return (
    <CommandForm id={FORM} action={path}>
      <ButtonGroup>
        <Button name="quyet-dinh" value="accepted">
          {words.accept}
        </Button>
        <Button name="quyet-dinh" value="rejected" variant="secondary">
          {words.reject}
        </Button>
      </ButtonGroup>
    </CommandForm>
  );
}
