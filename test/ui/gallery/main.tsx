// Every part of the kit in the states that pages meet, for the tests of the kit only: it does not ship.
import '../../../renderer/zod-without-eval.ts';
import { createRoot } from 'react-dom/client';
import { App } from '../../../renderer/app.tsx';
import { startTexts } from '../../../renderer/i18n/setup.ts';
import { lazyPage } from '../../../renderer/page-route.ts';
import { routes } from '../../../renderer/routes.ts';
import '../../../renderer/styles/all.css';

routes.push(
  { path: '/gallery/parts', page: lazyPage(() => import('./parts.tsx')) },
  { path: '/gallery/form', page: lazyPage(() => import('./form.tsx')) },
  { path: '/gallery/grid', page: lazyPage(() => import('./rows.tsx')) },
  { path: '/gallery/wizard', page: lazyPage(() => import('./steps.tsx')) },
);

await startTexts('nl');
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
