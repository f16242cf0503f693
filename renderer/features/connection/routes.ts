// Pages of the Connection room.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/connection', page: lazyPage(() => import('./connection-page.tsx')) },
  { path: '/connection/certificate', page: lazyPage(() => import('./import-page.tsx')) },
  { path: '/connection/generate', page: lazyPage(() => import('./generate-page.tsx')) },
  { path: '/connection/request', page: lazyPage(() => import('./request-page.tsx')) },
  { path: '/connection/requests/:id', page: lazyPage(() => import('./request-detail-page.tsx')) },
  { path: '/connection/account', page: lazyPage(() => import('./account-wizard-page.tsx')) },
  { path: '/connection/certificates/:id', page: lazyPage(() => import('./certificate-page.tsx')) },
  { path: '/connection/accounts/:id', page: lazyPage(() => import('./account-page.tsx')) },
  { path: '/connection/accounts/:id/renewal', page: lazyPage(() => import('./renewal-page.tsx')) },
  { path: '/connection/life', page: lazyPage(() => import('./life-page.tsx')) },
];
