/** Routes of procedures: the administrator reads what imports of the national catalogue loaded and reported. */
import { isId } from '../../platform/db/ids.ts';
import { fieldOf, get, notFound, page, type Route } from '../../platform/http/route.ts';
import { findImportReport, listImportReports } from './import/import-report.ts';
import { ImportReportPage } from './pages/import-report-page.tsx';
import { ImportReportsPage } from './pages/import-reports-page.tsx';
import type { ProcedureTables } from './tables.ts';

const IMPORTS = '/quan-tri/nhap-danh-muc';
const access = { permission: 'procedures.read-imports' } as const;
const REPORTS = 50;
const LINES = 100;

export const procedureRoutes: readonly Route<ProcedureTables>[] = [
  get(IMPORTS, access, async ({ db }) =>
    page(<ImportReportsPage reports={await listImportReports(db, REPORTS)} pathOf={(id) => `${IMPORTS}/${id}`} />),
  ),
  get(`${IMPORTS}/:id`, access, async ({ db, params, query }) => {
    const { id = '' } = params;
    const after = fieldOf(query, 'sau');
    const found = isId(id) ? await findImportReport(db, id, { after, limit: LINES }) : undefined;
    if (!found) return notFound;
    const next = found.next === undefined ? {} : { next: `${IMPORTS}/${id}?sau=${found.next}` };
    return page(<ImportReportPage report={found.report} lines={found.lines} {...next} />);
  }),
];
