// Pages of the History room.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [{ path: '/history', page: lazyPage(() => import('./history-page.tsx')) }];
