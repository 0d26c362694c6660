/** A draft: its parts with what is wrong in each, how it differs from what is in force, publishing and discarding. */
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import type { DateInputProps } from '../../../platform/web/components/field/date-input.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { TaskList } from '../../../platform/web/components/task-list/task-list.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { DraftFault } from '../draft/check-draft.ts';
import type { Difference } from '../draft/compare.ts';
import type { EmptySeat } from '../draft/empty-seats.ts';
import type { Draft } from '../draft/draft.ts';
import { DRAFT_PARTS, getPart } from '../draft/draft-parts.ts';
import { DifferenceList } from './difference-list.tsx';
import { draftPath, draftTexts, editedPath } from './draft-words.ts';
import { FaultPlace } from './fault-place.tsx';
import { PublishForm } from './publish-form.tsx';

export interface DraftPageProps {
  readonly draft: Draft;
  readonly faults: readonly DraftFault[];
  /** Against the version in force last; undefined when none was published. */
  readonly differences: readonly Difference[] | undefined;
  /** What each part holds, in a few words. */
  readonly held: Readonly<Partial<Record<string, LocalText>>>;
  /** Steps whose position nobody holds somewhere: no reason not to publish. */
  readonly empty: readonly EmptySeat[];
  /** Parts that nothing was said in. */
  readonly unsaid: ReadonlySet<string>;
  readonly from: DateInputProps['value'];
  readonly error?: string;
}

const texts = defineTexts({
  back: { vi: 'Về các phiên bản', en: 'Back to the versions' },
  parts: { vi: 'Các phần', en: 'Parts' },
  faults: { vi: 'Cần sửa trước khi công bố', en: 'To be mended before it is published' },
  difference: { vi: 'So với phiên bản áp dụng sau cùng', en: 'Against the version in force last' },
  publish: { vi: 'Công bố bản nháp', en: 'Publish the draft' },
  discard: { vi: 'Bỏ bản nháp', en: 'Discard the draft' },
  discardEffect: {
    vi: 'Bỏ bản nháp thì nội dung của nó mất hẳn; các phiên bản đã công bố không đổi.',
    en: 'Discarding the draft loses what is in it for good; published versions stay as they are.',
  },
  empty: { vi: 'Có vị trí chưa ai giữ', en: 'Some positions are held by nobody' },
  emptyAbout: {
    vi: 'Vẫn công bố được. Hồ sơ đến các bước này sẽ nằm chờ cho đến khi có người giữ vị trí.',
    en: 'It may be published all the same. Dossiers that come to these steps lie there until somebody holds the position.',
  },
  emptyIn: {
    vi: (role: string, empty: number, units: number) => `vai trò ${role}: ${empty} trên ${units} đơn vị chưa có người`,
    en: (role: string, empty: number, units: number) => `role ${role}: nobody in ${empty} of ${units} units`,
  },
  ready: { vi: 'Không có lỗi nào.', en: 'Nothing is wrong.' },
});

export function DraftPage({ draft, faults, differences, held, empty, unsaid, from, error }: DraftPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = draftTexts(locale);
  const { code, definition, changedAt, changedBy, version } = draft;
  return (
    <OfficerLayout title={`${shared.draft} ${code}`}>
      <div class="vc-stack">
        <ErrorSummary errors={error === undefined ? [] : [{ name: 'from', message: error }]} />
        <p>
          <a class="ds-link" href={editedPath(code)}>
            {words.back}
          </a>
        </p>
        <h1>
          {shared.draft}: <Local text={definition.name} />
        </h1>
        <p class="vc-quiet">
          {code} · {shared.changedBy(changedBy ?? shared.somebody, timeInSentence(changedAt, locale))}
        </p>
        <h2>{words.parts}</h2>
        <div class="vc-draft-parts">
          <TaskList
            tasks={DRAFT_PARTS.map((part) => ({
              title: <Local text={part.title} />,
              hint: held[part.key] && <Local text={held[part.key] as LocalText} />,
              href: `${draftPath(code)}/${part.path}`,
              state: faults.some((one) => one.part === part.key) ? 'wrong' : unsaid.has(part.key) ? 'optional' : 'done',
            }))}
          />
        </div>
        {faults.length > 0 && <Faults code={code} faults={faults} />}
        {differences && (
          <>
            <h2>{words.difference}</h2>
            <DifferenceList differences={differences} />
          </>
        )}
        {faults.length === 0 && differences?.length !== 0 && (
          <>
            <h2>{words.publish}</h2>
            {empty.length > 0 && <EmptySeats seats={empty} />}
            <PublishForm
              action={`${draftPath(code)}/cong-bo`}
              version={version}
              from={from}
              {...(error === undefined ? {} : { error })}
            >
              {words.publish}
            </PublishForm>
          </>
        )}
        <CommandForm action={`${draftPath(code)}/bo`} version={version}>
          <p class="vc-quiet">{words.discardEffect}</p>
          <Button variant="tertiary" danger>
            {words.discard}
          </Button>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}

function EmptySeats({ seats }: { seats: readonly EmptySeat[] }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <Notice kind="warning" title={words.empty}>
      <p>{words.emptyAbout}</p>
      <ul class="vc-list">
        {seats.map(({ step, role, empty, units, names }, index) => (
          <li key={index}>
            <Local text={step} /> – {words.emptyIn(role, empty, units)}:{' '}
            {names.map((name) => inLanguage(name, locale).text).join(', ')}
            {empty > names.length && ', …'}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Faults({ code, faults }: { code: string; faults: readonly DraftFault[] }) {
  const locale = useLocale();
  return (
    <Notice kind="warning" title={texts(locale).faults}>
      <ul class="vc-list">
        {faults.map(({ part, at, message }, index) => {
          const { title, path } = getPart(part);
          return (
            <li key={index}>
              <a class="ds-link" href={`${draftPath(code)}/${path}`}>
                {inLanguage(title, locale).text}
              </a>
              {': '}
              {message[locale]} <FaultPlace at={at} />
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
