/** Heartbeat page: for every scenario the proof that it runs, and what is done with one that does not. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { Tabs } from '../../../platform/web/components/tabs/tabs.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { FINDINGS } from '../findings/findings-asked.ts';
import type { ShownHeartbeat } from '../read-heartbeats.ts';
import { HEARTBEAT, keeperTabs } from './findings-tabs.tsx';

export interface HeartbeatPageProps {
  readonly beats: readonly ShownHeartbeat[];
  readonly broken: readonly { readonly code: string; readonly reason: string }[];
  readonly sees: boolean;
  readonly at: Instant;
}

const texts = defineTexts({
  title: { vi: 'Nhịp sống của các kịch bản', en: 'Heartbeat of the scenarios' },
  about: {
    vi: 'Mỗi phút, từng kịch bản được thử lại trên ví dụ của chính nó và việc nó đã xét được đếm lại.',
    en: 'Each minute every scenario is tried on its own examples, and what it has looked at is counted.',
  },
  label: { vi: 'Giám sát', en: 'Supervision' },
  list: { vi: 'Phát hiện', en: 'Findings' },
  scenario: { vi: 'Kịch bản', en: 'Scenario' },
  version: { vi: (n: number) => `phiên bản ${n}`, en: (n: number) => `version ${n}` },
  looked: { vi: 'Đã xét', en: 'Looked at' },
  last: { vi: 'Lần cuối', en: 'Last' },
  never: { vi: 'Chưa lần nào', en: 'Never' },
  examples: { vi: 'Ví dụ', en: 'Examples' },
  fit: { vi: 'Đúng', en: 'Fit' },
  unfit: { vi: 'Sai', en: 'Do not fit' },
  untried: { vi: 'Chưa thử', en: 'Not tried' },
  swept: { vi: 'Quét tới', en: 'Swept up to' },
  acts: { vi: 'theo hành vi', en: 'on acts' },
  errors: { vi: 'Lỗi 24 giờ', en: 'Errors, 24 h' },
  findings: { vi: 'Phát hiện', en: 'Findings' },
  state: { vi: 'Trạng thái', en: 'State' },
  on: { vi: 'Đang chạy', en: 'Running' },
  off: { vi: 'Đã tắt', en: 'Switched off' },
  since: { vi: (at: string) => `từ ${at}`, en: (at: string) => `since ${at}` },
  broken: { vi: 'Không chạy được nữa', en: 'Cannot run any more' },
  slow: { vi: 'chạy quá lâu', en: 'ran too long' },
  wrong: { vi: 'kịch bản sai', en: 'the rule was wrong' },
  failed: { vi: (why: string) => `lỗi: ${why}`, en: (why: string) => `failed: ${why}` },
  again: { vi: 'Bật lại', en: 'Switch on again' },
  withdraw: { vi: 'Rút phiên bản này', en: 'Withdraw this version' },
});

export function HeartbeatPage({ beats, broken, sees }: HeartbeatPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const time = (at: Instant | null): string => (at === null ? words.never : timeInTable(at, locale));
  const why = (reason: string | null): string =>
    reason === 'slow' ? words.slow : reason === 'wrong-rule' ? words.wrong : words.failed(reason ?? '');
  return (
    <OfficerLayout
      title={words.title}
      tabs={
        <Tabs
          label={words.label}
          tabs={[
            ...(sees ? [{ label: words.list, href: FINDINGS }] : []),
            ...keeperTabs(locale, { sees, keeps: true, current: HEARTBEAT }),
          ]}
        />
      }
    >
      <div class="vc-stack vc-findings">
        <h1>{words.title}</h1>
        <p class="vc-quiet">{words.about}</p>
        <DataTable
          caption={words.title}
          captionHidden
          rows={beats}
          keyOf={({ scenario }) => scenario}
          columns={[
            {
              key: 'scenario',
              head: words.scenario,
              names: true,
              cell: ({ scenario, title, version }) => (
                <>
                  {scenario} <Local text={title} />
                  <br />
                  <span class="vc-quiet">{words.version(version)}</span>
                </>
              ),
            },
            {
              key: 'looked',
              head: words.looked,
              align: 'end',
              digits: true,
              labelled: true,
              cell: ({ evaluations }) => groupedNumber(evaluations, locale),
            },
            {
              key: 'last',
              head: words.last,
              digits: true,
              labelled: true,
              cell: ({ evaluatedAt }) => time(evaluatedAt),
            },
            {
              key: 'swept',
              head: words.swept,
              digits: true,
              labelled: true,
              cell: ({ isAboutSilence, sweptUpTo }) => (isAboutSilence ? time(sweptUpTo) : words.acts),
            },
            {
              key: 'examples',
              head: words.examples,
              cell: ({ fits }) =>
                fits === null ? (
                  words.untried
                ) : (
                  <Tag tone={fits ? 'success' : 'danger'} icon={fits ? 'check' : 'alert-circle'}>
                    {fits ? words.fit : words.unfit}
                  </Tag>
                ),
            },
            {
              key: 'errors',
              head: words.errors,
              align: 'end',
              digits: true,
              labelled: true,
              cell: ({ errors }) => errors,
            },
            {
              key: 'findings',
              head: words.findings,
              align: 'end',
              digits: true,
              labelled: true,
              cell: ({ findings, scenario }) =>
                sees ? (
                  <a class="ds-link" href={`${FINDINGS}?cua=don-vi&kichban=${scenario}`}>
                    {groupedNumber(findings, locale)}
                  </a>
                ) : (
                  groupedNumber(findings, locale)
                ),
            },
            {
              key: 'state',
              head: words.state,
              cell: ({ offSince, offReason, scenario, version }) => {
                const fault = broken.find(({ code }) => code === scenario);
                return (
                  <>
                    {offSince !== null ? (
                      <>
                        <span>
                          <Tag tone="danger" icon="player-pause">
                            {words.off}
                          </Tag>{' '}
                          {words.since(time(offSince))}, {why(offReason)}
                        </span>
                        <CommandForm action={`${HEARTBEAT}/bat-lai`}>
                          <input type="hidden" name="kichban" value={scenario} />
                          <input type="hidden" name="phienban" value={version} />
                          <Button variant="secondary">{words.again}</Button>
                        </CommandForm>
                      </>
                    ) : fault ? (
                      <span>
                        <Tag tone="danger" icon="alert-circle">
                          {words.broken}
                        </Tag>{' '}
                        {fault.reason}
                      </span>
                    ) : (
                      <Tag tone="success" icon="check">
                        {words.on}
                      </Tag>
                    )}
                    <br />
                    <a class="ds-link" href={`${FINDINGS}/rut?kichban=${scenario}&phienban=${version}`}>
                      {words.withdraw}
                    </a>
                  </>
                );
              },
            },
          ]}
        />
      </div>
    </OfficerLayout>
  );
}
