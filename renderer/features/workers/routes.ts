// Pages of the Workers room.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/workers', page: lazyPage(() => import('./workers-page.tsx')) },
  { path: '/workers/new', page: lazyPage(() => import('./add-worker-page.tsx')) },
  { path: '/workers/paste', page: lazyPage(() => import('./paste-page.tsx')) },
  { path: '/workers/:id', page: lazyPage(() => import('./worker-page.tsx')) },
];
