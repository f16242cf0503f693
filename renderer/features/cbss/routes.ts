// Pages of the connection to the inscriptions at the Crossroads Bank.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/cbss', page: lazyPage(() => import('./access/access-page.tsx')) },
  { path: '/cbss/search', page: lazyPage(() => import('./persons/search-page.tsx')) },
  { path: '/cbss/create', page: lazyPage(() => import('./persons/create-page.tsx')) },
  { path: '/cbss/correct', page: lazyPage(() => import('./persons/correct-page.tsx')) },
  { path: '/cbss/subscriptions', page: lazyPage(() => import('./persons/subscriptions-page.tsx')) },
  { path: '/cbss/workbench', page: lazyPage(() => import('./bench/workbench-page.tsx')) },
  { path: '/cbss/exchanges', page: lazyPage(() => import('./exchanges/exchanges-page.tsx')) },
];
