/** Routes of the impact of a draft calendar: the page, reckoning it again, and its files. */
import { CALENDAR_SETTING } from '../../../platform/calendar/calendar-setting.ts';
import { CALENDAR } from '../../../platform/calendar/pages/calendar-tabs.tsx';
import { isId } from '../../../platform/db/ids.ts';
import { platformPart } from '../../../platform/db/platform-part.ts';
import { type Answer, fieldOf, get, notFound, page, post, type Route, seeOther } from '../../../platform/http/route.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { findDraft } from '../../../platform/settings/setting-draft.ts';
import { digestOfBody } from '../../../platform/settings/setting.ts';
import { streamImpactCsv, streamImpactWorkbook } from '../calendar-impact-files.ts';
import { findImpact, listImpact, RECKON_IMPACT } from '../calendar-impact.ts';
import { CalendarImpactPage } from '../pages/admin/calendar-impact-page.tsx';
import type { DossierTables } from '../tables.ts';
import type { DossierExchange } from './desk.ts';

const IMPACT = `${CALENDAR}/anh-huong`;
const access = { permission: 'dossiers.see-impact' } as const;
const SHOWN = 50;

export const calendarImpactRoutes: readonly Route<DossierTables>[] = [
  get(IMPACT, access, show),
  post(IMPACT, access, again),
  get(`${IMPACT}/:file`, access, download),
];

async function digestOfDraft({ db }: DossierExchange): Promise<string | undefined> {
  const draft = await findDraft(platformPart(db), CALENDAR_SETTING);
  return draft && digestOfBody(draft.body);
}

async function show(exchange: DossierExchange): Promise<Answer> {
  const { db, query } = exchange;
  const digest = await digestOfDraft(exchange);
  const run = digest === undefined ? undefined : await findImpact(db, digest);
  if (digest === undefined || !run)
    return page(<CalendarImpactPage path={IMPACT} hasDraft={digest !== undefined} rows={[]} />);
  const after = fieldOf(query, 'sau');
  const found = await listImpact(db, digest, { after: isId(after) ? after : undefined, limit: SHOWN + 1 });
  const rows = found.slice(0, SHOWN);
  const last = found.length > SHOWN ? rows.at(-1) : undefined;
  const next = last && { next: `${IMPACT}?sau=${last.id}` };
  return page(<CalendarImpactPage path={IMPACT} hasDraft run={run} rows={rows} {...next} />);
}

async function again({ db }: DossierExchange): Promise<Answer> {
  await addJob(db, RECKON_IMPACT, {}, { key: RECKON_IMPACT });
  return seeOther(IMPACT);
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function download(exchange: DossierExchange): Promise<Answer> {
  const { db, params, locale, clock } = exchange;
  const digest = await digestOfDraft(exchange);
  if (digest === undefined) return notFound;
  const wanted = { digest, locale, at: clock() };
  if (params.file === 'ho-so.xlsx')
    return { kind: 'stream', body: streamImpactWorkbook(db, wanted), type: XLSX, name: 'anh-huong-lich.xlsx' };
  if (params.file !== 'ho-so.csv') return notFound;
  return {
    kind: 'stream',
    body: streamImpactCsv(db, wanted),
    type: 'text/csv; charset=utf-8',
    name: 'anh-huong-lich.csv',
  };
}
