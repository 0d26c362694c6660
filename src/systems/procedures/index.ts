/** What other systems may ask of procedures (thủ tục hành chính). The rest of this folder is private. */
export type { Component, Fee, Method, ProcedureDefinition, Step, TermSpec } from './definition.ts';
