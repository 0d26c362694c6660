/** Supervision (giám sát dịch vụ hành chính công): every act checked at once against the scenarios in force, and silence by the clock. */
import { recordedTable } from '../../platform/cases/effect.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import { loadPackSettings } from '../../platform/settings/setting-versions.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
import { ADMINISTRATOR } from '../../platform/permissions/permissions.ts';
import { scenarioRoutes } from './authoring/scenario-routes.tsx';
import { blockRoutes } from './block/block-routes.tsx';
import { BLOCKS, blockTexts } from './block/block-words.ts';
import { scenarioTexts, SCENARIOS } from './authoring/scenario-words.ts';
import type { Route } from '../../platform/http/route.ts';
import { supervisionEntries } from './events.ts';
import { keepHeartbeat } from './keep-heartbeat.ts';
import { readPackScenarios } from './pack.ts';
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
  },
  entries: supervisionEntries,
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
  // the time of an answer that did not come is handled where findings are escalated
  timers: { 'supervision.unanswered': async () => undefined },
  jobs: {
    async [SWEEP](platform) {
      const parts = supervisionOf(platform);
      await parts.kept.renew();
      await sweepSilence(platform, parts, platform.clock());
      await keepHeartbeat(platform, parts, platform.clock());
    },
  },
  routes: [
    ...(scenarioRoutes as readonly Route<SupervisionTables>[]),
    ...(blockRoutes as readonly Route<SupervisionTables>[]),
  ],
  links: {
    office: [
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
