/** What others may ask of statistics (thống kê): that its rows be made anew. The rest of this folder is private. */
export { rebuildHandlings } from './follow-dossiers.ts';
