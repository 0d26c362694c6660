/** What a unit is asked for in a linked procedure: its part, why it is asked again, and what it takes from the common form. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { type ReviewSection, reviewForm } from '../../../platform/forms/review.ts';
import { getVersion } from '../../procedures/index.ts';
import { textAt } from '../application.ts';
import type { PlannedPart } from '../dossier-state.ts';
import { readTimeline } from '../dossier-timeline.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { noteReadings } from '../note-reading.ts';
import type { Owed } from '../owed.ts';
import { partOwed } from '../your-step.ts';
import { contextOfUnits, type DossierExchange, officerOf } from './desk.ts';

export async function readPartAsked(exchange: DossierExchange, dossier: LoadedDossier): Promise<Owed | undefined> {
  const owed = partOwed(dossier, contextOfUnits(exchange));
  if (!owed) return undefined;
  const entries = await readTimeline(exchange.db, dossier);
  const again = entries.find(({ type, body }) => type === 'dossiers.part-reopened' && body.consultation === owed.id);
  const part = dossier.linked.find(({ key }) => key === owed.part);
  return {
    consultation: owed,
    question: textAt(again?.contents ?? {}, 'reason'),
    ...(part?.procedure !== undefined && { procedure: part.procedure }),
    taken: part ? await readTaken(exchange, dossier, part) : [],
  };
}

/** In full, as who does a step reads them; that they were read is written down first. */
async function readTaken(
  exchange: DossierExchange,
  dossier: LoadedDossier,
  { key, takes = [] }: PlannedPart,
): Promise<readonly ReviewSection[]> {
  const { db, locale } = exchange;
  const version = takes.length === 0 ? undefined : await getVersion(db, dossier.versionId);
  if (!version) return [];
  const { accountId } = officerOf(exchange);
  await noteReadings(db, { accountId, subjects: [dossier.id], what: `answers: ${key}` });
  const { openedAt, channel, areaCode: commune, caseKey } = dossier;
  const context = { today: dayOf(openedAt), channel, commune, case: caseKey ?? '' };
  return reviewForm(version.form, dossier.answers, { context, locale }).filter((section) =>
    takes.includes(section.key),
  );
}
