// Pages of the rescue: all clients, the report of one, and the way by hand.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/training/rescue', page: lazyPage(() => import('./rescue-page.tsx')) },
  { path: '/training/rescue/:id', page: lazyPage(() => import('./client-page.tsx')) },
  { path: '/training/rescue/:id/by-hand', page: lazyPage(() => import('./by-hand-page.tsx')) },
];
