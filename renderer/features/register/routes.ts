// Pages of the person register.
import { lazyPage, type PageRoute } from '../../page-route.ts';

export const routes: PageRoute[] = [
  { path: '/register', page: lazyPage(() => import('./list/register-page.tsx')) },
  { path: '/register/insert', page: lazyPage(() => import('./change/insert-page.tsx')) },
  { path: '/register/delete', page: lazyPage(() => import('./change/delete-page.tsx')) },
  { path: '/register/feed', page: lazyPage(() => import('./feed/feed-page.tsx')) },
  { path: '/register/review', page: lazyPage(() => import('./review/review-page.tsx')) },
  { path: '/settings/register', page: lazyPage(() => import('./settings/settings-page.tsx')) },
  { path: '/register/:personId', page: lazyPage(() => import('./person/person-page.tsx')) },
];
