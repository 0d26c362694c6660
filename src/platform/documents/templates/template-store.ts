/** Templates as the database keeps them: every version of each, and the draft beside it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Json, sortedJson } from '../../db/json.ts';
import type { VersionHead } from './template-version.ts';

export type TemplateKind = 'slip' | 'result';

export interface TemplateVersion extends VersionHead {
  readonly code: string;
  readonly kind: TemplateKind;
  readonly content: unknown;
  readonly copiedFrom: number | null;
  readonly publishedBy: string | null;
}

export interface TemplateDraft {
  readonly code: string;
  /** The version it was begun from. */
  readonly base: number;
  readonly content: unknown;
  readonly version: number;
}

/** Oldest first, each code's together. A code has as many versions as it was ever worded: tens, not thousands. */
export async function listVersions(db: QueryExecutorProvider, codes: readonly string[]): Promise<TemplateVersion[]> {
  const found = await sql<TemplateVersion>`
    select t.code, t.version, t.kind, t.valid_from as "validFrom", t.content, t.origin, t.published_at as "publishedAt",
      t.copied_from as "copiedFrom", a.name as "publishedBy"
    from documents.template t left join identity.account a on a.id = t.published_by
    where t.code = any(${codes}) order by t.code, t.version
  `.execute(db);
  return found.rows;
}

export async function listCodes(db: QueryExecutorProvider): Promise<string[]> {
  const found = await sql<{ code: string }>`select distinct code from documents.template order by code`.execute(db);
  return found.rows.map(({ code }) => code);
}

export async function findDraft(db: QueryExecutorProvider, code: string): Promise<TemplateDraft | undefined> {
  const found = await sql<TemplateDraft>`
    select code, base, content, version from documents.template_draft where code = ${code}
  `.execute(db);
  return found.rows[0];
}

export async function listDrafted(db: QueryExecutorProvider): Promise<ReadonlySet<string>> {
  const found = await sql<{ code: string }>`select code from documents.template_draft`.execute(db);
  return new Set(found.rows.map(({ code }) => code));
}

export const sameContent = (one: unknown, other: unknown): boolean =>
  sortedJson(one as Json) === sortedJson(other as Json);
