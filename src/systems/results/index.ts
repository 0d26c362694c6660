/** What others may ask of results (kho kết quả, giấy tờ điện tử). The rest of this folder is private. */
export { confirmPaper } from './confirm-paper.ts';
export { listConfirmed, type OwnPaper } from './own-papers.ts';
export { rebuildResults } from './record-results.ts';
export { isGood, listReused, listUsable, type ReusedPaper, reusePaper } from './reuse.ts';
export type { ResultTables } from './tables.ts';
export { lastDayOf, validityWords } from './validity.ts';
