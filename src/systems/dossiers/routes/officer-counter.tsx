/** Routes of the counter: from a card and a few letters to an accepted dossier with its receipt. */
import { sql } from 'kysely';
import { dayOf } from '../../../platform/calendar/instant.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import { prefill } from '../../../platform/forms/prefill.ts';
import { ASKED } from '../../../platform/forms/posted-body.ts';
import { readForm } from '../../../platform/forms/read-form.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  notFound,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { positionFor } from '../../../platform/permissions/permissions.ts';
import { readPersonalNumber } from '../../../platform/text/personal-number.ts';
import {
  EXEMPTION_PAPER,
  findProcedure,
  getVersion,
  type PinnedVersion,
  planVersion,
  searchProcedures,
} from '../../procedures/index.ts';
import { describeClaim } from '../exemption-claim.ts';
import { LOOK_UP } from '../fill-from-register.ts';
import { prefillFromCard, readCard } from '../identity-card.ts';
import { findLikeDossiers } from '../like-dossiers.ts';
import { type LoadedDossier, loadDossier } from '../load-dossier.ts';
import { FIND } from '../pages/counter/counter-words.ts';
import { CounterPage } from '../pages/counter/counter-page.tsx';
import type { CounterForm } from '../pages/counter/receive-form.tsx';
import { ReceivedPage } from '../pages/counter/received-page.tsx';
import type { DossierTables } from '../tables.ts';
import { listOffices } from '../three-units.ts';
import { withoutFiles } from '../without-files.ts';
import { findAccount, submitAndAccept } from './counter-intake.ts';
import { answersAtCounter, lookUpCardHolder, lookUpInForm } from './counter-lookups.ts';
import { keepScans } from './counter-scans.ts';
import { deskOf, type DossierExchange, findTakenDossier, officerOf, takenScope } from './desk.ts';
import { unjudgedOf } from './judgement.ts';

const access = { permission: 'dossiers.receive' } as const;
const MATCHES = 8;

export const officerCounterRoutes: readonly Route<DossierTables>[] = [
  get('/can-bo/quay', access, showCounter),
  post(FIND, access, showCounter),
  // what was posted is gone when the page is asked for again, as by the switch of languages
  get(FIND, access, () => ({ kind: 'redirect', to: '/can-bo/quay', status: 302 })),
  post('/can-bo/quay', access, receive, { bodyLimit: 60 * 1024 * 1024 }),
  get('/can-bo/quay/da-nhan/:code', access, showReceived),
];

async function showCounter(exchange: DossierExchange): Promise<Answer> {
  const { db } = exchange;
  const said = { ...exchange.query, ...exchange.form };
  const asked = { the: fieldOf(said, 'the').slice(0, 500), q: fieldOf(said, 'q').slice(0, 100) };
  const code = fieldOf(said, 'tt');
  if (asked.the.trim() !== '' && !readCard(asked.the)) return counterPage(exchange, { asked, unreadable: true }, 422);
  if (code) {
    const version = await findVersion(exchange, code);
    return version ? counterPage(exchange, { asked, chosen: await emptyForm(exchange, version, asked.the) }) : notFound;
  }
  const { found } = asked.q ? await searchProcedures(db, { text: asked.q, limit: 40 }) : { found: [] };
  return counterPage(exchange, { asked, found: found.filter((one) => one.offered).slice(0, MATCHES) });
}

type Parts = Partial<Pick<Parameters<typeof CounterPage>[0], 'asked' | 'found' | 'chosen' | 'refused' | 'unreadable'>>;

function counterPage(exchange: DossierExchange, parts: Parts, status = 200): Answer {
  return page(<CounterPage asked={{ the: '', q: '' }} found={[]} {...parts} />, status);
}

async function findVersion({ db, clock }: DossierExchange, code: string): Promise<PinnedVersion | undefined> {
  const found = await findProcedure(db, code, dayOf(clock()));
  const version = found?.version && (await getVersion(db, found.version.id));
  return version && { ...version, form: withoutFiles(version.form) };
}

async function emptyForm(exchange: DossierExchange, version: PinnedVersion, text: string): Promise<CounterForm> {
  const card = readCard(text);
  const area = await ownCommune(exchange);
  const context = contextOf(exchange, area);
  const counted = { version, context, caseId: newId() };
  const fromCard = prefill(version.form, prefillFromCard(card), context).answers;
  const { answers, person } = await lookUpCardHolder(exchange, counted, { card, answers: fromCard });
  const personalNumber = card?.personalNumber ?? '';
  return {
    ...counted,
    applicant: { name: card?.name ?? person?.name ?? '', personalNumber, phone: '', address: card?.address ?? '' },
    ...(await answersAtCounter(exchange, counted, { answers, personalNumber })),
    known: card !== undefined && (await findAccount(exchange.db, card.personalNumber)) !== undefined,
    area,
    answers,
    errors: [],
    typed: {},
    papers: new Set(),
    receiveBy: 'counter',
    ...(await officesOf(exchange)),
    isNew: true,
    kept: [],
    alike: card?.name
      ? await findLikeDossiers(exchange.db, {
          procedure: version.definition.code,
          name: card.name,
          personalNumber: card.personalNumber,
          except: newId(),
        })
      : [],
  };
}

const contextOf = ({ clock }: DossierExchange, commune: string) => ({
  today: dayOf(clock()),
  channel: 'counter' as const,
  commune,
  case: '',
});

/** The commune of the counter the officer sits at; '' at a counter of the province. */
async function ownCommune({ db, signedIn }: DossierExchange): Promise<string> {
  const rows = await sql<{ code: string }>`
    select a.code from organisation.unit u join organisation.area a on a.id = u.area_id
    where u.id = ${signedIn?.active?.unitId ?? null} and a.level = 'commune'
  `.execute(db);
  return rows.rows[0]?.code ?? '';
}

/** Where the officer sits, when people are received there, and where a result can be collected. */
async function officesOf(exchange: DossierExchange): Promise<Pick<CounterForm, 'office' | 'returnAt' | 'offices'>> {
  const { db, clock } = exchange;
  const offices = await listOffices(db, dayOf(clock()));
  const { unitId } = positionFor(officerOf(exchange), access.permission) ?? {};
  const office = offices.find(({ id }) => id === unitId)?.id ?? '';
  return { office, returnAt: office, offices: offices.map(({ id, name }) => ({ id, name })) };
}

async function receive(exchange: DossierExchange): Promise<Answer> {
  const { form, platform, locale } = exchange;
  const version = await findVersion(exchange, fieldOf(form, 'tt'));
  const caseId = fieldOf(form, 'case_id');
  if (!version || !isId(caseId)) return notFound;
  const before = await findReceived(exchange, caseId);
  if (before && before.status !== 'submitted') return seeOther(receivedPath(before));
  const { files: kept, fault: unkept } = await keepScans(exchange, version, caseId);
  const typed = await readCounter(exchange, version, { caseId, kept });
  if (fieldOf(form, LOOK_UP) !== '' && !unkept) return counterPage(exchange, { chosen: { ...typed.form, errors: [] } });
  if (unkept) return counterPage(exchange, { chosen: typed.form, refused: unkept }, 422);
  if (typed.action || typed.form.errors.length > 0)
    return counterPage(exchange, { chosen: typed.form }, typed.action ? 200 : 422);
  const fault = missingOf(typed.form);
  if (fault) return counterPage(exchange, { chosen: typed.form, refused: fault }, 422);
  // the first press points out what the person has already; the second, with the box ticked, goes on
  if (typed.form.alike.length > 0 && fieldOf(form, 'alike_seen') !== 'true' && !before)
    return counterPage(exchange, { chosen: typed.form }, 409);
  // asked when it is known what is claimed, before anything is written; who does not judge grants nothing
  const unjudged = typed.form.claim && unjudgedOf(form);
  if (unjudged)
    return counterPage(
      exchange,
      { chosen: typed.form, refused: problemOf(unjudged, platform.registry, locale).title },
      409,
    );
  const outcome = await submitAndAccept(exchange, typed.form, { before, commandId: commandIdOf(exchange) ?? newId() });
  const dossier = await findReceived(exchange, caseId);
  // pressed twice at once, with the same scans brought twice: the other press has made it
  if (dossier && (outcome.kind === 'done' || outcome.kind === 'command-reused')) return seeOther(receivedPath(dossier));
  if (outcome.kind === 'not-found' || outcome.kind === 'done') return notFound;
  const refused = problemOf(outcome, platform.registry, locale).title;
  return counterPage(exchange, { chosen: typed.form, refused }, 409);
}

const receivedPath = ({ code }: LoadedDossier): string => `/can-bo/quay/da-nhan/${code}`;

async function findReceived(exchange: DossierExchange, caseId: string): Promise<LoadedDossier | undefined> {
  const { scope } = await deskOf(exchange, access.permission);
  return loadDossier(exchange.db, { id: caseId }, takenScope(scope));
}

async function readCounter(
  exchange: DossierExchange,
  version: PinnedVersion,
  { caseId, kept }: Pick<CounterForm, 'caseId' | 'kept'>,
) {
  const { form } = exchange;
  const text = (name: string): string => fieldOf(form, name).normalize('NFC').trim().slice(0, 300);
  const context = contextOf(exchange, text('area'));
  // Each section says what it asked; together they are the whole form.
  const body = { ...form, [ASKED]: [form[ASKED] ?? []].flat().join(' ') };
  const read = readForm(version.form, body, { context });
  const counted = { version, context, caseId };
  const answers = (await lookUpInForm(exchange, counted, read.answers))?.answers ?? read.answers;
  const offices = await officesOf(exchange);
  const filled: CounterForm = {
    ...counted,
    applicant: {
      name: text('applicant_name'),
      personalNumber: text('applicant_number'),
      phone: text('applicant_phone'),
      address: text('applicant_address'),
    },
    known: false,
    area: text('area'),
    answers,
    ...(await answersAtCounter(exchange, counted, { answers, personalNumber: text('applicant_number') })),
    errors: read.errors,
    typed: read.typed,
    papers: new Set(Object.keys(form).flatMap((name) => (name.startsWith('paper.') ? [name.slice(6)] : []))),
    receiveBy: text('receive_by'),
    ...offices,
    returnAt: text('return_at'),
    isNew: false,
    kept,
    alike: await findLikeDossiers(exchange.db, {
      procedure: version.definition.code,
      name: text('applicant_name'),
      personalNumber: readPersonalNumber(text('applicant_number')).value?.number ?? '',
      except: caseId,
    }),
  };
  const claim = read.errors.length > 0 ? undefined : claimAt(exchange, filled);
  return {
    form: { ...filled, ...(claim && { claim }), judgement: (name: string) => fieldOf(form, name) },
    action: read.action,
  };
}

/** What the answers on the form claim; nothing is stored yet. */
function claimAt({ clock }: DossierExchange, { version, answers, area, papers, kept }: CounterForm) {
  const question = { answers, channel: 'counter' as const, commune: area, at: clock() };
  const { exemption, fees } = planVersion(version, question);
  if (exemption === null) return undefined;
  const feesInFull = planVersion(version, { ...question, exemptionRefused: true }).fees;
  const files = kept
    .filter(({ component }) => component === EXEMPTION_PAPER)
    .map(({ fileId, name }) => ({ id: fileId, name }));
  return describeClaim(
    { definition: version.definition, exemption, fees, feesInFull },
    { files, onPaper: papers.has(EXEMPTION_PAPER) },
  );
}

function missingOf({ applicant, area }: CounterForm): string | undefined {
  if (applicant.name === '') return 'Ghi họ và tên người nộp.';
  if (applicant.personalNumber !== '' && readPersonalNumber(applicant.personalNumber).value === undefined)
    return 'Số định danh cá nhân gồm 12 chữ số.';
  return area === '' ? 'Chọn xã, phường của việc này.' : undefined;
}

async function showReceived(exchange: DossierExchange): Promise<Answer> {
  const dossier = await findTakenDossier(exchange, exchange.params.code ?? '');
  if (!dossier) return notFound;
  return page(<ReceivedPage dossier={dossier} />);
}
