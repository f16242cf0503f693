// Pages of a training provider, and what providers filed for our own workers.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/training/sessions', page: lazyPage(() => import('./sessions-page.tsx')) },
  { path: '/training/sessions/:id', page: lazyPage(() => import('./session-page.tsx')) },
  { path: '/training/from-providers', page: lazyPage(() => import('./filings-page.tsx')) },
];
