/** Drill page (diễn tập): begin one with its end, see what is made in it, end it; nothing of it counts anywhere. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { CentreView } from '../centres.ts';
import type { ListedDrill, RunningDrill } from '../drill.ts';
import { centreWords } from '../words.ts';
import { INCIDENTS } from './incident-path.ts';
import { OPEN_INCIDENT } from './open-incident-page.tsx';
import { inPart } from './part-path.ts';
import { RefusalSummary } from './refusal-summary.tsx';
import { type Refused, typedIn } from './refused.ts';
import { CENTRE } from './wall-page.tsx';

export const DRILLS = '/can-bo/trung-tam/dien-tap';

export interface DrillPageProps {
  readonly view: CentreView;
  readonly running: RunningDrill | undefined;
  readonly drills: readonly ListedDrill[];
  readonly mayLead: boolean;
  readonly mayHandle: boolean;
  readonly refused?: Refused | undefined;
}

const texts = defineTexts({
  title: { vi: 'Diễn tập', en: 'Drills' },
  back: { vi: 'Trung tâm điều hành', en: 'Operations centre' },
  name: { vi: 'Tên cuộc diễn tập', en: 'Name of the drill' },
  hours: { vi: 'Kéo dài', en: 'How long' },
  hoursHint: {
    vi: 'Từ 1 đến 72 giờ. Hết giờ thì diễn tập tự kết thúc.',
    en: 'From 1 to 72 hours. When they are over the drill ends by itself.',
  },
  unit: { vi: 'giờ', en: 'hours' },
  begin: { vi: 'Bắt đầu diễn tập', en: 'Begin the drill' },
  open: { vi: 'Mở sự cố giả định', en: 'Open an invented incident' },
  end: { vi: 'Kết thúc diễn tập', en: 'End the drill' },
  runs: {
    vi: (title: string, until: string) => `Đang diễn tập “${title}” đến ${until}.`,
    en: (title: string, until: string) => `The drill “${title}” runs until ${until}.`,
  },
  about: {
    vi: 'Sự cố mở với dấu DIỄN TẬP hiện trên màn hình lớn sau sự cố thật, không tính vào số liệu nào, và tự đóng khi hết giờ.',
    en: 'Incidents that are opened with the mark DRILL stand on the wall after the real ones, count in no figure, and close when the time is over.',
  },
  none: { vi: 'Chưa có cuộc diễn tập nào', en: 'No drills yet' },
  from: { vi: 'Từ', en: 'From' },
  to: { vi: 'Đến', en: 'To' },
  who: { vi: 'Người bắt đầu', en: 'Begun by' },
  incidents: { vi: 'Sự cố giả định', en: 'Invented incidents' },
  caption: { vi: 'Các cuộc diễn tập, mới nhất trước', en: 'Drills, newest first' },
});

export function DrillPage({ view, running, drills, mayLead, mayHandle, refused }: DrillPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <BackLink href={inPart(CENTRE, view)}>{words.back}</BackLink>
        <h1>
          {words.title}, <Local text={view.centre.name} />
        </h1>
        <p class="vc-quiet">{words.about}</p>
        <RefusalSummary refused={refused} />
        {running ? (
          <Notice kind="warning" title={centreWords(locale).drill}>
            <p>{words.runs(running.title, timeInTable(running.endsAt, locale))}</p>
            {mayHandle && (
              <p>
                <LinkButton href={`${OPEN_INCIDENT}?dien-tap=co`} icon="plus">
                  {words.open}
                </LinkButton>
              </p>
            )}
            {mayLead && (
              <CommandForm action={inPart(`${DRILLS}/ket-thuc`, view)}>
                <Button variant="secondary">{words.end}</Button>
              </CommandForm>
            )}
          </Notice>
        ) : (
          mayLead && (
            <div class="vc-act">
              <CommandForm action={inPart(`${DRILLS}/bat-dau`, view)}>
                <TextInput name="ten" label={words.name} maxLength={120} {...typedIn(refused, 'bat-dau', 'ten')} />
                <TextInput
                  name="gio"
                  label={words.hours}
                  hint={words.hoursHint}
                  suffix={words.unit}
                  inputMode="numeric"
                  value="2"
                  maxLength={2}
                  width={4}
                  {...typedIn(refused, 'bat-dau', 'gio')}
                />
                <Button>{words.begin}</Button>
              </CommandForm>
            </div>
          )
        )}
        {drills.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <DataTable
            caption={words.caption}
            captionHidden
            rows={drills}
            keyOf={({ id }) => id}
            columns={[
              { key: 'title', head: words.title, names: true, cell: ({ title }) => title },
              { key: 'from', head: words.from, digits: true, cell: ({ beganAt }) => timeInTable(beganAt, locale) },
              {
                key: 'to',
                head: words.to,
                digits: true,
                cell: ({ endedAt, endsAt }) => timeInTable(endedAt ?? endsAt, locale),
              },
              { key: 'who', head: words.who, cell: ({ who }) => who },
              {
                key: 'incidents',
                head: words.incidents,
                align: 'end',
                cell: ({ id, incidents, title }) => (
                  <a
                    class="ds-link"
                    href={inPart(INCIDENTS, view, { 'dien-tap': 'co', cuoc: id })}
                    aria-label={`${words.incidents}: ${incidents}, ${title}`}
                  >
                    {incidents}
                  </a>
                ),
              },
            ]}
          />
        )}
      </div>
    </OfficerLayout>
  );
}
