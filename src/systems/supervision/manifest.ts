/** Supervision (giám sát dịch vụ hành chính công): every act checked at once against the scenarios in force, and silence by the clock. */
import { recordedTable } from '../../platform/cases/effect.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import { loadPackSettings } from '../../platform/settings/setting-versions.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
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
  entries: supervisionEntries,
  refusals: {
    'supervision.blocked': {
      text: {
        vi: 'Kịch bản {scenario} không cho thực hiện: {message}',
        en: 'Scenario {scenario} does not allow it: {message}',
      },
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
