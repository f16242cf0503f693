// The pages of the app. Every feature lists its own in `features/<name>/routes.ts`; each page is loaded when first seen.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export type PageRoute = {
  /** Pattern of the place, such as `/employers/:id`. Ids are internal, never a person's number. */
  path: string;
  page: LazyExoticComponent<ComponentType>;
};

/** A page that is loaded when its route is first seen: `lazyPage(() => import('./list-page.tsx'))`. */
export const lazyPage = (load: () => Promise<{ default: ComponentType }>) => lazy(load);

const found = import.meta.glob<{ routes: PageRoute[] }>('./features/*/routes.ts', { eager: true });

/** All routes; those with a parameter after the fixed ones, so that `/training/new` is not read as an id. */
export const routes: PageRoute[] = Object.values(found)
  .flatMap((feature) => feature.routes)
  .sort((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')));
