/** Queue desk (xếp hàng): an officer opens a place, calls, serves and sends on; who waits and who was away stands beside it. */
import { h } from 'preact';
import type { Instant } from '../../../platform/calendar/instant.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { CounterRules } from '../rules.ts';
import { type CurrentTicket, CurrentTicketPanel } from './current-ticket.tsx';
import { IssueForm } from './issue-form.tsx';
import { OpenPlaceForm, type OpenPlaceFormProps } from './open-place-form.tsx';

export const QUEUE = '/can-bo/xep-hang';
export const QUEUE_LIVE = '/can-bo/xep-hang-truc-tiep';

export interface WaitingLineRow {
  readonly id: string;
  readonly code: string;
  readonly group: string;
  /** Key of the ground; '' for one that goes first without saying why, null for others. */
  readonly ground: string | null;
  readonly appointment: string | null;
  readonly since: Instant;
  readonly minutes: number;
  readonly returned: boolean;
}

export interface QueueDeskProps extends OpenPlaceFormProps {
  readonly rules: CounterRules;
  /** In the order of the calls of this place. */
  readonly waiting: readonly WaitingLineRow[];
  readonly absent: readonly {
    readonly id: string;
    readonly code: string;
    readonly until: string;
    readonly canReturn: boolean;
  }[];
  readonly place: { readonly number: number; readonly groups: readonly string[] } | undefined;
  readonly current: CurrentTicket | undefined;
  /** Places that are open, this one left out. */
  readonly others: readonly { readonly number: number; readonly groups: readonly string[] }[];
  readonly time: string;
}

const texts = defineTexts({
  title: { vi: 'Xếp hàng', en: 'Queue' },
  place: { vi: (number: number) => `Quầy ${number}`, en: (number: number) => `Place ${number}` },
  close: { vi: 'Đóng quầy', en: 'Close the place' },
  next: { vi: 'Gọi số tiếp theo', en: 'Call the next number' },
  waiting: { vi: 'Đang chờ quầy này', en: 'Waiting for this place' },
  waitingAll: { vi: 'Đang chờ', en: 'Waiting' },
  nobody: { vi: 'Không có ai chờ', en: 'Nobody waits' },
  nobodyAbout: { vi: 'Người vừa lấy số hiện ở đây.', en: 'Who takes a number appears here.' },
  code: { vi: 'Số', en: 'Number' },
  group: { vi: 'Nhóm việc', en: 'Services' },
  right: { vi: 'Được gọi trước', en: 'Goes first' },
  since: { vi: 'Đã chờ', en: 'Waited' },
  minutes: { vi: (count: number) => `${count} phút`, en: (count: number) => `${count} min` },
  appointment: { vi: (time: string) => `Hẹn ${time}`, en: (time: string) => `Appointment ${time}` },
  priority: { vi: 'Ưu tiên', en: 'Priority' },
  returned: { vi: 'trở lại', en: 'came back' },
  absent: { vi: 'Đã gọi, vắng mặt', en: 'Called and absent' },
  back: { vi: (code: string) => `Nhận lại ${code}`, en: (code: string) => `${code} is back` },
  until: { vi: 'đến', en: 'until' },
  over: { vi: 'hết hạn trở lại', en: 'too late to come back' },
  updated: { vi: 'Cập nhật lúc', en: 'As of' },
  stale: { vi: 'Cũ từ', en: 'Old since' },
  noPlace: {
    vi: 'Mở quầy để gọi số. Người chờ ở nơi tiếp nhận hiện bên dưới.',
    en: 'Open a place to call numbers. Who waits in the hall stands below.',
  },
});

export function QueueDeskPage(props: QueueDeskProps) {
  const { place, current, others, rules } = props;
  const words = texts(useFrame().locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <div class="vc-toolbar">
          <h1>{place ? words.place(place.number) : words.title}</h1>
          {place && (
            <CommandForm action={`${QUEUE}/dong`}>
              <Button variant="tertiary">{words.close}</Button>
            </CommandForm>
          )}
        </div>
        {!place && (
          <>
            <p>{words.noPlace}</p>
            <OpenPlaceForm {...props} />
          </>
        )}
        {place && !current && (
          <CommandForm action={`${QUEUE}/goi`}>
            <ButtonGroup>
              <Button keyHint="g">{words.next}</Button>
            </ButtonGroup>
          </CommandForm>
        )}
        {current && <CurrentTicketPanel current={current} others={others} rules={rules} />}
        {h(
          'live-list',
          { src: QUEUE_LIVE },
          <p class="vc-caption">
            <span class="vc-live-updated" data-slot="time">
              {words.updated} <time>{props.time}</time>
            </span>
            <span class="vc-live-stale" hidden>
              {words.stale} <time>{props.time}</time>
            </span>
          </p>,
          <WaitingTable {...props} />,
        )}
        <Absent {...props} />
        <IssueForm rules={rules} />
      </div>
    </OfficerLayout>
  );
}

/** What changes while the page stands open, for the stream. */
export function QueueChange(props: QueueDeskProps) {
  const words = texts(useFrame().locale);
  return (
    <div>
      <span data-slot="time">
        {words.updated} <time>{props.time}</time>
      </span>
      <WaitingTable {...props} />
    </div>
  );
}

function WaitingTable({ waiting, place, rules }: QueueDeskProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const columns: readonly Column<WaitingLineRow>[] = [
    { key: 'code', head: words.code, names: true, cell: (row) => row.code },
    {
      key: 'group',
      head: words.group,
      cell: (row) => {
        const group = rules.groups.find(({ key }) => key === row.group);
        return group ? inLanguage(group.name, locale).text : row.group;
      },
    },
    { key: 'right', head: words.right, cell: (row) => rightOf(row, { rules, locale }) },
    { key: 'since', head: words.since, align: 'end', cell: (row) => words.minutes(row.minutes) },
  ];
  return (
    <div data-slot="waiting">
      {waiting.length === 0 ? (
        <EmptyState title={words.nobody}>
          <p>{words.nobodyAbout}</p>
        </EmptyState>
      ) : (
        <>
          <h2>{`${place ? words.waiting : words.waitingAll}: ${waiting.length}`}</h2>
          <DataTable
            dense
            caption={place ? words.waiting : words.waitingAll}
            captionHidden
            columns={columns}
            rows={waiting}
            keyOf={({ id }) => id}
          />
        </>
      )}
    </div>
  );
}

function rightOf(
  row: WaitingLineRow,
  { rules, locale }: { readonly rules: CounterRules; readonly locale: 'vi' | 'en' },
): string {
  const words = texts(locale);
  const ground = rules.grounds.find(({ key }) => key === row.ground);
  return [
    ...(row.ground === null ? [] : [ground ? inLanguage(ground.name, locale).text : words.priority]),
    ...(row.appointment === null ? [] : [words.appointment(row.appointment)]),
    ...(row.returned ? [words.returned] : []),
  ].join(', ');
}

function Absent({ absent }: QueueDeskProps) {
  const words = texts(useFrame().locale);
  if (absent.length === 0) return null;
  return (
    <section>
      <h2>{words.absent}</h2>
      <ul class="vc-absent">
        {absent.map(({ id, code, until, canReturn }) => (
          <li key={id}>
            <b>{code}</b>{' '}
            {canReturn ? (
              <>
                <span class="vc-quiet">
                  {words.until} {until}
                </span>
                <CommandForm action={`${QUEUE}/tro-lai`}>
                  <input type="hidden" name="so" value={id} />
                  <Button variant="secondary">{words.back(code)}</Button>
                </CommandForm>
              </>
            ) : (
              <span class="vc-quiet">{words.over}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
