/** Timeline (nhật ký hồ sơ): the journal entries of a dossier in words that a citizen and an officer understand, oldest first. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, instant } from '../../platform/calendar/instant.ts';
import type { Json } from '../../platform/db/json.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { readEntry } from '../../platform/journal/entry.ts';
import type { DossierState } from './dossier-state.ts';
import { dossierEntries } from './events.ts';
import { ACTS, DETAILS, INSIDE, lower } from './timeline-words.ts';

export interface TimelineEntry {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  /** "Yêu cầu bổ sung, hoàn thiện hồ sơ". */
  readonly act: LocalText;
  /** Name, position and unit; undefined for acts of the program. */
  readonly who?: LocalText;
  /** The name alone, as a slip prints it. */
  readonly person?: string;
  /** Sentences of what, why and what follows. */
  readonly detail: readonly LocalText[];
  /** What the offices tell each other: for officers alone. */
  readonly inside: readonly LocalText[];
  /** What was written with it, by name: `reason`, `items`, `note`, `objection`; gone where it was erased. */
  readonly contents: Readonly<Record<string, Json>>;
  readonly body: Readonly<Record<string, Json>>;
  /** The applicant's own act. */
  readonly byApplicant: boolean;
}

interface EntryFound {
  sealed: string;
  contents: Record<string, string> | null;
  person: string | null;
  position: LocalText | null;
  unit: LocalText | null;
  officer: boolean | null;
  for_name: string | null;
}

export async function readTimeline(
  db: QueryExecutorProvider,
  dossier: Pick<DossierState, 'id' | 'steps' | 'definition' | 'accountId' | 'consultations'>,
): Promise<TimelineEntry[]> {
  const rows = await sql<EntryFound>`
    select e.sealed, a.name as person, a.kind = 'officer' as officer, p.title as position, u.name as unit, f.name as for_name,
      (select json_object_agg(c.name, c.body) from journal.content c where c.entry_id = e.id and c.body is not null) as contents
    from journal.entry e
      left join identity.account a on a.id = e.account_id
      left join organisation.position p on p.id = (e.sealed::jsonb #>> '{actor,position}')::uuid
      left join identity.account f on f.id = (e.sealed::jsonb #>> '{actor,for}')::uuid
      left join organisation.unit u on u.id = e.unit_id
    where e.subject_id = ${dossier.id} and e.subject_type = 'dossier' order by e.recorded_at, e.id
  `.execute(db);
  return rows.rows.map((row) => entryInWords(row, dossier));
}

/** What the offices do and say among themselves is theirs. */
const AMONG_OFFICES = new Set([
  'dossiers.dossier-assigned',
  'dossiers.opinion-asked',
  'dossiers.opinion-given',
  'dossiers.opinion-reminded',
  'dossiers.opinion-overdue',
  'dossiers.apology-drafted',
  'dossiers.step-completed',
  'dossiers.step-sent-back',
  'dossiers.register-answered',
]);

/** For an office that has only received a dossier for another, or only returns it: that something was done, not what was said about it. */
export const asApplicantsSee = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  entries.map((entry) => (AMONG_OFFICES.has(entry.type) ? { ...entry, detail: [], inside: [] } : entry));

function entryInWords(
  row: EntryFound,
  dossier: Pick<DossierState, 'steps' | 'definition' | 'accountId' | 'consultations'>,
): TimelineEntry {
  const { id, type, at, actor, body = {} } = readEntry(row.sealed);
  const contents = Object.fromEntries(
    Object.entries(row.contents ?? {}).map(([name, text]) => [name, JSON.parse(text) as Json]),
  );
  const byApplicant = actor.account !== undefined && actor.account === dossier.accountId;
  const spec = (dossierEntries as Readonly<Record<string, { title: LocalText }>>)[type];
  const who = actor.kind === 'person' ? whoOf(row) : undefined;
  return {
    id,
    type,
    at: instant(at),
    act: ACTS[type]?.(body, dossier) ?? spec?.title ?? { vi: type },
    detail: DETAILS[type]?.({ body, contents, dossier }).filter((text) => text.vi !== '') ?? [],
    inside: INSIDE[type]?.(contents).filter((text) => text.vi !== '') ?? [],
    contents,
    body,
    byApplicant,
    ...(who && { who }),
    ...(who && row.person && { person: row.person }),
  };
}

const FOR_ANOTHER = {
  vi: (giver: string): string => `thừa ủy quyền của ${giver}`,
  en: (giver: string): string => `by delegation from ${giver}`,
};

function whoOf({ person, position, unit, officer, for_name: giver }: EntryFound): LocalText | undefined {
  if (person === null) return undefined;
  if (!officer) return { vi: person };
  const list = (language: 'vi' | 'en') =>
    [
      person,
      giver && FOR_ANOTHER[language](giver),
      lower(position?.[language] ?? position?.vi),
      unit?.[language] ?? unit?.vi,
    ]
      .filter(Boolean)
      .join(', ');
  return { vi: list('vi'), en: list('en') };
}
