/** What other systems may ask of procedures (thủ tục hành chính). The rest of this folder is private. */
export type { Component, Fee, Method, ProcedureDefinition, Step, TermSpec } from './definition.ts';
export type { Plan, PlannedFee } from './plan.ts';
export { type PinnedVersion, type PlanQuestion, planVersion } from './pinned-version.ts';
export { getVersion } from './get-version.ts';
export {
  findLifeEvent,
  findProcedure,
  type FoundProcedure,
  type ListedLifeEvent,
  listLifeEvents,
  listPopular,
  type ProcedureInForce,
} from './find-procedure.ts';
export type { FacetCount } from './facets.ts';
export { type ProcedureSearch, type ProcedureSearchResult, searchProcedures } from './search.ts';
export { processOf } from './general-process.ts';
export { IMPORT_FLAGS, IMPORT_REFUSALS, type ImportedRecord } from './import/imported-record.ts';
export { type ImportResult, importProcedures, type ReportedRecord } from './import/import-procedures.ts';
export { findImportReport, type ImportReport, listImportReports } from './import/import-report.ts';
export { type Published, publishDefinition } from './publish.ts';
export type { ProcedureTables } from './tables.ts';
