// Pages of the Employers room.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/employers', page: lazyPage(() => import('./employers-page.tsx')) },
  { path: '/employers/import', page: lazyPage(() => import('./import-page.tsx')) },
  { path: '/employers/new', page: lazyPage(() => import('./add-employer-page.tsx')) },
  { path: '/employers/routes', page: lazyPage(() => import('./routes-page.tsx')) },
  { path: '/employers/:id', page: lazyPage(() => import('./employer-page.tsx')) },
];
