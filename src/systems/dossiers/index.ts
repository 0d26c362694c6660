/** What other systems may ask of dossiers (hồ sơ thủ tục hành chính): reads only. The rest of this folder is private. */
export { countDecided, type DecidedDossier, findOwnDossier } from './decided.ts';
export { findReports, type Report } from './reports.ts';
export type { DossierTables } from './tables.ts';
