/** What other systems may ask of dossiers (hồ sơ thủ tục hành chính): reads only. The rest of this folder is private. */
export { countDecided, type DecidedDossier, findOwnDossier } from './decided.ts';
export { findNationalDossier, findNationalStanding, type NationalDossier } from './national-dossier.ts';
export type { NationalStatus } from './national-status.ts';
export { findReports, type Report } from './reports.ts';
export type { DossierTables } from './tables.ts';
