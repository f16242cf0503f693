// Pages of the Settings room.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/settings', page: lazyPage(() => import('./person-page.tsx')) },
  { path: '/settings/environment', page: lazyPage(() => import('./environment-page.tsx')) },
  { path: '/settings/going-live', page: lazyPage(() => import('./going-live-page.tsx')) },
  { path: '/settings/services', page: lazyPage(() => import('./services-page.tsx')) },
  { path: '/settings/practice', page: lazyPage(() => import('./practice-page.tsx')) },
];
