/** The signer of a paper: by name, with the lines above it that say in which position, and in whose place where that is not their own. */
import type { Day } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { HeldPosition, SignedIn } from '../../platform/identity/signed-in.ts';
import { officeRuleOn } from '../../platform/organisation/office-rules.ts';
import type { PaperSigner } from './result-papers.ts';
import type { DossierTables } from './tables.ts';

/**
 * By delegation (thừa ủy quyền): the words of the rule before the giver's title, then the signer's own title, by the signer's own key.
 * Who is acting or in charge signs under the title of the position with the words of that before it, a deputy under the head's title and their own.
 */
export async function paperSignerOf(
  db: Db<DossierTables>,
  { name, positions }: Pick<SignedIn, 'name' | 'positions'>,
  { seat, day }: { readonly seat: HeldPosition; readonly day: Day },
): Promise<PaperSigner> {
  if (seat.forAccount !== undefined) {
    const own = positions.find(({ forAccount }) => forAccount === undefined);
    const titles = [await delegatedTitle(db, seat.title.vi, day), ...(own ? [own.title.vi] : [])];
    return { positionId: own?.id ?? seat.id, name, titles, delegated: true };
  }
  return { positionId: seat.id, name, titles: await titlesOf(db, seat.title.vi, { manner: seat.manner, day }) };
}

/** Of who signs in a position of their own: `KT. Chủ tịch`, `Phó Chủ tịch`. */
export async function titlesOf<T>(
  db: Db<T>,
  title: string,
  { manner, day }: { readonly manner: HeldPosition['manner']; readonly day: Day },
): Promise<string[]> {
  if (manner !== 'full') return [worded((await officeRuleOn(db, `sign-${manner}`, day))?.words, title)];
  const head = headOf(title);
  const words = head && (await officeRuleOn(db, 'sign-deputy', day))?.words;
  return head && words ? [worded(words, head), title] : [title];
}

/** A deputy's title is the head's after `Phó`, in every office: Phó Chủ tịch, Phó Trưởng phòng, Phó Chánh Văn phòng. */
function headOf(title: string): string | undefined {
  const [, head] = /^phó\s+(.+)$/iu.exec(title.normalize('NFC')) ?? [];
  return head && head.charAt(0).toUpperCase() + head.slice(1);
}

/** `TUQ. Chủ tịch Ủy ban nhân dân`. */
export async function delegatedTitle(db: Db<DossierTables>, title: string, day: Day): Promise<string> {
  return worded((await officeRuleOn(db, 'sign-delegated', day))?.words, title);
}

const worded = (words: string | null | undefined, title: string): string => (words ? `${words} ${title}` : title);

/** As the public page of the paper names who signed: `Nguyễn Văn An (TUQ. Chủ tịch Ủy ban nhân dân)`. */
export const signerInWords = ({ name, titles, delegated }: Omit<PaperSigner, 'positionId'>): string =>
  delegated ? `${name} (${titles[0]})` : name;
