/** Which entry of a menu a page belongs to. */

/** A page below an entry keeps the entry current: `/thu-tuc/1.001193` belongs to `/thu-tuc`. */
export function isWithin(path: string, href: string): boolean {
  const page = path.split('?')[0] ?? '';
  return page === href || page.startsWith(`${href}/`);
}
