/** Jobs as the registry lists them: the administrator's page of background work, and what is done there. */
import { Type } from 'typebox';
import { defineSystem } from '../system/define-system.ts';
import { jobRoutes } from './routes.tsx';

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
});
