/** Names of the procedures that a back-test met, as the system that owns the kind of case knows them. */
import type { Db } from '../../../platform/db/database.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { OwnedKind } from '../scenario-subject.ts';

/** By code. */
export type ProcedureNames = ReadonlyMap<string, LocalText>;
export type NamesOf = (codes: readonly (string | null)[]) => Promise<ProcedureNames>;

export const namesOfKind =
  (db: Db, kind: OwnedKind | undefined): NamesOf =>
  async (codes) => {
    const asked = [...new Set(codes)].filter((code): code is string => code !== null && code !== '');
    return (await kind?.nameProcedures?.(db, asked)) ?? new Map();
  };
