/** Routes of the counter: from a card and a few letters to an accepted dossier with its receipt. */
import { isId, newId } from '../../../platform/db/ids.ts';
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
import { searchProcedures } from '../../procedures/index.ts';
import { LOOK_UP } from '../fill-from-register.ts';
import { readCard } from '../identity-card.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { CounterPage } from '../pages/counter/counter-page.tsx';
import { FIND } from '../pages/counter/counter-words.ts';
import { ReceivedPage } from '../pages/counter/received-page.tsx';
import type { DossierTables } from '../tables.ts';
import { findReceived, submitAndAccept } from './counter-intake.ts';
import { emptyForm, findVersion, missingOf, readCounter, RECEIVE } from './counter-reading.ts';

import { keepScans } from './counter-scans.ts';
import { type DossierExchange, findTakenDossier } from './desk.ts';
import { unjudgedOf } from './judgement.ts';

const access = { permission: RECEIVE } as const;
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

type Parts = Partial<
  Pick<Parameters<typeof CounterPage>[0], 'asked' | 'found' | 'chosen' | 'refused' | 'refusedAt' | 'unreadable'>
>;

function counterPage(exchange: DossierExchange, parts: Parts, status = 200): Answer {
  return page(<CounterPage asked={{ the: '', q: '' }} found={[]} {...parts} />, status);
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
  const fault = missingOf(typed.form, locale);
  if (fault) return counterPage(exchange, { chosen: typed.form, refused: fault }, 422);
  // the first press points out what the person has already; the second, with the box ticked, goes on
  if (typed.form.alike.length > 0 && fieldOf(form, 'alike_seen') !== 'true' && !before)
    return counterPage(exchange, { chosen: typed.form }, 409);
  // asked when it is known what is claimed, before anything is written; who does not judge grants nothing
  const unjudged = typed.form.claim && unjudgedOf(form);
  if (unjudged)
    return counterPage(
      exchange,
      {
        chosen: typed.form,
        refused: problemOf(unjudged, platform.registry, locale).title,
        refusedAt: unjudged.code === 'dossiers.exemption-reason' ? 'exemption_reason' : 'exemption_holds',
      },
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

async function showReceived(exchange: DossierExchange): Promise<Answer> {
  const dossier = await findTakenDossier(exchange, exchange.params.code ?? '');
  if (!dossier) return notFound;
  return page(<ReceivedPage dossier={dossier} />);
}
