/** The split of a unit's open dossiers by area, as a page asks for it: what is suggested, what was chosen, and the naming it makes. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { type Answer, fieldOf, page } from '../../../platform/http/route.ts';
import { unitAt } from '../../../platform/organisation/find-units.ts';
import type { Naming } from '../naming.ts';
import type { OrphanUnit } from '../orphans.ts';
import { AREA_FIELD, SplitPreviewPage } from '../pages/admin/split-preview-page.tsx';
import { listParts, listSplitAreas, type SplitArea, type SplitPart } from '../split-areas.ts';
import type { DossierExchange } from './desk.ts';

export interface SplitAsked {
  readonly unit: OrphanUnit;
  readonly parts: readonly SplitPart[];
  readonly areas: readonly SplitArea[];
  readonly chosen: ReadonlyMap<string, string>;
  readonly to: { readonly code: string; readonly id: string | undefined; readonly name: LocalText | undefined };
}

/** `isSent` false: what the parts' own areas suggest. */
export async function readSplit(
  { db, clock, form, query }: DossierExchange,
  { unit, isSent }: { readonly unit: OrphanUnit; readonly isSent: boolean },
): Promise<SplitAsked> {
  const day = dayOf(clock());
  const asked = { unit: unit.unit, day };
  const [parts, areas] = await Promise.all([listParts(db, asked), listSplitAreas(db, asked)]);
  const typed = isSent ? fieldOf(form, `unit.${unit.unit}`) : fieldOf(query, `den.${unit.unit}`);
  const code = typed.trim().slice(0, 40);
  const to = code === '' ? undefined : await unitAt(db, code, day);
  const chosen = areas.flatMap((area): [string, string][] => {
    const part = isSent ? fieldOf(form, `${AREA_FIELD}${area.code}`) : (area.part ?? '');
    return parts.some(({ id }) => id === part) ? [[area.code, part]] : [];
  });
  return { unit, parts, areas, chosen: new Map(chosen), to: { code, id: to?.id, name: to?.name } };
}

export function splitPage({ unit, ...asked }: SplitAsked, list: string, refused?: string): Answer {
  return page(
    <SplitPreviewPage
      {...asked}
      unit={{ id: unit.unit, name: unit.name, count: unit.count }}
      list={list}
      {...(refused === undefined ? {} : { refused })}
    />,
    refused === undefined ? 200 : 422,
  );
}

export const splitNaming = ({ chosen, to }: SplitAsked): Naming => ({ to: to.id, areas: chosen });
