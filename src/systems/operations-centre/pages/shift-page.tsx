/** Shift page (sổ trực): who is on duty, what they noted, and the hand-over to who follows. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { SectionHeading } from '../../../platform/web/components/section-heading/section-heading.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { CentreView } from '../centres.ts';
import type { Handler } from '../handlers.ts';
import type { ListedShift } from '../shifts.ts';
import { inPart } from './part-path.ts';
import { RefusalSummary } from './refusal-summary.tsx';
import { type Refused, typedIn } from './refused.ts';
import { CENTRE } from './wall-page.tsx';

export const SHIFTS = '/can-bo/trung-tam/ca-truc';

export interface ShiftPageProps {
  readonly view: CentreView;
  readonly shifts: readonly ListedShift[];
  readonly next: string | undefined;
  readonly isOnDuty: boolean;
  readonly accountId: string;
  readonly mayHandle: boolean;
  readonly colleagues: readonly Handler[];
  /** Open incidents, which the next shift takes on. */
  readonly open: number;
  readonly refused?: Refused | undefined;
}

const texts = defineTexts({
  title: { vi: 'Sổ trực', en: 'Shift log' },
  back: { vi: 'Trung tâm điều hành', en: 'Operations centre' },
  begin: { vi: 'Vào ca trực', en: 'Begin my shift' },
  note: { vi: 'Ghi sổ', en: 'Note' },
  addNote: { vi: 'Ghi vào sổ trực', en: 'Add to the log' },
  handOver: { vi: 'Giao ca', en: 'Hand over' },
  to: { vi: 'Người nhận ca', en: 'Who follows' },
  what: { vi: 'Người sau cần biết', en: 'What they have to know' },
  open: {
    vi: (count: number) => (count === 0 ? 'Không có sự cố nào đang mở.' : `${count} sự cố đang mở chuyển sang ca sau.`),
    en: (count: number) => (count === 0 ? 'No incident is open.' : `${count} open incidents go to the next shift.`),
  },
  relieve: { vi: 'Nhận ca thay', en: 'Take over' },
  relieveWhy: { vi: 'Vì sao không giao ca', en: 'Why it was not handed over' },
  none: { vi: 'Chưa có ca trực nào', en: 'No shifts yet' },
  noneAbout: {
    vi: 'Người trực vào ca, ghi sổ, rồi giao ca cho người sau.',
    en: 'Who is on duty begins a shift, notes, and hands over.',
  },
  on: { vi: 'Đang trực', en: 'On duty' },
  from: { vi: (time: string) => `từ ${time}`, en: (time: string) => `from ${time}` },
  until: {
    vi: (from: string, to: string) => `${from} đến ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  handed: { vi: (who: string) => `giao cho ${who}`, en: (who: string) => `handed to ${who}` },
  log: { vi: 'Các ca trực', en: 'Shifts' },
  shown: { vi: (count: number) => `${count} ca trực`, en: (count: number) => `${count} shifts` },
});

const MOST = 2000;

export function ShiftPage(props: ShiftPageProps) {
  const { view, shifts, next, mayHandle } = props;
  const words = texts(useFrame().locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <BackLink href={inPart(CENTRE, view)}>{words.back}</BackLink>
        <h1>
          {words.title}, <Local text={view.centre.name} />
        </h1>
        {mayHandle && <Duty {...props} />}
        <section>
          <SectionHeading>{words.log}</SectionHeading>
          {shifts.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneAbout}</p>
            </EmptyState>
          ) : (
            <>
              <ol class="vc-entries">
                {shifts.map((shift) => (
                  <Shift key={shift.id} shift={shift} page={props} />
                ))}
              </ol>
              <Pagination
                summary={words.shown(shifts.length)}
                {...(next !== undefined && { next: inPart(SHIFTS, view, { sau: next }) })}
              />
            </>
          )}
        </section>
      </div>
    </OfficerLayout>
  );
}

function Duty({ view, isOnDuty, colleagues, open, refused }: ShiftPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (!isOnDuty)
    return (
      <div class="vc-act">
        <RefusalSummary refused={refused} />
        <CommandForm action={inPart(`${SHIFTS}/vao`, view)}>
          <Button>{words.begin}</Button>
        </CommandForm>
      </div>
    );
  return (
    <div class="vc-act">
      <RefusalSummary refused={refused} />
      <CommandForm action={inPart(`${SHIFTS}/ghi`, view)}>
        <Textarea name="ghi" label={words.note} rows={2} maxLength={MOST} {...typedIn(refused, 'ghi', 'ghi')} />
        <Button>{words.addNote}</Button>
      </CommandForm>
      <details class="vc-details" open={refused?.act === 'giao-ca'}>
        <summary>{words.handOver}</summary>
        <CommandForm action={inPart(`${SHIFTS}/giao`, view)}>
          <p class="vc-quiet">{words.open(open)}</p>
          <Select
            name="nguoi"
            label={words.to}
            optional
            options={colleagues.map(({ accountId, name, title }) => ({
              value: accountId,
              label: `${name}, ${inLanguage(title, locale).text}`,
            }))}
            {...typedIn(refused, 'giao-ca', 'nguoi')}
          />
          <Textarea
            name="can-biet"
            label={words.what}
            rows={3}
            maxLength={MOST}
            {...typedIn(refused, 'giao-ca', 'can-biet')}
          />
          <Button variant="secondary">{words.handOver}</Button>
        </CommandForm>
      </details>
    </div>
  );
}

interface ShiftProps {
  readonly shift: ListedShift;
  readonly page: ShiftPageProps;
}

function Shift({ shift, page }: ShiftProps) {
  const { who, beganAt, endedAt, handedTo, notes } = shift;
  const { locale } = useFrame();
  const words = texts(locale);
  const from = timeInTable(beganAt, locale);
  return (
    <li class="vc-entry">
      <div class="vc-entry-words">
        <b>{who}</b>
        <span class="vc-entry-details">
          {endedAt === null ? (
            <>
              <Tag tone="success" icon="check">
                {words.on}
              </Tag>{' '}
              {words.from(from)}
            </>
          ) : (
            words.until(from, timeInTable(endedAt, locale))
          )}
          {handedTo !== null && `, ${words.handed(handedTo)}`}
        </span>
        {notes.map(({ at, note }) => (
          <p key={`${at} ${note}`}>
            <span class="vc-quiet vc-digits">{timeInTable(instant(at), locale)}</span> {note}
          </p>
        ))}
        {endedAt === null && page.mayHandle && shift.accountId !== page.accountId && (
          <Relieve shift={shift} page={page} />
        )}
      </div>
    </li>
  );
}

/** Of somebody who has gone: without it they would be on duty for ever. */
function Relieve({ shift, page: { view, refused } }: ShiftProps) {
  const words = texts(useFrame().locale);
  const isRefused = refused?.act === 'nhan-thay' && refused.form.ca === shift.id;
  return (
    <details class="vc-details" open={isRefused}>
      <summary>{words.relieve}</summary>
      <CommandForm action={inPart(`${SHIFTS}/nhan-thay`, view)}>
        <input type="hidden" name="ca" value={shift.id} />
        <TextInput
          name="vi-sao"
          label={words.relieveWhy}
          maxLength={MOST}
          {...(isRefused && typedIn(refused, 'nhan-thay', 'vi-sao'))}
        />
        <Button variant="secondary">{words.relieve}</Button>
      </CommandForm>
    </details>
  );
}
