/** Routes of the register of dossiers: the page and its files, within the offices whose register the officer may read. */
import { sql } from 'kysely';
import { dayOf } from '../../../platform/calendar/instant.ts';
import type { SlipOffice } from '../../../platform/documents/slips/slip-context.ts';
import {
  type Answer,
  fieldOf,
  file,
  type FormFields,
  get,
  notFound,
  page,
  post,
  type Route,
} from '../../../platform/http/route.ts';
import { PROVINCE_NAME } from '../../../platform/organisation/province.ts';
import { scope } from '../../../platform/permissions/permissions.ts';
import { listOffered, type OfferedProcedure } from '../../procedures/index.ts';
import { countRegister, listRegister, type RegisterQuestion, type RegisterTotals } from '../list-register.ts';
import { listBlocks } from '../offline/list-blocks.ts';
import { NUMBER_BOOK, NumberBookPage } from '../pages/offline/number-book-page.tsx';
import { RegisterPage } from '../pages/officer/register-page.tsx';
import { readRegisterAsked, REGISTER, type RegisterAsked, stateOf } from '../register-asked.ts';
import { PRINTED_AT_MOST, printRegister, type RegisterFile, streamRegister } from '../register-files.ts';
import { listRegisterUnits, type RegisterUnit } from '../register-units.ts';
import { totalsInWords } from '../register-words.ts';
import type { DossierTables } from '../tables.ts';
import { type DossierExchange, officerOf } from './desk.ts';

const SEE = 'dossiers.see-register';
const access = { permission: SEE } as const;
const ROWS = 50;

export const officerRegisterRoutes: readonly Route<DossierTables>[] = [
  get(REGISTER, access, (exchange) => showRegister(exchange, exchange.query)),
  get(NUMBER_BOOK, access, showNumberBook),
  get(`${REGISTER}/:file`, access, download),
  post(`${REGISTER}/day-du`, access, downloadInFull),
];

interface Read {
  readonly asked: RegisterAsked;
  readonly question: RegisterQuestion;
  readonly units: readonly RegisterUnit[];
  readonly offered: readonly OfferedProcedure[];
  readonly totals: RegisterTotals;
}

/** Undefined for an office beyond reach and for a field that is none. */
async function readAsked(exchange: DossierExchange, fields: FormFields): Promise<Read | undefined> {
  const { db, signedIn, clock } = exchange;
  const at = clock();
  const asked = readRegisterAsked(fields, dayOf(at));
  const reach = await scope(db, signedIn, { permission: SEE, day: dayOf(at) });
  const [units, offered] = await Promise.all([listRegisterUnits(db, reach), listOffered(db)]);
  const wanted = units.filter(({ id }) => asked.donvi === '' || id === asked.donvi);
  const procedures = offered.filter(({ field }) => field === asked.linhvuc).map(({ code }) => code);
  if (asked.donvi !== '' && wanted.length === 0) return undefined;
  if (asked.linhvuc !== '' && procedures.length === 0) return undefined;
  const state = stateOf(asked);
  const question: RegisterQuestion = {
    units: wanted.map(({ id }) => id),
    from: asked.tu,
    to: asked.den,
    at,
    ...(asked.linhvuc && { procedures }),
    ...(asked.kenh && { channel: asked.kenh }),
    ...(state && { state }),
    ...(asked.q && { search: asked.q }),
  };
  return { asked, question, units, offered, totals: await countRegister(db, question) };
}

async function showRegister(
  exchange: DossierExchange,
  fields: FormFields,
  wrong: { readonly tooLong?: boolean; readonly purposeMissing?: boolean } = {},
): Promise<Answer> {
  const read = await readAsked(exchange, fields);
  if (!read) return notFound;
  const { asked, question, ...about } = read;
  const list = await listRegister(exchange.db, question, {
    limit: ROWS,
    newestFirst: true,
    ...(asked.sau && { after: asked.sau }),
  });
  const status = wrong.tooLong || wrong.purposeMissing ? 422 : 200;
  return page(<RegisterPage asked={asked} {...about} rows={list.rows} next={list.next} {...wrong} />, status);
}

async function showNumberBook({ db, signedIn, clock, query }: DossierExchange): Promise<Answer> {
  const reach = await scope(db, signedIn, { permission: SEE, day: dayOf(clock()) });
  const list = await listBlocks(db, { reach, limit: ROWS, after: fieldOf(query, 'sau') });
  return page(<NumberBookPage rows={list.rows} next={list.next} />);
}

/** Without purpose: telephones masked and no addresses, as on the page. */
async function download(exchange: DossierExchange): Promise<Answer> {
  const [name, ending] = (exchange.params.file ?? '').split('.');
  if (name !== 'so-theo-doi') return notFound;
  return fileOf(exchange, exchange.query, { ending });
}

async function downloadInFull(exchange: DossierExchange): Promise<Answer> {
  const { form } = exchange;
  const purpose = fieldOf(form, 'purpose').trim().slice(0, 200);
  if (purpose === '') return showRegister(exchange, form, { purposeMissing: true });
  const inFull = { accountId: officerOf(exchange).accountId, purpose };
  return fileOf(exchange, form, { ending: fieldOf(form, 'tep'), inFull });
}

async function fileOf(
  exchange: DossierExchange,
  fields: FormFields,
  { ending, inFull }: { readonly ending: string | undefined; readonly inFull?: RegisterFile['inFull'] },
): Promise<Answer> {
  const read = await readAsked(exchange, fields);
  if (!read || (ending !== 'xlsx' && ending !== 'pdf')) return notFound;
  const { asked, question, totals } = read;
  const wanted: RegisterFile = {
    asked: question,
    span: { from: asked.tu, to: asked.den, totals: totalsInWords(totals, 'vi') },
    office: await officeOf(exchange, read),
    at: question.at,
    simulated: totals.simulated > 0,
    ...(inFull && { inFull }),
  };
  const fileName = `so-theo-doi-${asked.tu}-${asked.den}.${ending}`;
  if (ending === 'pdf') {
    if (totals.all > PRINTED_AT_MOST) return showRegister(exchange, fields, { tooLong: true });
    return file(await printRegister(exchange.db, wanted), 'application/pdf', fileName);
  }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { kind: 'stream', body: streamRegister(exchange.db, wanted), type, name: fileName };
}

/** Of one office its own head; of several that of whoever reads them. */
async function officeOf(exchange: DossierExchange, { question, units }: Read): Promise<SlipOffice> {
  const chosen = units.filter(({ id }) => question.units.includes(id));
  const [only] = chosen;
  const place = only?.place && chosen.every((unit) => unit.place === only.place) ? only.place : undefined;
  const one = only && chosen.length === 1 ? only : undefined;
  const reader = officerOf(exchange).active?.unitName.vi ?? exchange.platform.site.responsible.vi;
  return {
    agency: one ? (one.body ?? one.name).vi : reader,
    oneStop: one ? one.name.vi : 'Các bộ phận tiếp nhận và trả kết quả',
    place: place ?? (await findProvince(exchange)),
  };
}

async function findProvince({ db }: DossierExchange): Promise<string> {
  const found = await sql<{ name: string | null }>`select ${PROVINCE_NAME} as name`.execute(db);
  return found.rows[0]?.name ?? '…';
}
