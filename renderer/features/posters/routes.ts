// Posters and notices for workers; with an id, of that site.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/presences/posters', page: lazyPage(() => import('./posters-page.tsx')) },
  { path: '/presences/posters/:id', page: lazyPage(() => import('./posters-page.tsx')) },
];
