/** Supervision (giám sát dịch vụ hành chính công): every act checked at once against the scenarios in force, and silence by the clock. */
import { findingMeasure } from './finding-measure.ts';
import { recordedTable } from '../../platform/cases/effect.ts';
import { isSimulating } from '../../platform/cases/timers.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import { loadPackSettings } from '../../platform/settings/setting-versions.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
import { ADMINISTRATOR } from '../../platform/permissions/permissions.ts';
import { scenarioRoutes } from './authoring/scenario-routes.tsx';
import { blockRoutes } from './block/block-routes.tsx';
import { BLOCKS, blockTexts } from './block/block-words.ts';
import { scenarioTexts, SCENARIOS } from './authoring/scenario-words.ts';
import { BACK_TEST, followBackTests } from './back-test/ask-back-test.ts';
import { backTestRoutes } from './back-test/back-test-routes.tsx';
import { dropOldTests } from './back-test/drop-old-tests.ts';
import { runBackTest } from './back-test/run-back-test.ts';
import type { Route } from '../../platform/http/route.ts';
import { supervisionEntries } from './events.ts';
import { supervisionLayers, supervisionSignals, supervisionTiles } from './centre-figures.ts';
import { findingsBesideCase } from './findings/beside-case.tsx';
import { countActs } from './count-acts.ts';
import { countOwnFindings } from './findings/count-own.ts';
import { UNANSWERED } from './findings/decide-finding.ts';
import { escalateUnanswered } from './findings/escalate.ts';
import { findingEntries } from './findings/finding-events.ts';
import { findingRefusals } from './findings/finding-refusals.ts';
import { FINDINGS } from './findings/findings-asked.ts';
import { KEEP, OWN, SEE } from './findings/reach.ts';
import { findingsTold, tellFindings } from './findings/tell-findings.ts';
import { keepHeartbeat } from './keep-heartbeat.ts';
import { HEARTBEAT } from './pages/findings-tabs.tsx';
import { readPackScenarios } from './pack.ts';
import { findingActRoutes } from './routes/finding-acts.tsx';
import { findingsListRoutes } from './routes/findings-list.tsx';
import { keepingRoutes } from './routes/keeping-routes.tsx';
import { settingOf } from './scenario.ts';
import { speechOf, supervisionOf } from './supervision.ts';
import { sweepSilence } from './sweep-silence.ts';
import type { FindingRow, SupervisionTables } from './tables.ts';
import { watchActs } from './watch-acts.ts';

const SWEEP = 'supervision.sweep';

export const supervision = defineSystem<SupervisionTables>({
  id: 'supervision',
  title: { vi: 'Giám sát dịch vụ hành chính công', en: 'Supervision of public services' },
  uses: [],
  migrates: true,
  permissions: {
    'supervision.write': {
      title: { vi: 'Soạn, công bố kịch bản giám sát', en: 'Write and publish scenarios of supervision' },
      roles: [ADMINISTRATOR],
    },
    'supervision.authorise-block': {
      title: { vi: 'Cho phép kịch bản chặn hành vi', en: 'Authorise scenarios that block' },
      roles: ['CT', 'LD'],
    },
    [OWN]: {
      title: { vi: 'Xem, giải trình phát hiện của mình', en: 'See and answer one’s own findings' },
      roles: ['TN', 'HT', 'CV', 'LP', 'CT', 'VT', 'LD', 'GD', 'DK', 'CS', 'TCA', 'KT'],
    },
    [SEE]: {
      title: { vi: 'Xem, kết luận phát hiện của đơn vị', en: 'See and conclude findings of units' },
      roles: ['LP', 'CT', 'LD', 'GD', 'TCA'],
    },
    [KEEP]: {
      title: { vi: 'Theo dõi, bật lại, rút kịch bản giám sát', en: 'Keep the rules of supervision running' },
      roles: [ADMINISTRATOR],
    },
  },
  entries: { ...supervisionEntries, ...findingEntries },
  besideCase: { dossier: findingsBesideCase },
  barCount: countOwnFindings,
  tiles: supervisionTiles,
  layers: supervisionLayers,
  signals: supervisionSignals,
  subscribers: (platform) => [findingsTold, followBackTests, countActs(platform)],
  measures: { 'supervision.findings': findingMeasure },
  refusals: {
    'supervision.blocked': {
      text: {
        vi: 'Kịch bản {scenario} không cho thực hiện: {message}',
        en: 'Scenario {scenario} does not allow it: {message}',
      },
    },
    'supervision.own-draft': {
      text: {
        vi: 'Người đã sửa bản nháp không được tự phê duyệt việc chặn.',
        en: 'Who has changed the draft may not approve its blocking.',
      },
    },
    'supervision.does-not-block': {
      text: { vi: 'Bản nháp này không chặn hành vi nào.', en: 'This draft blocks nothing.' },
    },
    'supervision.approved-already': {
      text: { vi: 'Bản nháp này đã được phê duyệt.', en: 'This draft has been approved already.' },
    },
    ...findingRefusals,
  },
  recorded: {
    'supervision.finding': recordedTable<FindingRow>('case_id', ['case_id'], {
      case_id: 'kept',
      scenario: 'kept',
      scenario_version: 'kept',
      severity: 'kept',
      subject_id: 'kept',
      subject_kind: 'kept',
      subject_code: 'kept',
      entry_id: 'kept',
      act: 'kept',
      occasion: 'kept',
      procedure_code: 'kept',
      unit_id: 'kept',
      officer_id: 'kept',
      found_at: 'kept',
      message: 'content',
      clauses: 'content',
      answered_at: 'kept',
      concluded_at: 'kept',
      conclusion: 'kept',
      escalations: 'kept',
    }),
  },
  watchers: (platform) => [watchActs(supervisionOf(platform))],
  timers: { [UNANSWERED]: escalateUnanswered },
  upkeep: {
    'supervision.back-tests': {
      title: { vi: 'Lần thử kịch bản đã cũ', en: 'Old back-tests' },
      counts: { dropped: { vi: 'lần thử đã xóa', en: 'tests dropped' } },
      run: async (platform) => ({ dropped: await dropOldTests(platform.db, platform.clock()) }),
    },
  },
  jobs: {
    [BACK_TEST]: (platform, payload) => runBackTest(platform, String((payload as { test?: string }).test)),
    async [SWEEP](platform) {
      const parts = supervisionOf(platform);
      await parts.kept.renew();
      if (!(await isSimulating(platform.db))) await sweepSilence(platform, parts, platform.clock());
      await keepHeartbeat(platform, parts, platform.clock());
      await tellFindings(platform, platform.clock());
    },
  },
  routes: [
    ...([...scenarioRoutes, ...blockRoutes, ...backTestRoutes] as readonly Route<SupervisionTables>[]),
    ...findingsListRoutes,
    ...keepingRoutes,
    ...findingActRoutes,
  ],
  links: {
    desk: [{ label: { vi: 'Phát hiện vi phạm', en: 'Findings' }, href: FINDINGS, permission: OWN }],
    office: [
      {
        label: { vi: 'Nhịp sống kịch bản giám sát', en: 'Heartbeat of supervision' },
        href: HEARTBEAT,
        permission: KEEP,
      },
      {
        label: { vi: scenarioTexts('vi').scenarios, en: scenarioTexts('en').scenarios },
        href: SCENARIOS,
        permission: 'supervision.write',
      },
      {
        label: { vi: blockTexts('vi').title, en: blockTexts('en').title },
        href: BLOCKS,
        permission: 'supervision.authorise-block',
      },
    ],
  },
  schedules: { [SWEEP]: '* * * * *' },
  async load(platform, packFolder) {
    const scenarios = readPackScenarios(packFolder, speechOf(platform));
    await loadPackSettings(
      platformPart(platform.db),
      scenarios.map((body) => ({ setting: settingOf(body.code), body })),
      platform.clock(),
    );
    await supervisionOf(platform).kept.renew();
  },
});
