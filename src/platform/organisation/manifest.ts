/** The organisation as the registry lists it: its entries, refusals and part of the province pack, and who acts for whom. */
import { ADMINISTRATOR } from '../permissions/permissions.ts';
import { defineSystem } from '../system/define-system.ts';
import { absenceRoutes } from './absence-routes.tsx';
import { ORGANISATION } from './changes/administrator.ts';
import { appointmentRoutes } from './changes/appointment-routes.tsx';
import { changeRoutes } from './changes/change-routes.tsx';
import { itemRoutes } from './changes/item-routes.tsx';
import { bringDueIntoForce } from './changes/publish-change.ts';
import { unitRoutes } from './changes/unit-routes.tsx';
import { delegationNotices } from './delegation-notices.ts';
import { delegationRoutes } from './delegation-routes.tsx';
import { organisationEntries } from './events.ts';
import { loadOrganisation } from './load-organisation.ts';
import { loadOfficeRules } from './office-rules.ts';
import { readOrganisation } from './pack.ts';
import { organisationRefusals } from './refusals.ts';

const COME_INTO_FORCE = 'organisation.come-into-force';

export const organisation = defineSystem({
  id: 'organisation',
  title: { vi: 'Tổ chức bộ máy', en: 'Organisation' },
  uses: [],
  permissions: {
    'organisation.delegate': {
      title: { vi: 'Ủy quyền vị trí của mình', en: 'Delegate one’s own position' },
      roles: ['LP', 'CT', 'LD', 'GD', 'TCA'],
    },
    'organisation.be-away': {
      title: { vi: 'Báo vắng mặt', en: 'Say an absence' },
      roles: ['TN', 'HT', 'CV', 'LP', 'CT', 'VT', 'LD', 'GD', 'DK', 'CS', 'TCA'],
    },
    'organisation.manage-delegations': {
      title: { vi: 'Ghi và chấm dứt ủy quyền', en: 'Record and end delegations' },
      roles: [ADMINISTRATOR],
    },
    'organisation.change': {
      title: { vi: 'Thay đổi tổ chức bộ máy', en: 'Change the organisation' },
      roles: [ADMINISTRATOR],
    },
  },
  entries: organisationEntries,
  refusals: organisationRefusals,
  routes: [...delegationRoutes, ...absenceRoutes, ...unitRoutes, ...changeRoutes, ...itemRoutes, ...appointmentRoutes],
  subscribers: () => [delegationNotices],
  jobs: {
    [COME_INTO_FORCE]: async ({ db, clock }) => {
      await bringDueIntoForce(db, clock());
    },
  },
  // every minute: a change of tomorrow holds when tomorrow has come
  schedules: { [COME_INTO_FORCE]: '* * * * *' },
  links: {
    office: [
      { label: { vi: 'Tổ chức bộ máy', en: 'Organisation' }, href: ORGANISATION, permission: 'organisation.change' },
      { label: { vi: 'Vắng mặt', en: 'Absence' }, href: '/can-bo/vang-mat', permission: 'organisation.be-away' },
      { label: { vi: 'Ủy quyền', en: 'Delegation' }, href: '/can-bo/uy-quyen', permission: 'organisation.delegate' },
      {
        label: { vi: 'Sổ ủy quyền', en: 'Register of delegations' },
        href: '/quan-tri/uy-quyen',
        permission: 'organisation.manage-delegations',
      },
    ],
  },
  async load({ db, clock }, packFolder) {
    const read = readOrganisation(packFolder);
    if (read.faults)
      throw new Error(`the organisation of the province pack is not usable: ${JSON.stringify(read.faults)}`);
    await loadOrganisation(db, { organisation: read.organisation, clock });
    await loadOfficeRules(db, packFolder);
  },
});
