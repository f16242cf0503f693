// Pages of the Outbox room: the list in one of its views.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/outbox/:view?', page: lazyPage(() => import('./outbox-page.tsx')) },
];
