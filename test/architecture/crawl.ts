/** The crawl: every page that a visitor comes to by following links, then every form they found, sent in empty; each page is checked as it comes, and axe looks at what shows something new. */
import { shapeOf, type Page, type Visitor } from '../harness/browse.ts';
import type { Eyes } from '../harness/eyes.ts';
import { attributeOf } from '../harness/html-faults.ts';
import { hrefsOf } from '../harness/page-faults.ts';
import { kindsOf } from './kinds-of-elements.ts';
import type { Registry } from '../../src/platform/system/registry.ts';

export interface Visit {
  readonly name: string;
  readonly visitor: Visitor;
}

/** What was wrong, and at most three places where. */
export type Wrong = Record<string, string[]>;

export interface Crawl {
  /** From the home page, then from every other page with a fixed path. */
  walk(visit: Visit): Promise<Wrong>;
  /** After the walk, for it changes what was made. */
  sendEmptyForms(visit: Visit): Promise<Wrong>;
  /** Routes that the home page leads to, over whatever many links, forms and redirections. */
  readonly reached: ReadonlySet<string>;
}

/** Of the pages of one route with the same question asked, which may be thousands, this many are visited; of one's own things all that were made here. What is administered is alike. */
const OF_EACH_ROUTE = { public: 2, own: 4, administered: 2 };

const mostOf = (path: string, isPublic: boolean): number =>
  OF_EACH_ROUTE[isPublic ? 'public' : path.startsWith('/quan-tri/') ? 'administered' : 'own'];

/** Ends the visit, or would act on the session that is visiting. */
const NOT_SENT = /^\/(dang-xuat|tai-khoan\/phien)/;

export function aCrawl(registry: Registry, eyes: Eyes): Crawl {
  const routes = routesOf(registry);
  const routeOf = (path: string) => routes.find(({ shape }) => shape.test(pathnameOf(path)));
  const places = registry.routes.map(({ path }) => ({ path, shape: shapeOf(path) }));
  const reached = new Set<string>(['/']);
  const shown = new Set<string>();
  const found = new Map<string, Map<string, Page>>();

  /** In a browser: one page of each route, and every page with something on it that none before it had. Another language says other words in the same elements, and a page that is not found is the same everywhere. */
  async function look({ tree, ...page }: Page): Promise<string[]> {
    if (tree === undefined) return [];
    const place = places.find(({ shape }) => shape.test(pathnameOf(page.path)))?.path ?? page.path;
    const sorts = [...(page.status === 404 ? [] : [place]), ...kindsOf(tree)];
    const isNew = sorts.some((sort) => !shown.has(sort));
    for (const sort of sorts) shown.add(sort);
    return isNew ? eyes.look(page) : [];
  }

  async function follow(begin: readonly string[], visit: Visit, state: { seen: Set<string>; fromHome: boolean }) {
    const wrong: Wrong = {};
    const counts = new Map<string, number>();
    const waiting = begin.filter((path) => !state.seen.has(path));
    for (const path of waiting) state.seen.add(path);
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const page = await visit.visitor.look(path);
      note(wrong, path, [...page.faults, ...(await look(page)), ...statusFaults(page, begin.includes(path))]);
      gatherForms(page, visit);
      for (const next of linksOf(page)) {
        const route = routeOf(next);
        if (route === undefined) continue;
        if (state.fromHome) reached.add(route.path);
        const sort = sortOf(route.path, next);
        const count = counts.get(sort) ?? 0;
        if (state.seen.has(next) || count >= route.most) continue;
        counts.set(sort, count + 1);
        state.seen.add(next);
        waiting.push(next);
      }
      // where a form leads is asked for with GET when its answer is reloaded
      if (state.fromHome) for (const { action } of formsOf(page)) reached.add(routeOf(action)?.path ?? '/');
    }
    return wrong;
  }

  function gatherForms(page: Page, { name }: Visit): void {
    const forms = found.get(name) ?? new Map<string, Page>();
    found.set(name, forms);
    for (const { action, posts } of formsOf(page)) {
      const route = registry.routes.find(({ method, path }) => method === 'POST' && shapeOf(path).test(action));
      if (posts && route && !NOT_SENT.test(action) && !forms.has(route.path)) forms.set(route.path, page);
    }
  }

  return {
    reached,
    async walk(visit) {
      const seen = new Set<string>();
      const fixed = routes.map(({ path }) => path).filter((path) => !/[:*]/.test(path));
      const linked = await follow(['/'], visit, { seen, fromHome: true });
      return { ...linked, ...(await follow(fixed, visit, { seen, fromHome: false })) };
    },
    async sendEmptyForms(visit) {
      const wrong: Wrong = {};
      for (const [route, page] of found.get(visit.name) ?? []) {
        const form = formsOf(page).find(({ action }) => shapeOf(route).test(action));
        if (!form) continue;
        const answer = await visit.visitor.pressEmpty(page, form.sentTo);
        note(wrong, `POST ${form.action}`, [
          ...answer.faults,
          ...(await look(answer)),
          ...(answer.status >= 500 ? [`answers ${answer.status}`] : []),
        ]);
      }
      return wrong;
    },
  };
}

const routesOf = (registry: Registry) =>
  registry.routes
    .filter(({ method, live }) => method === 'GET' && !live)
    .map(({ path, access }) => ({
      path,
      shape: shapeOf(path),
      isPublic: access === 'public',
      most: mostOf(path, access === 'public'),
    }));

function note(wrong: Wrong, path: string, faults: readonly string[]): void {
  for (const fault of new Set(faults)) wrong[fault] = [...(wrong[fault] ?? []), path].slice(0, 3);
}

/** A route with one question asked; several at once are one sort, or the facets of a search would never end. */
function sortOf(route: string, path: string): string {
  const keys = [...new URL(path, 'http://here').searchParams.keys()];
  return `${route} ${keys.length > 1 ? 'several' : (keys[0] ?? '')}`;
}

const pathnameOf = (path: string): string => new URL(path, 'http://here').pathname;

/** What a link of ours leads to answers, or sends on. Where a visit begins may be closed to this visitor. */
const statusFaults = ({ status }: Page, isBeginning: boolean): string[] =>
  [200, 302, 303, 308].includes(status) || (isBeginning && status === 404) ? [] : [`answers ${status}`];

function linksOf({ tree, path, location }: Page): string[] {
  const hrefs = location === undefined ? (tree ? hrefsOf(tree) : []) : [location];
  return hrefs
    .map((href) => new URL(href, `http://here${path}`))
    .filter(({ origin, searchParams }) => origin === 'http://here' && !searchParams.has('ngon-ngu'))
    .map(({ pathname, search }) => pathname + search);
}

interface FoundForm {
  /** Its path, which a route answers. */
  readonly action: string;
  /** As the form says it, with its query. */
  readonly sentTo: string;
  readonly posts: boolean;
}

const formsOf = ({ tree, path }: Page): FoundForm[] =>
  (tree?.querySelectorAll('form') ?? []).map((form) => ({
    action: new URL(attributeOf(form, 'action') ?? '', `http://here${path}`).pathname,
    sentTo: attributeOf(form, 'action') ?? '',
    posts: (attributeOf(form, 'method') ?? 'get').toLowerCase() === 'post',
  }));
