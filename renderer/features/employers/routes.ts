// Pages of the Employers room.
import { lazyPage, type PageRoute } from '../../routes.ts';

export const routes: PageRoute[] = [
  { path: '/employers', page: lazyPage(() => import('./list-page.tsx')) },
  { path: '/employers/new', page: lazyPage(() => import('./add-page.tsx')) },
  { path: '/employers/:id', page: lazyPage(() => import('./detail-page.tsx')) },
  { path: '/employers/:id/edit', page: lazyPage(() => import('./edit-page.tsx')) },
];
