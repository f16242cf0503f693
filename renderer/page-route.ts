// How a feature lists a page; the page itself is loaded when it is first seen.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export type PageRoute = {
  /** Pattern of the place, such as `/employers/:id`. Ids are internal, never a person's number. */
  path: string;
  page: LazyExoticComponent<ComponentType>;
};

/** `lazyPage(() => import('./list-page.tsx'))` */
export const lazyPage = (load: () => Promise<{ default: ComponentType }>) => lazy(load);
