/** Jobs as the registry lists them: the administrator's page of background work, and what is done there. */
import { Type } from 'typebox';
import { defineSystem } from '../system/define-system.ts';
import { jobRoutes } from './routes.tsx';
import { runUpkeep, UPKEEP, UPKEEP_AT } from './upkeep.ts';

export const jobs = defineSystem({
  id: 'jobs',
  title: { vi: 'Việc nền', en: 'Background work' },
  uses: [],
  permissions: {
    'jobs.manage': {
      title: { vi: 'Xem việc nền, cho thử lại', en: 'See background work, have it tried again' },
      roles: ['administrator'],
    },
  },
  entries: {
    'jobs.job-replayed': {
      title: { vi: 'Cho thử lại việc nền', en: 'Job tried again' },
      versions: [{ version: 1, body: Type.Object({ job: Type.String() }), sample: { job: '7' } }],
    },
    'jobs.job-dropped': {
      title: { vi: 'Bỏ việc nền', en: 'Job let go' },
      versions: [{ version: 1, body: Type.Object({ job: Type.String() }), sample: { job: '7' } }],
    },
    'jobs.upkeep-done': {
      title: { vi: 'Dọn dẹp hằng đêm', en: 'Nightly upkeep' },
      versions: [
        {
          version: 1,
          body: Type.Object({
            done: Type.Record(Type.String(), Type.Record(Type.String(), Type.Integer())),
            failed: Type.Array(Type.String()),
          }),
          sample: { done: { 'identity.sign-ins': { attempts: 12, sessions: 3 } }, failed: ['files.rescan'] },
        },
      ],
    },
    'jobs.entry-replayed': {
      title: { vi: 'Cho xử lý lại mục nhật ký', en: 'Journal entry handled again' },
      versions: [
        {
          version: 1,
          body: Type.Object({ subscriber: Type.String(), position: Type.Integer() }),
          sample: { subscriber: 'payments.request-fees', position: 7 },
        },
      ],
    },
  },
  routes: jobRoutes,
  links: {
    office: [
      { label: { vi: 'Việc nền', en: 'Background work' }, href: '/quan-tri/viec-nen', permission: 'jobs.manage' },
    ],
  },
  jobs: { [UPKEEP]: runUpkeep },
  schedules: { [UPKEEP]: UPKEEP_AT },
});
