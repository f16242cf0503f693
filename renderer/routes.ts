// The pages of the app: every feature lists its own in `features/<name>/routes.ts`.
import type { PageRoute } from './page-route.ts';

const found = import.meta.glob<{ routes: PageRoute[] }>('./features/*/routes.ts', { eager: true });

/** All routes; those with a parameter after the fixed ones, so that `/training/new` is not read as an id. */
export const routes: PageRoute[] = Object.values(found)
  .flatMap((feature) => feature.routes)
  .sort((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')));
