/** Naming (chỉ định đơn vị tiếp tục): which unit an administrator has said goes on with a dossier of a unit that has ended. */
import type { Json } from '../../platform/db/json.ts';

export interface Naming {
  /** For every dossier, or of a split unit for those of no area named; undefined: these stay. */
  readonly to: string | undefined;
  /** Of a split unit: by the code of the area that a dossier concerns. */
  readonly areas: ReadonlyMap<string, string>;
}

export const unitFor = ({ to, areas }: Naming, areaCode: string): string | undefined => areas.get(areaCode) ?? to;

/** Of the entry in either version. */
export function readNaming(body: Readonly<Record<string, Json>> | null | undefined): Naming {
  const areas = (body?.areas ?? []) as unknown as readonly { readonly area: string; readonly unit: string }[];
  return {
    to: typeof body?.to === 'string' ? body.to : undefined,
    areas: new Map(areas.map(({ area, unit }) => [area, unit])),
  };
}
