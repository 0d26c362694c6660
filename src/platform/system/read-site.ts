/** The site as the province pack describes it, with the links of what is mounted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { LocalText } from '../i18n/local-text.ts';
import type { Place, Site, SiteLink } from '../web/frame.tsx';
import type { SystemManifest } from './define-system.ts';

interface SiteFile {
  service: LocalText;
  responsible: LocalText;
  about: LocalText;
  hotline?: { number: string; note: LocalText };
}

/** Only pages that exist are linked: each system names its own. */
export function readSite(packFolder: string, systems: readonly SystemManifest[]): Site {
  const file = parse(readFileSync(join(packFolder, 'site.yaml'), 'utf8')) as SiteFile;
  const links = (place: 'menu' | 'services' | 'policies'): SiteLink[] =>
    systems.flatMap((system) => system.links?.[place] ?? []);
  // the program's pages about itself come after those that somebody works in
  const byUse = systems.toSorted((a, b) => Number(a.id === 'system') - Number(b.id === 'system'));
  const places = (kind: 'desk' | 'books' | 'office'): Place[] => byUse.flatMap((system) => system.links?.[kind] ?? []);
  return {
    ...file,
    menu: links('menu').slice(0, 4),
    services: links('services'),
    policies: links('policies'),
    places: [...places('desk'), ...places('books'), ...places('office')],
  };
}
