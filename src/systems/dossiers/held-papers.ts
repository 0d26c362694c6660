/** Held papers in an application: what its files' questions could take from the applicant's store, and taking it. */
import { dayOf } from '../../platform/calendar/instant.ts';
import { isId } from '../../platform/db/ids.ts';
import { liveFields, liveForm } from '../../platform/forms/live-form.ts';
import { type Exchange, fieldOf } from '../../platform/http/route.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Component } from '../procedures/index.ts';
import { listUsable, type OwnPaper, reusePaper } from '../results/index.ts';
import type { Application } from './application.ts';
import type { DossierTables } from './tables.ts';

export interface HeldOffer {
  /** Path of the question. */
  readonly path: string;
  readonly label: LocalText;
  readonly papers: readonly OwnPaper[];
}

/** The button's name; its value is the question's path and the paper's id. */
export const REUSE = 'dung-lai';

export async function listOffers(
  { db, clock, signedIn }: Exchange<DossierTables>,
  application: Application,
  section: string,
): Promise<HeldOffer[]> {
  const questions = questionsOf(application, section);
  const procedure = application.version.definition.code;
  const usable = await listUsable(db, {
    accountId: signedIn?.accountId ?? '',
    day: dayOf(clock()),
    wanted: questions.map(({ component }) => ({ procedure, component })),
  });
  return questions.flatMap(({ path, label }, index) => {
    const papers = usable[index] ?? [];
    return papers.length > 0 ? [{ path, label, papers }] : [];
  });
}

/** Ids by path of the question, as uploads are; empty when no button for it was pressed or the paper no longer counts. */
export async function takeHeld(
  { db, clock, form, signedIn }: Exchange<DossierTables>,
  application: Application,
  section: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const [path = '', heldId = ''] = fieldOf(form, REUSE).split('|');
  const question = questionsOf(application, section).find((one) => one.path === path);
  if (!signedIn || !question || !isId(heldId)) return {};
  const fileId = await reusePaper(db, {
    accountId: signedIn.accountId,
    heldId,
    ownerId: application.draft.id,
    procedure: application.version.definition.code,
    component: question.component,
    at: clock(),
  });
  return fileId === undefined ? {} : { [path]: [fileId] };
}

interface FileQuestion {
  readonly path: string;
  readonly label: LocalText;
  readonly component: Component;
}

/** Those of the section that name a component of the procedure. */
function questionsOf({ draft, version, context }: Application, section: string): FileQuestion[] {
  const live = liveForm(version.form, draft.answers, context).sections.find((one) => one.section.key === section);
  return liveFields(live?.nodes ?? []).flatMap(({ field: { node, path } }) => {
    if (node.field.kind !== 'file') return [];
    const key = node.field.component ?? node.key;
    const component = version.definition.components.find((one) => one.key === key);
    return component ? [{ path, label: node.field.label, component }] : [];
  });
}
