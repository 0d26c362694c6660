/** Routes of comparing with originals: whose step it is says of a digitised paper that it is the original's, so that its owner may use it again. */
import { newId } from '../../../platform/db/ids.ts';
import type { Db } from '../../../platform/db/database.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
} from '../../../platform/http/route.ts';
import { seeOther } from '../../../platform/http/route.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { isDay } from '../../../platform/text/partial-day.ts';
import { confirmPaper, listConfirmed, type ResultTables } from '../../results/index.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { readHandedPapers } from '../officer-view.ts';
import { ComparePage } from '../pages/officer/compare-page.tsx';
import type { DossierTables } from '../tables.ts';
import { refuseAtPresentStep } from '../your-step.ts';
import { contextFor, deskOf, type DossierExchange, findDossier, type Judged } from './desk.ts';

const access = { permission: 'dossiers.process' } as const;
const PATH = '/can-bo/ho-so/:code/doi-chieu';

export const officerCompareRoutes: readonly Route<DossierTables>[] = [
  get(PATH, access, (exchange) => showPapers(exchange)),
  post(PATH, access, confirm),
];

/** In the position that does the present step. */
const atStep = (dossier: LoadedDossier): Judged => ({
  permission: access.permission,
  judge: (context) => refuseAtPresentStep(dossier, context),
});

/** Only a dossier of an account: nobody else has a store. */
async function findOwned(exchange: DossierExchange): Promise<(LoadedDossier & { accountId: string }) | undefined> {
  const dossier = await findDossier(exchange, exchange.params.code ?? '');
  return dossier && dossier.accountId !== null ? { ...dossier, accountId: dossier.accountId } : undefined;
}

async function showPapers(exchange: DossierExchange, wrong?: string): Promise<Answer> {
  const { platform, db } = exchange;
  const dossier = await findOwned(exchange);
  if (!dossier) return notFound;
  const papers = (await readHandedPapers(platform as unknown as Platform, dossier)).filter(
    ({ files }) => files.length > 0,
  );
  const ids = papers.flatMap(({ files }) => files.map(({ id }) => id));
  const mayConfirm = refuseAtPresentStep(dossier, contextFor(exchange, atStep(dossier))) === undefined;
  const shown = { dossier, papers, confirmed: await listConfirmed(db, ids), mayConfirm, wrongDay: wrong };
  return page(<ComparePage {...shown} />, wrong === undefined ? 200 : 422);
}

async function confirm(exchange: DossierExchange): Promise<Answer> {
  const { platform, db, form } = exchange;
  const dossier = await findOwned(exchange);
  if (!dossier) return notFound;
  const back = `/can-bo/ho-so/${dossier.code}/doi-chieu`;
  const others = refuseAtPresentStep(dossier, contextFor(exchange, atStep(dossier)));
  if (others) return outcomePage(others, back);
  const fileId = fieldOf(form, 'file');
  const papers = await readHandedPapers(platform as unknown as Platform, dossier);
  const paper = papers.find(({ files }) => files.some(({ id }) => id === fileId));
  if (!paper) return notFound;
  const day = fieldOf(form, `until.${fileId}`).trim();
  if (day !== '' && !isDay(day)) return showPapers(exchange, fileId);
  const { actor } = await deskOf(exchange, access.permission, atStep(dossier));
  const outcome = await confirmPaper({ db: db as unknown as Db<ResultTables>, clock: platform.acting.clock }, actor, {
    commandId: commandIdOf(exchange) ?? newId(),
    caseId: dossier.id,
    code: dossier.code,
    accountId: dossier.accountId,
    procedure: dossier.definition.code,
    versionId: dossier.versionId,
    component: {
      key: paper.key,
      code: paper.component?.code ?? null,
      name: paper.component?.name ?? { vi: paper.key },
    },
    fileId,
    unitId: dossier.competentUnit,
    validUntil: day === '' ? null : day,
  });
  return outcome.kind === 'done' ? seeOther(back) : outcomePage(outcome, back);
}
