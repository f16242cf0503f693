// Pages of the Outbox room: the list in one of its views, what waits for a second person, the receipts.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/outbox/approval', page: lazyPage(() => import('./approval-page.tsx')) },
  { path: '/outbox/receipts', page: lazyPage(() => import('./receipts-page.tsx')) },
  { path: '/outbox/:view?', page: lazyPage(() => import('./outbox-page.tsx')) },
];
