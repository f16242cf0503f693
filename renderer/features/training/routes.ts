// Pages of the Training room: the register in three views, balances, and the editor of one or many.
import { lazyPage, type PageRoute } from '../../page-route.ts';

const register = lazyPage(() => import('./register-page.tsx'));

export const routes: PageRoute[] = [
  { path: '/training', page: register },
  { path: '/training/to-fix', page: register },
  { path: '/training/drafts', page: register },
  { path: '/training/deadlines', page: lazyPage(() => import('./deadlines-page.tsx')) },
  { path: '/training/balance', page: lazyPage(() => import('./balance-page.tsx')) },
  { path: '/training/paste', page: lazyPage(() => import('./paste-page.tsx')) },
  { path: '/training/completeness', page: lazyPage(() => import('./completeness-page.tsx')) },
  { path: '/training/certificates', page: lazyPage(() => import('./certificates-page.tsx')) },
  { path: '/training/account/:workerId', page: lazyPage(() => import('./account-page.tsx')) },
  { path: '/training/import', page: lazyPage(() => import('./import-page.tsx')) },
  { path: '/training/many-lists', page: lazyPage(() => import('./import-many-page.tsx')) },
  { path: '/training/sheets', page: lazyPage(() => import('./sheets-page.tsx')) },
  { path: '/training/report', page: lazyPage(() => import('./report-page.tsx')) },
  { path: '/training/new', page: lazyPage(() => import('./begin-page.tsx')) },
  { path: '/training/together', page: lazyPage(() => import('./together-page.tsx')) },
  { path: '/training/:id', page: lazyPage(() => import('./editor-page.tsx')) },
];
