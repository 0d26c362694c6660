/** What other systems may ask of feedback (đánh giá): from which score on somebody is satisfied. The rest of this folder is private. */
export { SATISFIED_FROM } from './reasons.ts';
