// Applicants: asking one for access to data before a contract, and following what becomes of it.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/applicants', page: lazyPage(() => import('./board/board-page.tsx')) },
  { path: '/applicants/of-batch/:batchId', page: lazyPage(() => import('./board/board-page.tsx')) },
  { path: '/applicants/care', page: lazyPage(() => import('./care/care-page.tsx')) },
  { path: '/applicants/new', page: lazyPage(() => import('./ask/ask-page.tsx')) },
  { path: '/applicants/new/:from', page: lazyPage(() => import('./ask/ask-page.tsx')) },
  { path: '/applicants/new/:from/missing', page: lazyPage(() => import('./ask/ask-page.tsx')) },
  { path: '/applicants/batch', page: lazyPage(() => import('./batch/batch-page.tsx')) },
  { path: '/applicants/batch/:batchId', page: lazyPage(() => import('./batch/kept-batch-page.tsx')) },
  { path: '/applicants/:id', page: lazyPage(() => import('./desk/desk-page.tsx')) },
];
