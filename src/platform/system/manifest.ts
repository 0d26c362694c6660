/** The installation as the registry lists it: what it writes in the journal about itself. */
import { Type } from 'typebox';
import { ADMINISTRATOR } from '../permissions/permissions.ts';
import { styleGuideRoute } from '../web/style-guide/style-guide-route.tsx';
import { defineSystem } from './define-system.ts';

export const system = defineSystem({
  id: 'system',
  title: { vi: 'Hệ thống', en: 'Installation' },
  uses: [],
  permissions: {
    'system.see-interface': {
      title: { vi: 'Xem bộ giao diện', en: 'See the style guide' },
      roles: [ADMINISTRATOR],
    },
  },
  links: {
    office: [
      {
        label: { vi: 'Giao diện', en: 'Interface' },
        href: '/quan-tri/giao-dien',
        permission: 'system.see-interface',
      },
    ],
  },
  routes: [styleGuideRoute],
  entries: {
    'system.installed': {
      title: { vi: 'Cài đặt hệ thống', en: 'Installed' },
      versions: [
        {
          version: 1,
          body: Type.Object({
            mode: Type.Union([Type.Literal('demo'), Type.Literal('production'), Type.Literal('bench')]),
            province: Type.String(),
          }),
          sample: { mode: 'demo', province: 'tay-ninh' },
        },
      ],
    },
    'system.rebuilt': {
      title: { vi: 'Sửa các bảng theo nhật ký', en: 'Tables repaired from the journal' },
      versions: [
        {
          version: 1,
          body: Type.Object({
            cases: Type.Array(Type.String()),
            rows: Type.Record(Type.String(), Type.Integer({ minimum: 1 })),
          }),
          sample: { cases: ['01939b5e-0000-7000-8000-000000000001'], rows: { 'cases.case': 1 } },
        },
      ],
    },
    'system.restored': {
      title: { vi: 'Phục hồi từ bản sao lưu', en: 'Restored from a backup' },
      versions: [
        {
          version: 1,
          body: Type.Object({ backup_at: Type.String() }),
          sample: { backup_at: '2026-11-23T09:00:00+07:00' },
        },
      ],
    },
  },
});
