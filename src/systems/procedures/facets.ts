/** Facets: how many results each filter would leave, counted from groups of equal rows, so that one pass in the database serves them all. */
import type { LocalText } from '../../platform/i18n/local-text.ts';

/** Results that are alike in everything a facet looks at. */
export interface FacetGroup {
  readonly field: string;
  readonly levels: readonly string[];
  readonly subjects: readonly string[];
  readonly online: string;
  readonly count: number;
}

export interface FacetFilters {
  readonly field?: string;
  readonly level?: string;
  readonly subject?: string;
  readonly online?: string;
}

export type FacetName = keyof FacetFilters;

export interface FacetCount {
  readonly value: string;
  readonly count: number;
  /** Of fields, whose names are data. */
  readonly name?: LocalText;
}

const valuesOf: Readonly<Record<FacetName, (group: FacetGroup) => readonly string[]>> = {
  field: (group) => [group.field],
  level: (group) => group.levels,
  subject: (group) => group.subjects,
  online: (group) => [group.online],
};
const NAMES = Object.keys(valuesOf) as FacetName[];

export const countFiltered = (groups: readonly FacetGroup[], filters: FacetFilters): number =>
  groups.reduce((sum, group) => sum + (passes(group, filters) ? group.count : 0), 0);

/** A facet's own filter does not narrow its own counts: they say what another choice would give. */
export function countFacet(groups: readonly FacetGroup[], filters: FacetFilters, name: FacetName): FacetCount[] {
  const counts = new Map<string, number>();
  for (const group of groups) {
    if (!passes(group, { ...filters, [name]: undefined })) continue;
    for (const value of valuesOf[name](group)) counts.set(value, (counts.get(value) ?? 0) + group.count);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

const passes = (group: FacetGroup, filters: FacetFilters): boolean =>
  NAMES.every((name) => filters[name] === undefined || valuesOf[name](group).includes(filters[name]));
