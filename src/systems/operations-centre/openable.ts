/** Openable: whether a reader may open the page that a figure or a signal leads to; a link that leads nowhere for them is none. */
import { can } from '../../platform/permissions/permissions.ts';
import type { SignedIn } from '../../platform/identity/signed-in.ts';
import type { Platform } from '../../platform/system/platform.ts';

export function isOpenable(
  { registry }: Pick<Platform, 'registry'>,
  signedIn: SignedIn | undefined,
  href: string,
): boolean {
  const path = href.split('?')[0];
  const route = registry.routes.find((one) => one.method === 'GET' && one.path === path);
  // the page of one record has its own path: whoever sees the figure's source may try it
  if (!route) return true;
  const { access } = route;
  if (typeof access !== 'string') return can(signedIn, access.permission);
  return access !== 'citizen';
}
