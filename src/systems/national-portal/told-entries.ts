/** Told entries: which entries of a dossier the national portal hears of, and through which of its services. */
import { dossierEntries } from '../dossiers/events.ts';
import type { MessageService } from './tables.ts';

type DossierEntry = keyof typeof dossierEntries;

/** About no one dossier, or about what only the province's own office needs. */
const UNTOLD: ReadonlySet<string> = new Set<DossierEntry>([
  'dossiers.orphans-assigned',
  'dossiers.application-ending',
  'dossiers.register-answered',
]);

/** A step of the work that changes nothing of what the portal holds of the dossier itself. */
const STEPS: ReadonlySet<string> = new Set<DossierEntry>([
  'dossiers.step-completed',
  'dossiers.step-sent-back',
  'dossiers.dossier-assigned',
  'dossiers.draft-sent',
  'dossiers.draft-answered',
  'dossiers.result-signed',
]);

/** An act that is new to this list is told in full: too much rather than too little. */
export const TOLD_ENTRIES: readonly string[] = Object.keys(dossierEntries).filter((type) => !UNTOLD.has(type));

/** The dossier goes first: its progress belongs to it. */
export function servicesOf(type: string): readonly MessageService[] {
  if (type === 'dossiers.dossier-submitted') return ['dossier'];
  return STEPS.has(type) ? ['progress'] : ['dossier', 'progress'];
}
