/** Routes of the signer and of papers: what waits for a signature, good on a phone; slips of a dossier as PDF. */
import { listQueue } from '../../../platform/cases/queues.ts';
import { paperAnswer, pdfOf } from '../../../platform/documents/preview/paper-answer.ts';
import { type Answer, get, notFound, page, type Route } from '../../../platform/http/route.ts';
import { getVersion, processOf } from '../../procedures/index.ts';
import { readDossierView } from '../dossier-view.ts';
import { listDraftedLetters } from '../drafted-letters.ts';
import { dueChip } from '../due-chip.ts';
import { SignListPage } from '../pages/officer/sign-list-page.tsx';
import { isDossierSlip, printDossierSlip } from '../slip-papers.ts';
import type { DossierTables } from '../tables.ts';
import { originOf } from './citizen.ts';
import { deskOf, type DossierExchange, queueOwner, takenScope } from './desk.ts';

const MOST = 50;

export const officerSignRoutes: readonly Route<DossierTables>[] = [
  get('/can-bo/ky', { permission: 'dossiers.sign' }, showSignList),
  get('/can-bo/ho-so/:code/giay-to/:paper', { permission: 'dossiers.process' }, showSlip),
];

async function showSignList(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, platform, locale } = exchange;
  const { legal } = platform.acting;
  const at = clock();
  const owner = await queueOwner(exchange);
  const soonUntil = legal.dueAt(at, '8h', { lateRule: false });
  const { rows } = await listQueue(db, owner, { kind: 'dossier', queue: 'mine', limit: MOST, at, soonUntil });
  const lines = await Promise.all(
    rows.map(async (row) => {
      const version = row.definition_id ? await getVersion(db, row.definition_id) : undefined;
      const step = version && processOf(version.definition).steps.find((one) => one.key === row.step);
      const timed = { ...row, dueAt: row.due_at, answerDueAt: row.answer_due_at, unit: row.competent_unit };
      return {
        row,
        signs: step?.actions.includes('sign') ?? false,
        chip: dueChip(timed, at, legal, locale),
      };
    }),
  );
  const letters = await listDraftedLetters(db, { units: owner.units, limit: MOST });
  return page(<SignListPage lines={lines.filter((line) => line.signs)} letters={letters} />);
}

async function showSlip(exchange: DossierExchange): Promise<Answer> {
  const { platform, db, params, clock } = exchange;
  const { scope } = await deskOf(exchange, 'dossiers.process');
  const view = await readDossierView({ platform, db, code: params.code ?? '', scope: takenScope(scope), now: clock() });
  const meaning = (params.paper ?? '').replace(/\.pdf$/, '');
  if (!view || !isDossierSlip(meaning)) return notFound;
  const pdf = await printDossierSlip(db, view, meaning, originOf(exchange));
  return pdf ? paperAnswer(exchange, pdfOf(pdf, `${view.dossier.code}-${meaning}.pdf`)) : notFound;
}
