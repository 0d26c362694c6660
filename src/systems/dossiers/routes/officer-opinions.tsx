/** Routes of the consulted: what the officer's units are asked and have not answered. */
import { findInstant, isoOf } from '../../../platform/calendar/instant.ts';
import { isId } from '../../../platform/db/ids.ts';
import { type Answer, fieldOf, get, page, type Route } from '../../../platform/http/route.ts';
import { listOwed } from '../owed-opinions.ts';
import { OpinionsPage } from '../pages/officer/opinions-page.tsx';
import type { DossierTables } from '../tables.ts';
import { type DossierExchange, officerOf } from './desk.ts';

const PATH = '/can-bo/y-kien';
const PAGE = 50;

export const officerOpinionRoutes: readonly Route<DossierTables>[] = [
  get(PATH, { permission: 'dossiers.process' }, showOwed),
];

/** Of the units the officer sits in: whoever leads from above is told when they are silent. */
async function showOwed(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, query } = exchange;
  const units = [...new Set(officerOf(exchange).positions.map((held) => held.unitId))];
  const [time = '', id = ''] = fieldOf(query, 'sau').split('|');
  const dueAt = findInstant(time);
  const after = dueAt !== undefined && isId(id) ? { dueAt, id } : undefined;
  const found = await listOwed(db, { units, after, limit: PAGE + 1 });
  const owed = found.slice(0, PAGE);
  const last = found.length > PAGE ? owed.at(-1) : undefined;
  const next = last && `${PATH}?${new URLSearchParams({ sau: `${isoOf(last.dueAt)}|${last.id}` })}`;
  return page(<OpinionsPage owed={owed} now={clock()} next={next} />);
}
