/** Page path: where a page that answered a form can be asked for again: at its own path, else at the nearest page above it. */
import type { Route } from './route.ts';

export function pagePath(routes: readonly Route[], path: string): string {
  const [own = '/'] = path.split('?');
  for (let at = own; at !== ''; at = at.slice(0, at.lastIndexOf('/')))
    if (routes.some((route) => route.method === 'GET' && answers(route.path, at))) return at === own ? path : at;
  return '/';
}

function answers(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, place) => part.startsWith(':') || part === given[place]);
}
