/** The organisation as the registry lists it: its entries, refusals and part of the province pack. */
import { defineSystem } from '../system/define-system.ts';
import { organisationEntries } from './events.ts';
import { loadOrganisation } from './load-organisation.ts';
import { readOrganisation } from './pack.ts';
import { organisationRefusals } from './refusals.ts';

export const organisation = defineSystem({
  id: 'organisation',
  title: { vi: 'Tổ chức bộ máy', en: 'Organisation' },
  uses: [],
  entries: organisationEntries,
  refusals: organisationRefusals,
  async load({ db, clock }, packFolder) {
    const read = readOrganisation(packFolder);
    if (read.faults)
      throw new Error(`the organisation of the province pack is not usable: ${JSON.stringify(read.faults)}`);
    await loadOrganisation(db, { organisation: read.organisation, clock });
  },
});
