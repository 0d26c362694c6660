/** What other systems may ask of procedures (thủ tục hành chính). The rest of this folder is private. */
import type { Day } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import * as find from './find-procedure.ts';
import * as imports from './import/import-procedures.ts';
import * as names from './name-procedures.ts';
import { ours } from './own-tables.ts';
import * as search from './search.ts';

export type { Component } from './component-definition.ts';
export type { ProcedureDefinition, TermSpec } from './definition.ts';
export { findDraft } from './draft/draft.ts';
export type { Fee } from './fee-definition.ts';
export type { ProcedureInForce } from './find-procedure.ts';
export { processOf } from './general-process.ts';
export { getVersion } from './get-version.ts';
export type { ImportResult } from './import/import-procedures.ts';
export { ProcessDiagram } from './pages/process-diagram.tsx';
export { listRecent } from './list-recent.ts';
export { listOffered, type OfferedProcedure } from './offered.ts';
export { type PinnedVersion, planVersion } from './pinned-version.ts';
export { EXEMPTION_PAPER, listExemptions } from './exemption-questions.ts';
export type { Exemption } from './fee-definition.ts';
export type { PlannedFee } from './fee-price.ts';
export { type AssessedFee, type Plan, termAt } from './plan.ts';
export type { LinkedPart, Step } from './process-definition.ts';
export type { ProcedureSearchResult } from './search.ts';
export { REGISTERS } from './registers.ts';
export { readFlow } from './process-context.ts';
export { minutesWords } from './process-words.ts';
export type { ProcessFlow } from './process-flow.ts';
export { listStepTerms, type StepTerm } from './step-terms.ts';

/** By its code or any other code it ever had, with the version in force on the day. */
export const findProcedure = <T>(db: Db<T>, code: string, day: Day) => find.findProcedure(ours(db), code, day);

export const nameProcedures = <T>(db: Db<T>, codes: readonly string[]) => names.nameProcedures(ours(db), codes);

/** A form by its code, as the newest version of any procedure asks it. */
export const findForm = <T>(db: Db<T>, code: string) => find.findForm(ours(db), code);

/** In the order of the home page, each with its procedures. */
export const listLifeEvents = <T>(db: Db<T>) => find.listLifeEvents(ours(db));

export const findLifeEvent = <T>(db: Db<T>, key: string) => find.findLifeEvent(ours(db), key);

/** The most used of those the province offers. */
export const listPopular = <T>(db: Db<T>, limit: number) => find.listPopular(ours(db), limit);

export const searchProcedures = <T>(db: Db<T>, asked: search.ProcedureSearch) =>
  search.searchProcedures(ours(db), asked);

/** The national catalogue or its records in full: each record is loaded or reported. */
export const importProcedures = <T>(db: Db<T>, source: imports.ImportSource) =>
  imports.importProcedures(ours(db), source);
