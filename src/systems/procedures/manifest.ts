/** Procedures (danh mục thủ tục hành chính): what it is, what it writes in the journal, which part of the province pack it loads. */
import { sql } from 'kysely';
import { dayOf } from '../../platform/calendar/instant.ts';
import { readOrganisation } from '../../platform/organisation/pack.ts';
import { ADMINISTRATOR } from '../../platform/permissions/permissions.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
import { draftRoutes } from './draft/draft-routes.tsx';
import { designerRoutes } from './edit/designer-routes.tsx';
import { listBegun } from './draft/listed-version.ts';
import { editRoutes } from './edit/edit-routes.tsx';
import { itemsRoutes } from './edit/items-routes.tsx';
import { procedureEntries } from './events.ts';
import { formLists } from './get-version.ts';
import { loadProcedurePack } from './load-pack.ts';
import { PROCESSES, processRoutes } from './process-routes.tsx';
import { procedureRefusals } from './refusals.ts';
import { offeredMeasure } from './offered-measure.ts';
import { procedureRoutes } from './routes.tsx';
import type { ProcedureTables } from './tables.ts';

export const procedures = defineSystem<ProcedureTables>({
  id: 'procedures',
  title: { vi: 'Danh mục thủ tục hành chính', en: 'Administrative procedures' },
  uses: [],
  migrates: true,
  permissions: {
    'procedures.read-imports': {
      title: { vi: 'Xem kết quả nhập danh mục thủ tục', en: 'Read imports of the catalogue' },
      roles: [ADMINISTRATOR],
    },
    'procedures.edit-definitions': {
      title: { vi: 'Biên tập, công bố thủ tục', en: 'Edit and publish procedures' },
      roles: [ADMINISTRATOR],
    },
    'procedures.settle-differences': {
      title: { vi: 'Nhận hoặc không nhận thay đổi của thủ tục quốc gia', en: 'Accept or reject national changes' },
      roles: [ADMINISTRATOR],
    },
    'procedures.read-processes': {
      title: { vi: 'Xem quy trình nội bộ', en: 'Read internal processes' },
      roles: [ADMINISTRATOR],
    },
  },
  measures: { 'procedures.offered': offeredMeasure },
  routes: [...procedureRoutes, ...draftRoutes, ...editRoutes, ...itemsRoutes, ...designerRoutes, ...processRoutes],
  refusals: procedureRefusals,
  upkeep: {
    'procedures.listed': {
      title: { vi: 'Danh mục theo phiên bản đã đến ngày áp dụng', en: 'The list follows versions whose day has come' },
      counts: { listed: { vi: 'thủ tục', en: 'procedures' } },
      run: async ({ db, clock }) => ({ listed: await listBegun(db, dayOf(clock())) }),
    },
  },
  links: {
    office: [
      {
        label: { vi: 'Biên tập thủ tục', en: 'Edit procedures' },
        href: '/quan-tri/thu-tuc',
        permission: 'procedures.edit-definitions',
      },
      {
        label: { vi: 'Nhập danh mục thủ tục', en: 'Imports of the catalogue' },
        href: '/quan-tri/nhap-danh-muc',
        permission: 'procedures.read-imports',
      },
      {
        label: { vi: 'Quy trình nội bộ', en: 'Internal processes' },
        href: PROCESSES,
        permission: 'procedures.read-processes',
      },
    ],
  },
  entries: procedureEntries,
  // Entries are named, not imported: the order of search results may lag, and procedures know no dossiers.
  subscribers: () => [
    {
      name: 'procedures.count-uses',
      types: ['dossiers.dossier-submitted'],
      async handle(trx, { dims }) {
        const code = dims?.['procedure'];
        if (typeof code !== 'string') return;
        await sql`update procedures.procedure set uses = uses + 1 where code = ${code}`.execute(trx);
      },
    },
  ],
  async load({ db, clock }, packFolder) {
    await loadProcedurePack(
      db,
      { folder: packFolder, organisation: () => organisationOf(packFolder), library: { lists: await formLists(db) } },
      clock,
    );
  },
});

function organisationOf(packFolder: string) {
  const { organisation, faults } = readOrganisation(packFolder);
  if (faults) throw new Error(`the organisation of the province pack is not usable: ${JSON.stringify(faults)}`);
  return organisation;
}
