/** Routes of one dossier for officers: the page, the draft of its result, and the personal number behind a stated purpose. */
import type { VNode } from 'preact';
import { printPaper } from '../../../platform/documents/paper/print-paper.ts';
import { paperAnswer, pdfOf } from '../../../platform/documents/preview/paper-answer.ts';
import { resultPaper } from '../../../platform/documents/results/render-result.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import { type Answer, fieldOf, get, notFound, page, post, type Route } from '../../../platform/http/route.ts';
import { can } from '../../../platform/permissions/permissions.ts';
import { readBesideCase } from '../../../platform/system/beside-case.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import type { Action } from '../../../platform/web/components/action-list/action-list.tsx';
import { dueChip } from '../due-chip.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { noteReadings } from '../note-reading.ts';
import { noteSeen, readOfficerView } from '../officer-view.ts';
import { ACT_FACES, actLabels, actPath, effectOf } from '../pages/officer/act-words.ts';
import { OfficerDossierPage } from '../pages/officer/dossier-page.tsx';
import { DossierView, type DossierViewProps } from '../pages/officer/dossier-view.tsx';
import { type ActionKey, OF_OTHERS, possibleActions, TAKEN_ACTS } from '../possible-actions.ts';
import { draftResult } from '../result-papers.ts';
import type { DossierTables } from '../tables.ts';
import { refuseAtPresentStep } from '../your-step.ts';
import { contextOfAct } from './act-seat.ts';
import {
  contextOfUnits,
  type DossierExchange,
  findDossier,
  findTakenDossier,
  findVisibleDossier,
  isHeldBy,
  officerOf,
  type Part,
  partOf,
} from './desk.ts';

const access = { permission: 'dossiers.process' } as const;

export const officerDossierRoutes: readonly Route<DossierTables>[] = [
  get('/can-bo/ho-so/:code', access, (exchange) => showDossier(exchange)),
  get('/can-bo/ho-so/:code/du-thao.pdf', access, showDraft),
  post('/can-bo/ho-so/:code/hien-so', access, reveal),
];

async function showDossier(
  exchange: DossierExchange,
  asked: Pick<DossierViewProps, 'revealed' | 'purposeMissing'> = {},
): Promise<Answer> {
  const dossier = await findVisibleDossier(exchange, exchange.params.code ?? '');
  if (!dossier) return notFound;
  const props = await viewOf(exchange, dossier);
  return page(<OfficerDossierPage {...props} {...asked} />, asked.purposeMissing ? 422 : 200);
}

export async function dossierPane(exchange: DossierExchange, dossier: LoadedDossier): Promise<VNode> {
  return <DossierView {...(await viewOf(exchange, dossier))} pane />;
}

/** Whose step it is reads the answers to do it, and that is written down; others see them masked. */
async function viewOf(exchange: DossierExchange, dossier: LoadedDossier): Promise<DossierViewProps> {
  const { platform, locale, clock, db } = exchange;
  const at = clock();
  await noteSeen(db, { caseId: dossier.id, accountId: officerOf(exchange).accountId, at });
  const isMine = refuseAtPresentStep(dossier, contextOfUnits(exchange)) === undefined;
  if (isMine) await noteReading(exchange, dossier, `answers: ${dossier.step}`);
  const part = await partOf(exchange, dossier);
  const view = await readOfficerView(platform as unknown as Platform, dossier, { locale, masked: !isMine, part });
  const chip = dueChip({ ...dossier, unit: dossier.competentUnit }, at, platform.acting.legal, locale);
  const roles = officerOf(exchange).positions.map((held) => held.role);
  const beside = await besideDossier(exchange, dossier.id);
  return { dossier, view, chip, roles, beside, isMine, actions: await actionsOf(exchange, dossier, part) };
}

/** What other systems have on the dossier for this reader. */
export const besideDossier = (exchange: DossierExchange, caseId: string) =>
  readBesideCase(exchange.platform as unknown as Platform, {
    kind: 'dossier',
    caseId,
    reader: officerOf(exchange),
    locale: exchange.locale,
  });

/** Never the one a person is led to. */
const SECOND_CHOICE: ReadonlySet<ActionKey> = new Set(['refuse', 'refuse-processing', 'stop', 'assign', 'redirect']);

/** The likeliest is primary; what a rule forbids now stays with its reason. */
async function actionsOf(exchange: DossierExchange, dossier: LoadedDossier, part: Part): Promise<Action[]> {
  const own = part === 'whole' || (await isHeldBy(exchange, dossier));
  const { locale, platform } = exchange;
  const officer = officerOf(exchange);
  const possible = possibleActions(
    dossier,
    (key) => contextOfAct(exchange, dossier, key),
    (key) =>
      (own || OF_OTHERS.has(key) || (part === 'taken' && TAKEN_ACTS.has(key))) &&
      can(officer, ACT_FACES[key].permission),
  );
  return possible.map(({ key, refusal }, index): Action => {
    const label = actLabels(locale)[key];
    if (refusal) {
      return { label, effect: '', does: { blocked: problemOf(refusal, platform.registry, locale).title } };
    }
    return {
      label,
      effect: effectOf(key, dossier, locale),
      keyHint: ACT_FACES[key].key,
      primary: index === 0 && !SECOND_CHOICE.has(key),
      does: { href: actPath(dossier.code, key) },
    };
  });
}

async function showDraft(exchange: DossierExchange): Promise<Answer> {
  const { platform, clock } = exchange;
  const dossier = await findDossier(exchange, exchange.params.code ?? '');
  if (!dossier || (await partOf(exchange, dossier)) !== 'whole') return notFound;
  const at = clock();
  const { template, request } = await draftResult(platform as unknown as Platform, dossier, { kind: 'approved', at });
  // What the office has not filled in yet prints as an ellipsis.
  const pdf = await printPaper(resultPaper(template, request), at);
  return paperAnswer(exchange, pdfOf(pdf, `${dossier.code}-du-thao.pdf`));
}

/** Who has read a personal number, and what for, is written down before it is shown. */
async function reveal(exchange: DossierExchange): Promise<Answer> {
  const { form, params } = exchange;
  const dossier = await findTakenDossier(exchange, params.code ?? '');
  if (!dossier) return notFound;
  const purpose = fieldOf(form, 'purpose').trim().slice(0, 200);
  if (purpose === '') return showDossier(exchange, { purposeMissing: true });
  await noteReading(exchange, dossier, `applicant.personalNumber: ${purpose}`);
  return showDossier(exchange, { revealed: true });
}

const noteReading = (exchange: DossierExchange, { id }: LoadedDossier, what: string): Promise<void> =>
  noteReadings(exchange.db, { accountId: officerOf(exchange).accountId, subjects: [id], what });
