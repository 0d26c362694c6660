/** What others may ask of look-ups (tra cứu cơ sở dữ liệu). The rest of this folder is private. */
export type { RegisteredPerson } from './ask-population.ts';
export { listLookups, type Lookup, lookUpPerson } from './look-up.ts';
export { lookupEntries } from './events.ts';
