// Pages of the comparison with a planning, in the Presences room.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/presences/planning', page: lazyPage(() => import('./planning-page.tsx')) },
  { path: '/presences/planning/new', page: lazyPage(() => import('./take-in-page.tsx')) },
];
