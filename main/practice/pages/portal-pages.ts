// All pages of the practice portal behind one listener.

import { accessRoutes } from './access-pages.ts';
import { accountRoutes } from './account-pages.ts';
import { chamanRoutes } from './chaman-pages.ts';
import { circleRoutes } from './circle-page.ts';
import { entranceRoutes } from './entrance.ts';
import { html } from './html.ts';
import { show, showStopped } from './layout.ts';
import { listenForPages, type PortalListener } from './listener.ts';
import { mahisRoutes } from './mahis-pages.ts';
import type { PageParts, Routes } from './page.ts';
import { createPortalSessions } from './portal-session.ts';
import { registrationRoutes } from './registration-page.ts';
import { STYLE } from './style.ts';
import { loadPortalTexts } from './texts.ts';
import { WORKER_PATH, workerRoutes } from './worker-page.ts';

const ROUTES: Routes = {
  ...entranceRoutes,
  ...registrationRoutes,
  ...accessRoutes,
  ...chamanRoutes,
  ...accountRoutes,
  ...mahisRoutes,
  ...circleRoutes,
  ...workerRoutes,
};

export interface PortalPagesOptions {
  readonly resources: string;
  /** The key of this run, which lets a window in. */
  readonly key: string;
  readonly onBug: (cause: unknown) => void;
}

/** Starts the portal's listener on this computer; the address to open carries the key. */
export const servePortalPages = async (
  parts: PageParts,
  { resources, key, onBug }: PortalPagesOptions,
): Promise<PortalListener & { readonly url: string; readonly workerUrl: string }> => {
  const texts = loadPortalTexts(resources);
  const listener = await listenForPages({
    sessions: createPortalSessions(key),
    style: STYLE,
    isOpen: (path) => path === WORKER_PATH,
    onBug,
    stopped: (reason, session) => showStopped(texts.in(session?.language ?? 'nl'), session, reason),
    page: (request) => {
      const t = texts.in(request.session.language);
      const insz = request.session.person;
      // A reset of the world may have taken the person away.
      const person = insz === undefined ? undefined : parts.access.person(insz);
      const whole = { ...request, t, person };
      const serve = ROUTES[`${request.method} ${request.path}`];
      if (serve !== undefined) return serve(parts, whole);
      const body = html`<p>${t('stopped.noPage.what')}</p><p><a href="/">${t('home.back')}</a></p>`;
      return show(whole, { title: t('stopped.noPage.title'), body, status: 404 });
    },
  });
  return {
    ...listener,
    url: `${listener.origin}/?entry=${key}`,
    workerUrl: `${listener.origin}${WORKER_PATH}?workplace=`,
  };
};
