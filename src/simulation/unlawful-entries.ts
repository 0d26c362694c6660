/** Entries of acts that break a rule, as the verbs would have written them had they not refused: what the demonstration shows and the bench measures of supervision. */
import type { Json } from '../platform/db/json.ts';
import type { EntryDraft } from '../platform/journal/entry.ts';

type Body = Readonly<Record<string, Json>>;

export const papersAskedFor = (body: Body, reason: string): EntryDraft => ({
  type: 'dossiers.supplement-asked',
  version: 2,
  body: { components: [], before_acceptance: false, at_step: null, ...body },
  content: { items: [], reason },
});

export const apologySent = (body: Body, reason: string): EntryDraft => ({
  type: 'dossiers.apology-sent',
  version: 2,
  body,
  content: { reason },
});

export const stepCompleted = (body: Body): EntryDraft => ({
  type: 'dossiers.step-completed',
  body: { next_step: null, ...body },
});
