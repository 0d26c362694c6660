/** Identity as the registry lists it: sign-in, sessions and accounts. */
import { ADMINISTRATOR } from '../permissions/permissions.ts';
import { defineSystem } from '../system/define-system.ts';
import { accountRoutes } from './account-routes.tsx';
import { identityEntries } from './events.ts';
import { officerRoutes } from './officer-routes.tsx';
import { identityRefusals } from './refusals.ts';
import { forgetOldSignIns } from './session.ts';
import { signInRoutes } from './sign-in-routes.tsx';

export const identity = defineSystem({
  id: 'identity',
  title: { vi: 'Định danh, đăng nhập', en: 'Identity and sign-in' },
  uses: [],
  permissions: {
    'identity.manage-officers': {
      title: { vi: 'Quản lý tài khoản cán bộ', en: 'Manage officers’ accounts' },
      roles: [ADMINISTRATOR],
    },
  },
  entries: identityEntries,
  refusals: identityRefusals,
  links: {
    office: [
      {
        label: { vi: 'Tài khoản cán bộ', en: 'Officers’ accounts' },
        href: '/quan-tri/tai-khoan',
        permission: 'identity.manage-officers',
      },
    ],
  },
  routes: [...signInRoutes(), ...accountRoutes(), ...officerRoutes()],
  upkeep: {
    'identity.sign-ins': {
      title: { vi: 'Xóa lần thử đăng nhập và phiên đã cũ', en: 'Old tries to sign in and old sessions' },
      counts: {
        attempts: { vi: 'lần thử đã xóa', en: 'tries erased' },
        sessions: { vi: 'phiên đã xóa', en: 'sessions erased' },
      },
      run: ({ db, clock }) => forgetOldSignIns(db, clock()),
    },
  },
});
