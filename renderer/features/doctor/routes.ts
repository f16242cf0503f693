// Pages of the doctor, in the Connection room.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/connection/doctor', page: lazyPage(() => import('./doctor-page.tsx')) },
  { path: '/connection/exchanges', page: lazyPage(() => import('./exchanges-page.tsx')) },
];
