/** What others may ask of results (kho kết quả, giấy tờ điện tử). The rest of this folder is private. */
export { confirmPaper } from './confirm-paper.ts';
export { listConfirmed } from './own-papers.ts';
export { rebuildResults } from './record-results.ts';
export type { ResultTables } from './tables.ts';
export { lastDayOf } from './validity.ts';
