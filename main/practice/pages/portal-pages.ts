// All pages of the practice portal behind one listener.

import { accessRoutes } from './access-pages.ts';
import { accountRoutes } from './account-pages.ts';
import { chamanRoutes } from './chaman-pages.ts';
import { circleRoutes } from './circle-page.ts';
import { ACCESSES_PATH, accessesRoutes } from './citizen-accesses-page.ts';
import { requestIdIn, requestPath, requestRoutes } from './citizen-request-page.ts';
import { entranceRoutes } from './entrance.ts';
import { html } from './html.ts';
import { show, showStopped } from './layout.ts';
import { listenForPages, type PortalListener } from './listener.ts';
import { mahisRoutes } from './mahis-pages.ts';
import type { PageParts, Routes } from './page.ts';
import { createPortalSessions } from './portal-session.ts';
import { registerAccessRoutes } from './register-access-page.ts';
import { registerRoutes } from './register-pages.ts';
import { registrationRoutes } from './registration-page.ts';
import { STYLE } from './style.ts';
import { isLanguage, loadPortalTexts } from './texts.ts';
import { WORKER_PATH, workerRoutes } from './worker-page.ts';

const ROUTES: Routes = {
  ...entranceRoutes,
  ...registrationRoutes,
  ...accessRoutes,
  ...chamanRoutes,
  ...accountRoutes,
  ...mahisRoutes,
  ...circleRoutes,
  ...registerRoutes,
  ...registerAccessRoutes,
  ...workerRoutes,
  ...accessesRoutes,
};

const OPEN: readonly string[] = [WORKER_PATH, ACCESSES_PATH];

export interface PortalPagesOptions {
  readonly resources: string;
  /** The key of this run, which lets a window in. */
  readonly key: string;
  readonly onBug: (cause: unknown) => void;
}

export interface PortalAddresses {
  readonly url: string;
  readonly workerUrl: string;
  /** `{id}` stands for the number of the request. */
  readonly requestUrl: string;
  readonly accessesUrl: string;
}

/** Starts the portal's listener on this computer; the address to open carries the key. */
export const servePortalPages = async (
  parts: PageParts,
  { resources, key, onBug }: PortalPagesOptions,
): Promise<PortalListener & PortalAddresses> => {
  const texts = loadPortalTexts(resources);
  const listener = await listenForPages({
    sessions: createPortalSessions(key),
    style: STYLE,
    isOpen: (path) => OPEN.includes(path) || requestIdIn(path) !== undefined,
    languageAt: (path) => {
      const asked = parts.citizen.citizens.request(requestIdIn(path) ?? '')?.language ?? null;
      return isLanguage(asked) ? asked : undefined;
    },
    onBug,
    stopped: (reason, session) => showStopped(texts.in(session?.language ?? 'nl'), session, reason),
    page: (request) => {
      const t = texts.in(request.session.language);
      const insz = request.session.person;
      // A reset of the world may have taken the person away.
      const person = insz === undefined ? undefined : parts.access.person(insz);
      const whole = { ...request, t, person };
      const routes = requestIdIn(request.path) === undefined ? ROUTES : requestRoutes;
      const path = routes === ROUTES ? request.path : requestPath('{id}');
      const serve = routes[`${request.method} ${path}`];
      if (serve !== undefined) return serve(parts, whole);
      const body = html`<p>${t('stopped.noPage.what')}</p><p><a href="/">${t('home.back')}</a></p>`;
      return show(whole, { title: t('stopped.noPage.title'), body, status: 404 });
    },
  });
  return {
    ...listener,
    url: `${listener.origin}/?entry=${key}`,
    workerUrl: `${listener.origin}${WORKER_PATH}?workplace=`,
    requestUrl: listener.origin + requestPath('{id}'),
    accessesUrl: listener.origin + ACCESSES_PATH,
  };
};
