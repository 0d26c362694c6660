/** Incident page: what happened, who has it since when, what is to be done by when, what it is made of, and the log. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Breadcrumb } from '../../../platform/web/components/trail/trail.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SectionHeading } from '../../../platform/web/components/section-heading/section-heading.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { IncidentState } from '../incident-state.ts';
import type { ShownIncident } from '../read-incident.ts';
import type { IncidentKind } from '../rules.ts';
import { centreWords, lengthText, levelText, outcomeText, stageText } from '../words.ts';
import { IncidentActs, TakeIncident } from './incident-acts.tsx';
import { IncidentLog } from './incident-log.tsx';
import { IncidentSignals } from './incident-signals.tsx';
import { IncidentSteps } from './incident-steps.tsx';
import { INCIDENTS, incidentPath } from './incident-path.ts';
import type { Refused } from './refused.ts';
import { CENTRE } from './wall-page.tsx';

export interface IncidentPageProps {
  readonly state: IncidentState;
  readonly shown: ShownIncident;
  readonly kind: IncidentKind;
  /** Of each type of signal, in short. */
  readonly sources: ReadonlyMap<string, { readonly vi: string; readonly en?: string }>;
  readonly at: Instant;
  /** Whose page it is: some acts are theirs already. */
  readonly accountId: string;
  readonly mayHandle: boolean;
  readonly refused?: Refused | undefined;
}

const texts = defineTexts({
  centre: { vi: 'Trung tâm điều hành', en: 'Operations centre' },
  incidents: { vi: 'Sự cố', en: 'Incidents' },
  kind: { vi: 'Loại', en: 'Kind' },
  where: { vi: 'Nơi xảy ra', en: 'Where' },
  whole: { vi: 'toàn tỉnh', en: 'whole province' },
  first: { vi: 'Xảy ra lúc', en: 'Happened' },
  last: { vi: 'Tín hiệu cuối', en: 'Last signal' },
  opened: { vi: 'Trung tâm biết lúc', en: 'The centre knew' },
  holder: { vi: 'Ai giữ', en: 'Held by' },
  nobody: {
    vi: (age: string) => `Chưa ai nhận, đã ${age} kể từ khi mở.`,
    en: (age: string) => `Nobody has taken it, ${age} since it was opened.`,
  },
  held: {
    vi: (who: string, stage: string, since: string) => `${who}, ${stage.toLowerCase()}, nhận sau ${since}.`,
    en: (who: string, stage: string, since: string) => `${who}, ${stage.toLowerCase()}, taken after ${since}.`,
  },
  closed: {
    vi: (outcome: string, time: string) => `${outcome} lúc ${time}.`,
    en: (outcome: string, time: string) => `${outcome} at ${time}.`,
  },
  joined: { vi: 'Gộp vào', en: 'Joined into' },
  drill: {
    vi: 'Sự cố giả định của một cuộc diễn tập. Không tính vào số liệu nào.',
    en: 'An invented incident of a drill. It counts in no figure.',
  },
  has: { vi: 'Trung tâm', en: 'Centre' },
  steps: { vi: 'Việc phải làm', en: 'What is to be done' },
  signals: { vi: 'Tín hiệu', en: 'Signals' },
  log: { vi: 'Nhật ký', en: 'Log' },
  acts: { vi: 'Xử lý', en: 'Act' },
});

export function IncidentPage(props: IncidentPageProps) {
  const { state, shown, at, mayHandle } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const title = state.title[locale] ?? state.title.vi;
  return (
    <OfficerLayout title={`${state.code}, ${title}`}>
      <div class="vc-stack vc-incident">
        <Breadcrumb
          crumbs={[
            { label: words.centre, href: CENTRE },
            { label: words.incidents, href: INCIDENTS },
          ]}
        />
        <header class="vc-incident-head">
          <p>
            <span class="vc-plate" data-level={state.severity}>
              {levelText(state.severity, locale)}
            </span>{' '}
            {state.drillId && (
              <Tag tone="warning" icon="flag">
                {centreWords(locale).drill}
              </Tag>
            )}{' '}
            {state.simulated && <Tag icon="info-circle">{centreWords(locale).simulated}</Tag>}{' '}
            <span class="vc-quiet vc-digits">{state.code}</span>
          </p>
          <h1>
            <Local text={state.title} />
          </h1>
          <p class="vc-lead">{standing(props, locale)}</p>
          {mayHandle && <TakeIncident {...props} />}
        </header>
        {state.drillId && <Notice kind="warning">{words.drill}</Notice>}
        <div class="vc-incident-columns">
          <div class="vc-stack">
            <Facts {...props} />
            <section>
              <SectionHeading>{words.steps}</SectionHeading>
              <IncidentSteps {...props} />
            </section>
            <section>
              <SectionHeading>{words.signals}</SectionHeading>
              <IncidentSignals {...props} />
            </section>
          </div>
          <div class="vc-stack">
            {mayHandle && (
              <section>
                <SectionHeading>{words.acts}</SectionHeading>
                <IncidentActs {...props} />
              </section>
            )}
            <section>
              <SectionHeading>{words.log}</SectionHeading>
              <IncidentLog log={shown.log} steps={state.steps} />
            </section>
          </div>
        </div>
        <p class="vc-caption">{timeInSentence(at, locale)}</p>
      </div>
    </OfficerLayout>
  );
}

/** Who has it and since when, or how it ended: the first thing to know. */
function standing({ state, shown, at }: IncidentPageProps, locale: 'vi' | 'en'): string {
  const words = texts(locale);
  if (state.closedAt !== null && state.outcome !== null)
    return words.closed(outcomeText(state.outcome, locale), timeInSentence(state.closedAt, locale));
  if (shown.holder === null || state.takenAt === null || state.assigneeId === null)
    return words.nobody(lengthText(state.openedAt, at, locale));
  return words.held(shown.holder, stageText(state.stage, locale), lengthText(state.openedAt, state.takenAt, locale));
}

function Facts({ state, shown, kind }: IncidentPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <SummaryList
      rows={[
        { label: words.kind, value: <Local text={kind.name} /> },
        {
          label: words.where,
          value: (
            <>
              {shown.area ? <Local text={shown.area} /> : words.whole}
              {shown.place !== null && `, ${shown.place}`}
              {state.point && (
                <span class="vc-quiet vc-whole">
                  {' '}
                  ({state.point.lat}, {state.point.lon})
                </span>
              )}
            </>
          ),
        },
        { label: words.first, value: timeInTable(state.firstAt, locale) },
        ...(state.lastAt === state.firstAt ? [] : [{ label: words.last, value: timeInTable(state.lastAt, locale) }]),
        { label: words.opened, value: timeInTable(state.openedAt, locale) },
        ...(shown.holder !== null
          ? [
              {
                label: words.holder,
                value: (
                  <>
                    {shown.holder}
                    {shown.holderUnit && (
                      <>
                        , <Local text={shown.holderUnit} />
                      </>
                    )}
                  </>
                ),
              },
            ]
          : []),
        { label: words.has, value: <Local text={shown.district ?? shown.centre} /> },
        ...(shown.joinedTo !== null
          ? [
              {
                label: words.joined,
                value: (
                  <a class="ds-link" href={incidentPath({ code: shown.joinedTo })}>
                    {shown.joinedTo}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
