/** The plan (đề án): its targets with what is reached, who said so and who approved it, and how they stand by a published rule. */
import { defineSystem } from '../../platform/system/define-system.ts';
import { loadDefinition } from './current-definition.ts';
import { planEntries } from './events.ts';
import { APPROVE, ENTER, SEE } from './office.ts';
import { readPlanPack } from './pack.ts';
import { planRefusals } from './refusals.ts';
import { OFFICE_PLAN, officePlanRoutes } from './routes/office-plan.tsx';
import { officeReportRoutes } from './routes/office-report.tsx';
import { officeSheetRoutes } from './routes/office-sheets.tsx';
import { publicPlanRoutes } from './routes/public-plan.tsx';
import type { PlanTables } from './tables.ts';
import { ADMINISTRATOR } from '../../platform/permissions/permissions.ts';

export const plan = defineSystem<PlanTables>({
  id: 'plan',
  title: { vi: 'Theo dõi đề án', en: 'The province’s plan' },
  uses: [],
  migrates: true,
  permissions: {
    [SEE]: {
      title: { vi: 'Xem việc thực hiện đề án', en: 'See how the plan goes' },
      roles: ['CV', 'LP', 'LD', 'CT', ADMINISTRATOR],
    },
    [ENTER]: {
      title: { vi: 'Nhập số liệu đề án', en: 'Enter values of the plan' },
      roles: ['CV', 'LP', 'LD'],
    },
    [APPROVE]: {
      title: { vi: 'Duyệt số liệu đề án', en: 'Approve values of the plan' },
      roles: ['LD', 'CT'],
    },
  },
  entries: planEntries,
  refusals: planRefusals,
  routes: [...publicPlanRoutes, ...officePlanRoutes, ...officeSheetRoutes, ...officeReportRoutes],
  links: {
    services: [{ label: { vi: 'Chỉ tiêu kế hoạch của tỉnh', en: 'Targets of the province’s plan' }, href: '/de-an' }],
    books: [{ label: { vi: 'Đề án', en: 'The plan' }, href: OFFICE_PLAN, permission: SEE }],
  },
  async load({ db, clock }, packFolder) {
    await loadDefinition(db, readPlanPack(packFolder), clock);
  },
});
