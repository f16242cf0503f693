// The scanning page, the only one with a camera.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/presences/works/scan', page: lazyPage(() => import('./scan-page.tsx')) },
];
