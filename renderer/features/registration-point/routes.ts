// Page of the registration point, in the Presences room.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/presences/point', page: lazyPage(() => import('./point-page.tsx')) },
];
