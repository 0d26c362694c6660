/** The definitions that dossiers of a batch are pinned to: a version never changes, so each is read once. */
import type { QueryExecutorProvider } from 'kysely';
import { getVersion, type PinnedVersion } from '../systems/procedures/index.ts';
import type { ReadCase } from './read-batch.ts';

export class Versions {
  readonly #known = new Map<string, PinnedVersion | undefined>();

  find(id: string): PinnedVersion | undefined {
    return this.#known.get(id);
  }

  async know(db: QueryExecutorProvider, cases: readonly ReadCase[]): Promise<void> {
    const named = cases.flatMap(({ entries, stored }) => [
      ...entries.map(({ body }) => body?.version),
      ...[...(stored.get('cases.case')?.values() ?? [])].map((row) => row.definition_id),
    ]);
    for (const id of new Set(named))
      if (typeof id === 'string' && !this.#known.has(id)) this.#known.set(id, await getVersion(db, id));
  }
}
