// Pages of the Today room.
import { lazyPage, type PageRoute } from '../../routes.ts';

export const routes: PageRoute[] = [{ path: '/', page: lazyPage(() => import('./today-page.tsx')) }];
