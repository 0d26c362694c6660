/** Journal entries of identity: their bodies hold ids and codes; names, logins and numbers are erasable content beside them. */
import { Type } from 'typebox';
import type { EntrySpec } from '../system/define-system.ts';

const Id = Type.String({ format: 'uuid' });
const Kind = Type.Union([Type.Literal('citizen'), Type.Literal('business'), Type.Literal('officer')]);
const SAMPLE_ID = '01936f00-0000-7000-8000-000000000001';

export const identityEntries: Readonly<Record<string, EntrySpec>> = {
  'identity.account-created': {
    title: { vi: 'Tạo tài khoản', en: 'Account created' },
    versions: [
      {
        version: 1,
        body: Type.Object({
          kind: Kind,
          administrator: Type.Boolean(),
          demo: Type.Boolean(),
          locale: Type.String(),
          by_vneid: Type.Boolean(),
        }),
        sample: { kind: 'officer', administrator: false, demo: false, locale: 'vi', by_vneid: false },
      },
    ],
  },
  'identity.demo-accounts-created': {
    title: { vi: 'Tạo tài khoản trình diễn', en: 'Demonstration accounts created' },
    versions: [{ version: 1, body: Type.Object({ accounts: Type.Integer() }), sample: { accounts: 2244 } }],
  },
  'identity.account-updated': {
    title: { vi: 'Cập nhật tài khoản theo VNeID', en: 'Account brought up to date' },
    versions: [
      {
        version: 1,
        body: Type.Object({ by: Type.Literal('vneid'), bound: Type.Boolean(), columns: Type.Array(Type.String()) }),
        sample: { by: 'vneid', bound: true, columns: ['phone'] },
      },
    ],
  },
  'identity.account-disabled': {
    title: { vi: 'Ngừng sử dụng tài khoản', en: 'Account disabled' },
    versions: [{ version: 1, body: Type.Object({}), sample: {} }],
  },
  'identity.password-changed': {
    title: { vi: 'Đổi mật khẩu', en: 'Password changed' },
    versions: [{ version: 1, body: Type.Object({}), sample: {} }],
  },
  'identity.guessing-stopped': {
    title: { vi: 'Chặn dò mật khẩu', en: 'Guessing of the password stopped' },
    versions: [{ version: 1, body: Type.Object({}), sample: {} }],
  },
  'identity.signed-in': {
    title: { vi: 'Đăng nhập', en: 'Signed in' },
    versions: [
      {
        version: 1,
        body: Type.Object({
          session: Id,
          method: Type.Union([Type.Literal('password'), Type.Literal('vneid')]),
          assurance: Type.Union([Type.Literal('local'), Type.Literal('1'), Type.Literal('2')]),
          replaces: Type.Optional(Id),
        }),
        sample: { session: SAMPLE_ID, method: 'vneid', assurance: '2' },
      },
    ],
  },
  'identity.session-ended': {
    title: { vi: 'Kết thúc phiên đăng nhập', en: 'Session ended' },
    versions: [
      {
        version: 1,
        body: Type.Object({
          session: Id,
          why: Type.Union([
            Type.Literal('signed-out'),
            Type.Literal('revoked'),
            Type.Literal('password-changed'),
            Type.Literal('disabled'),
          ]),
        }),
        sample: { session: SAMPLE_ID, why: 'revoked' },
      },
    ],
  },
};
