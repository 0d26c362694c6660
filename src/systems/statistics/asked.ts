/** What the URL of a page of figures asks for: period and its rule, unit, era, lines, and which figure to list. */
import { isId } from '../../platform/db/ids.ts';
import { fieldOf, type FormFields } from '../../platform/http/route.ts';
import type { Era } from '../../platform/organisation/counted-units.ts';
import type { Office } from './figures.ts';

export type FiguresAsked = Readonly<
  Record<'ky' | 'moc' | 'doc' | 'donvi' | 'theo' | 'so' | 'dong' | 'linhvuc' | 'canbo' | 'sau', string>
>;

export const TABS = { summary: '', indices: '/chin-chi-so', staff: '/can-bo', service: '/quyet-dinh-766' } as const;
export type Tab = keyof typeof TABS;

export const FIGURES = '/can-bo/so-lieu';
export const FIGURE_LIST = `${FIGURES}/ho-so`;

export function readAsked(query: FormFields): FiguresAsked {
  const text = (name: string, most = 40): string => fieldOf(query, name).slice(0, most);
  const id = (name: string): string => (isId(text(name)) ? text(name) : '');
  return {
    ky: text('ky'),
    moc: text('moc'),
    doc: text('doc'),
    donvi: id('donvi'),
    theo: text('theo'),
    so: text('so', 400),
    dong: id('dong'),
    linhvuc: text('linhvuc', 80),
    canbo: id('canbo'),
    sau: text('sau', 100),
  };
}

/** By which of a dossier's three offices its unit is read. */
export const officeOf = ({ theo }: Pick<FiguresAsked, 'theo'>): Office =>
  theo === 'noi-nhan' ? 'receiving' : theo === 'noi-tra' ? 'returning' : 'competent';

export const eraOf = ({ doc }: Pick<FiguresAsked, 'doc'>): Era => (doc === 'nay' ? 'now' : 'then');

/** The page at this path with something changed; what belongs to a list of one figure falls away unless given. */
export function figuresHref(path: string, asked: FiguresAsked, change: Partial<FiguresAsked> = {}): string {
  const { so: _, dong: __, linhvuc: ___, canbo: ____, sau: _____, ...kept } = asked;
  const query = new URLSearchParams(Object.entries({ ...kept, ...change }).filter(([, value]) => value !== ''));
  return query.size === 0 ? path : `${path}?${query}`;
}
