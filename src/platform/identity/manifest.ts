/** Identity as the registry lists it: sign-in, sessions and accounts. */
import { defineSystem } from '../system/define-system.ts';
import { accountRoutes } from './account-routes.tsx';
import { identityEntries } from './events.ts';
import { identityRefusals } from './refusals.ts';
import { signInRoutes } from './sign-in-routes.tsx';

export const identity = defineSystem({
  id: 'identity',
  title: { vi: 'Định danh, đăng nhập', en: 'Identity and sign-in' },
  uses: [],
  entries: identityEntries,
  refusals: identityRefusals,
  routes: [...signInRoutes(), ...accountRoutes()],
});
