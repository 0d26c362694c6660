/** The organisation as the registry lists it: its entries, refusals and part of the province pack, and who acts for whom. */
import { ADMINISTRATOR } from '../permissions/permissions.ts';
import { defineSystem } from '../system/define-system.ts';
import { absenceRoutes } from './absence-routes.tsx';
import { delegationNotices } from './delegation-notices.ts';
import { delegationRoutes } from './delegation-routes.tsx';
import { organisationEntries } from './events.ts';
import { loadOrganisation } from './load-organisation.ts';
import { loadOfficeRules } from './office-rules.ts';
import { readOrganisation } from './pack.ts';
import { organisationRefusals } from './refusals.ts';

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
  },
  entries: organisationEntries,
  refusals: organisationRefusals,
  routes: [...delegationRoutes, ...absenceRoutes],
  subscribers: () => [delegationNotices],
  links: {
    office: [
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
