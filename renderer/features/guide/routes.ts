// Pages of the guides: all of them, a new one, and one with its steps.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/connection/guide', page: lazyPage(() => import('./guides-page.tsx')) },
  { path: '/connection/guide/new', page: lazyPage(() => import('./begin-guide-page.tsx')) },
  { path: '/connection/guide/:id/:step?', page: lazyPage(() => import('./guide-page.tsx')) },
];
