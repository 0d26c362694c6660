/** National portal (Cổng Dịch vụ công quốc gia): it is told of every dossier and every step, in order and once, and nobody waits for it. */
import type { Db } from '../../platform/db/database.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import { ADMINISTRATOR } from '../../platform/permissions/permissions.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
import { nationalPortalTiles } from './centre-figures.ts';
import { nationalPortalEntries } from './events.ts';
import { SEND, tellOfEntry } from './messages.ts';
import { COUNT, nationalPortalRoutes, WAITING } from './routes.tsx';
import { sendDue } from './send.ts';
import type { NationalPortalTables } from './tables.ts';
import { TOLD_ENTRIES } from './told-entries.ts';
import { supervisedSync } from './supervised-sync.ts';

export const nationalPortal = defineSystem<NationalPortalTables>({
  id: 'national-portal',
  title: { vi: 'Đồng bộ với Cổng Dịch vụ công quốc gia', en: 'Sync with the national portal' },
  uses: ['dossiers'],
  supervisedFacts: { 'dossier.portal': supervisedSync },
  migrates: true,
  permissions: {
    'national-portal.manage': {
      title: { vi: 'Xem và gửi lại việc đồng bộ quốc gia', en: 'See the national sync, send again' },
      roles: [ADMINISTRATOR],
    },
    'national-portal.count': {
      title: { vi: 'Xem số hồ sơ chưa đồng bộ quốc gia', en: 'See how many dossiers are not synced' },
      roles: ['LP', 'CT', 'LD', 'GD', 'TCA'],
    },
  },
  entries: nationalPortalEntries,
  routes: nationalPortalRoutes,
  tiles: nationalPortalTiles,
  links: {
    books: [
      {
        label: { vi: 'Đồng bộ quốc gia', en: 'National sync' },
        href: COUNT,
        permission: 'national-portal.count',
      },
    ],
    office: [
      {
        label: { vi: 'Đồng bộ quốc gia', en: 'National sync' },
        href: WAITING,
        permission: 'national-portal.manage',
      },
    ],
  },
  jobs: { [SEND]: sendDue },
  // every act wakes the job; this finds what waited while no address was set
  schedules: { [SEND]: '*/10 * * * *' },
  subscribers: (platform) => [
    {
      name: 'national-portal.tell',
      types: TOLD_ENTRIES,
      handle: (trx, entry) => tellOfEntry(trx as unknown as Db<NationalPortalTables>, entry, platform),
    },
    {
      name: 'national-portal.wake',
      types: ['national-portal.sending-retried'],
      handle: (trx) => addJob(trx, SEND, {}, { key: SEND }),
    },
  ],
});
