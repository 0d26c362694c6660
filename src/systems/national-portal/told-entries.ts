/** Told entries: what the national portal hears of each act on a dossier, and through which of its services. */
import type { dossierEntries } from '../dossiers/events.ts';
import type { MessageService } from './tables.ts';

/** The dossier goes first: its progress belongs to it. An act that is new must be given its place here, or nothing compiles. */
const SERVICES: Readonly<Record<keyof typeof dossierEntries, readonly MessageService[]>> = {
  'dossiers.paper-reused': [],
  'dossiers.component-answered': [],
  'dossiers.dossier-submitted': ['dossier'],
  'dossiers.due-reckoned-again': ['dossier'],

  // what the portal holds of the dossier changes: status, dates, papers asked for, results
  'dossiers.dossier-accepted': ['dossier', 'progress'],
  'dossiers.supplement-asked': ['dossier', 'progress'],
  'dossiers.supplement-supplied': ['dossier', 'progress'],
  'dossiers.dossier-refused': ['dossier', 'progress'],
  'dossiers.processing-refused': ['dossier', 'progress'],
  'dossiers.dossier-withdrawn': ['dossier', 'progress'],
  'dossiers.dossier-stopped': ['dossier', 'progress'],
  'dossiers.payment-asked': ['dossier', 'progress'],
  'dossiers.payment-recorded': ['dossier', 'progress'],
  'dossiers.result-issued': ['dossier', 'progress'],
  'dossiers.result-corrected': ['dossier', 'progress'],
  'dossiers.result-returned': ['dossier', 'progress'],
  'dossiers.apology-sent': ['dossier', 'progress'],
  'dossiers.dossier-moved': ['dossier', 'progress'],
  'dossiers.move-undone': ['dossier', 'progress'],
  'dossiers.decided-by-silence': ['dossier', 'progress'],

  // a step of the work
  'dossiers.step-completed': ['progress'],
  'dossiers.step-sent-back': ['progress'],
  'dossiers.dossier-assigned': ['progress'],
  'dossiers.dossier-redirected': ['progress'],
  'dossiers.draft-sent': ['progress'],
  'dossiers.draft-answered': ['progress'],
  'dossiers.result-signed': ['progress'],
  'dossiers.opinion-asked': ['progress'],
  'dossiers.opinion-given': ['progress'],
  'dossiers.parts-opened': ['progress'],
  'dossiers.part-ended': ['progress'],
  'dossiers.part-reopened': ['progress'],

  // the office's own: papers carried between offices, reminders and drafts, what a register answered, what is about no one dossier
  'dossiers.early-result-told': [],
  'dossiers.paper-checked': [],
  'dossiers.paper-scanned': [],
  'dossiers.paper-coded': [],
  'dossiers.paper-signed': [],
  'dossiers.transfer-sent': [],
  'dossiers.transfer-taken': [],
  'dossiers.opinion-reminded': [],
  'dossiers.opinion-overdue': [],
  'dossiers.part-reminded': [],
  'dossiers.part-overdue': [],
  'dossiers.apology-drafted': [],
  'dossiers.register-answered': [],
  'dossiers.orphans-assigned': [],
  'dossiers.moves-undone': [],
  'dossiers.application-ending': [],
  'dossiers.exemption-judged': [],
  'dossiers.numbers-reserved': [],
  'dossiers.numbers-voided': [],
  'dossiers.received-offline': [],
};

export const TOLD_ENTRIES: readonly string[] = Object.entries(SERVICES).flatMap(([type, services]) =>
  services.length > 0 ? [type] : [],
);

export const servicesOf = (type: string): readonly MessageService[] =>
  (SERVICES as Readonly<Record<string, readonly MessageService[]>>)[type] ?? [];
