/** What other systems may ask of procedures (thủ tục hành chính). The rest of this folder is private. */
export type { Component, Fee, Method, ProcedureDefinition, Step, TermSpec } from './definition.ts';
export { findVersionId, getVersion } from './get-version.ts';
export { type PinnedVersion, planVersion } from './pinned-version.ts';
export type { Plan, PlannedFee } from './plan.ts';
