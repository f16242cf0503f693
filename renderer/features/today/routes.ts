// Pages of the Today room.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [{ path: '/', page: lazyPage(() => import('./today-page.tsx')) }];
