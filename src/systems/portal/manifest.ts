/** The portal: what anyone may read without signing in, and where applications begin. */
import { defineSystem } from '../../platform/system/define-system.ts';
import { homeRoute } from './routes/home.tsx';
import { lifeEventRoute, procedureRoute } from './routes/procedure.tsx';
import { searchRoute } from './routes/search.tsx';

export const portal = defineSystem({
  id: 'portal',
  title: { vi: 'Cổng dịch vụ công', en: 'Portal' },
  uses: ['procedures'],
  routes: [homeRoute, searchRoute, procedureRoute, lifeEventRoute],
  links: {
    menu: [{ label: { vi: 'Thủ tục', en: 'Procedures' }, href: '/thu-tuc' }],
    services: [{ label: { vi: 'Tìm thủ tục', en: 'Find a procedure' }, href: '/thu-tuc' }],
  },
});
