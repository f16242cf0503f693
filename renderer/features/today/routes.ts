// Pages of the Today room.
import { lazyPage, type PageRoute } from '../../page-route.ts';

const page = lazyPage(() => import('./today-page.tsx'));

/** `/today` is how other parts name the first page. */
export const routes: PageRoute[] = [
  { path: '/', page },
  { path: '/today', page },
];
