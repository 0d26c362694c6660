/** Routes of procedures: the administrator reads what imports of the national catalogue loaded and reported, and settles what they changed. */
import { dayOf } from '../../platform/calendar/instant.ts';
import { isId } from '../../platform/db/ids.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  notFound,
  page,
  post,
  type Route,
  seeOther,
} from '../../platform/http/route.ts';
import { actorOf } from '../../platform/identity/signed-in.ts';
import { findProcedure } from './find-procedure.ts';
import { countOpenDifferences, findDifference, listDifferences } from './import/differences.ts';
import { findImportReport, listImportReports } from './import/import-report.ts';
import { differencesOf } from './import/record-difference.ts';
import { settleDifferences } from './import/settle-differences.ts';
import { DifferencePage } from './pages/difference-page.tsx';
import { DifferencesPage, SHOWN_STATES } from './pages/differences-page.tsx';
import { ImportReportPage } from './pages/import-report-page.tsx';
import { ImportReportsPage } from './pages/import-reports-page.tsx';
import { publishedLines } from './published-lines.ts';
import type { ProcedureTables } from './tables.ts';

const IMPORTS = '/quan-tri/nhap-danh-muc';
const DIFFERENCES = '/quan-tri/thay-doi-danh-muc';
const settling = { permission: 'procedures.settle-differences' } as const;
const access = { permission: 'procedures.read-imports' } as const;
const REPORTS = 50;
const LINES = 100;

export const procedureRoutes: readonly Route<ProcedureTables>[] = [
  get(IMPORTS, access, async ({ db }) =>
    page(
      <ImportReportsPage
        reports={await listImportReports(db, REPORTS)}
        pathOf={(id) => `${IMPORTS}/${id}`}
        differences={{ href: DIFFERENCES, open: await countOpenDifferences(db) }}
      />,
    ),
  ),
  get(`${IMPORTS}/:id`, access, async ({ db, params, query }) => {
    const { id = '' } = params;
    const after = fieldOf(query, 'sau');
    const found = isId(id) ? await findImportReport(db, id, { after, limit: LINES }) : undefined;
    if (!found) return notFound;
    const next = found.next === undefined ? {} : { next: `${IMPORTS}/${id}?sau=${found.next}` };
    return page(<ImportReportPage report={found.report} lines={found.lines} {...next} />);
  }),
  get(DIFFERENCES, settling, showDifferences),
  post(DIFFERENCES, settling, settle),
  get(`${DIFFERENCES}/:id`, settling, showDifference),
];

type Asked = Exchange<ProcedureTables>;

async function showDifferences({ db, query }: Asked): Promise<Answer> {
  const state = SHOWN_STATES.find((one) => one === fieldOf(query, 'tinh-trang')) ?? 'open';
  const before = fieldOf(query, 'truoc');
  const { differences, next } = await listDifferences(db, { state, ...(isId(before) && { before }), limit: LINES });
  const [settled, late] = [fieldOf(query, 'xong'), fieldOf(query, 'muon')].map((text) => /^\d{1,4}$/.exec(text)?.[0]);
  return page(
    <DifferencesPage
      path={DIFFERENCES}
      state={state}
      lines={differences.map((one) => ({
        ...one,
        fields: differencesOf(one.before, one.after).map(({ field }) => field),
      }))}
      {...(settled !== undefined && late !== undefined && { done: { settled: Number(settled), late: Number(late) } })}
      {...(next !== undefined && {
        next: `${DIFFERENCES}?${new URLSearchParams({ ...(state !== 'open' && { 'tinh-trang': state }), truoc: next })}`,
      })}
    />,
  );
}

async function showDifference({ db, params, clock }: Asked): Promise<Answer> {
  const { id = '' } = params;
  const found = isId(id) ? await findDifference(db, id) : undefined;
  if (!found) return notFound;
  const procedure = await findProcedure(db, found.code, dayOf(clock()));
  const published = procedure?.version && publishedLines(procedure.version.definition);
  return page(
    <DifferencePage
      path={DIFFERENCES}
      {...found}
      fields={differencesOf(found.before, found.after)}
      published={published}
    />,
  );
}

async function settle({ db, signedIn, clock, form }: Asked): Promise<Answer> {
  const decision = (['accepted', 'rejected'] as const).find((one) => one === fieldOf(form, 'quyet-dinh'));
  if (!signedIn || !decision) return notFound;
  const ids = [...new Set([form.chon ?? []].flat())].filter(isId).slice(0, LINES);
  const settled = await settleDifferences(db, actorOf(signedIn), { ids, decision, at: clock() });
  return seeOther(`${DIFFERENCES}?xong=${settled}&muon=${ids.length - settled}`);
}
