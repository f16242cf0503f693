// Pages of the Presences room.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/presences', page: lazyPage(() => import('./day-page.tsx')) },
  { path: '/presences/search', page: lazyPage(() => import('./search-page.tsx')) },
  { path: '/presences/search/turned', page: lazyPage(() => import('./search-page.tsx')) },
  { path: '/presences/remarks', page: lazyPage(() => import('./remarks-page.tsx')) },
  { path: '/presences/works', page: lazyPage(() => import('./works-page.tsx')) },
  { path: '/presences/works/new', page: lazyPage(() => import('./add-works-page.tsx')) },
  { path: '/presences/works/new/scanned', page: lazyPage(() => import('./add-works-page.tsx')) },
  { path: '/presences/works/:id', page: lazyPage(() => import('./change-works-page.tsx')) },
];
