/** Routes of the lists of findings: the page, its changes while it stands open, and the workbook. */
import { setTimeout as delay } from 'node:timers/promises';
import type { VNode } from 'preact';
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import { type Answer, get, type Live, page, type Route } from '../../../platform/http/route.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { can } from '../../../platform/permissions/permissions.ts';
import { streamFindings } from '../findings/export-findings.ts';
import type { FindingReach } from '../findings/finding-state.ts';
import { filterOf, FINDINGS, type FindingsAsked, readFindingsAsked } from '../findings/findings-asked.ts';
import { countFindings, type ListedFinding, listFindings } from '../findings/list-findings.ts';
import { KEEP, OWN } from '../findings/reach.ts';
import { listOfficersFound, listUnitsFound } from '../findings/who-was-found.ts';
import { FindingRows, FindingsPage } from '../pages/findings-page.tsx';
import { FindingsTabs } from '../pages/findings-tabs.tsx';
import type { SupervisionTables } from '../tables.ts';
import { reachOfExchange, readerOf, type SupervisionExchange } from './supervision-exchange.ts';

const access = { permission: OWN } as const;
const ROWS = 50;
const LIVE = `${FINDINGS}/truc-tiep`;

export const findingsListRoutes: readonly Route<SupervisionTables>[] = [
  get(FINDINGS, access, showFindings),
  get(LIVE, access, followFindings, { live: true }),
  get(`${FINDINGS}/phat-hien.xlsx`, access, download, { perMinute: 20 }),
];

interface Read {
  readonly asked: FindingsAsked;
  readonly reach: FindingReach;
  readonly at: Instant;
}

async function readAsked(exchange: SupervisionExchange): Promise<Read> {
  const reach = await reachOfExchange(exchange);
  const asked = readFindingsAsked(exchange.query);
  // who sees no unit's findings sees their own, whatever the address says
  return { asked: reach.units === 'none' ? { ...asked, cua: '' } : asked, reach, at: exchange.clock() };
}

async function showFindings(exchange: SupervisionExchange): Promise<Answer> {
  const read = await readAsked(exchange);
  const { asked, reach } = read;
  const filter = filterOf(asked);
  const { db } = exchange;
  // one's own are narrowed to no unit and to nobody
  const units = asked.cua === '' ? 'none' : reach.units;
  const [{ rows, next }, tabs, scenarios, unitsFound, officersFound] = await Promise.all([
    listFindings(db, { reach, filter }, { limit: ROWS, ...(asked.sau === '' ? {} : { after: asked.sau }) }),
    tabsOf(exchange, read),
    listScenarios(exchange),
    listUnitsFound(db, units),
    listOfficersFound(db, units, { unit: asked.donvi, officer: asked.canbo }),
  ]);
  return page(
    <FindingsPage
      {...tabs}
      rows={rows}
      next={next}
      scenarios={scenarios}
      units={unitsFound}
      officers={officersFound}
    />,
  );
}

async function tabsOf(exchange: SupervisionExchange, { asked, reach, at }: Read) {
  const { db } = exchange;
  const [own, ofUnits] = await Promise.all([
    countFindings(db, { reach, filter: { own: true, state: 'unanswered' } }),
    reach.units === 'none' ? undefined : countFindings(db, { reach, filter: { state: 'open' } }),
  ]);
  return { asked, own, ofUnits, units: [], keeps: can(readerOf(exchange), KEEP), updated: isoOf(at).slice(11, 19) };
}

/** What is found is seen within a second, also when something else has just been told. */
const AT_MOST_EVERY_MS = 400;
const AT_LEAST_EVERY_MS = 30_000;

function followFindings(exchange: SupervisionExchange): Answer {
  return {
    kind: 'live',
    follow: (live) => follow(exchange, live),
  };
}

/** What has come since the page was made waits behind a link; rows that are there and have changed take their place. */
async function* follow(exchange: SupervisionExchange, live: Live): AsyncGenerator<VNode> {
  const watch = await exchange.platform.caseChanges.watch(live.signal);
  const opened = await readAsked(exchange);
  const first = await listOf(exchange, opened);
  const shown = new Map(first.map((row) => [row.id, row.version]));
  while (!live.signal.aborted) {
    const now = (await live.renew()) as unknown as SupervisionExchange | undefined;
    if (!now) return;
    const read = await readAsked(now);
    const { rows, tabs } = await live.inTurn(async () => ({
      rows: await listOf(now, read),
      tabs: await tabsOf(now, read),
    }));
    const changed = rows.filter(({ id, version }) => shown.has(id) && shown.get(id) !== version);
    for (const { id, version } of changed) shown.set(id, version);
    const fresh = rows.filter(({ id }) => !shown.has(id)).map(({ code }) => code);
    yield (
      <div>
        <FindingsTabs {...tabs} fresh={fresh} />
        <table>
          <tbody>
            <FindingRows rows={changed} choose={read.asked.cua !== ''} />
          </tbody>
        </table>
      </div>
    );
    await delay(AT_MOST_EVERY_MS, undefined, { signal: live.signal }).catch(() => undefined);
    const { units, seats } = read.reach;
    await watch.wait(
      ({ holdingUnit }) =>
        units === 'all' ||
        seats.includes(holdingUnit ?? '') ||
        (units !== 'none' && units.units.includes(holdingUnit ?? '')),
      AT_LEAST_EVERY_MS,
    );
  }
}

const listOf = async ({ db }: SupervisionExchange, { asked, reach }: Read): Promise<readonly ListedFinding[]> =>
  (
    await listFindings(
      db,
      { reach, filter: filterOf(asked) },
      { limit: ROWS, ...(asked.sau === '' ? {} : { after: asked.sau }) },
    )
  ).rows;

async function download(exchange: SupervisionExchange): Promise<Answer> {
  const { asked, reach, at } = await readAsked(exchange);
  return {
    kind: 'stream',
    body: streamFindings(exchange.db, { reach, filter: filterOf(asked), at }, exchange.locale),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `phat-hien-${isoOf(at).slice(0, 10)}.xlsx`,
  };
}

async function listScenarios({ db }: SupervisionExchange) {
  const found = await sql<{ code: string; title: LocalText }>`
    select distinct on (v.setting) v.body ->> 'code' as code, v.body -> 'title' as title
    from settings.version v where v.setting like 'supervision.%' order by v.setting, v.number desc
  `.execute(db);
  return found.rows;
}
