// Electron's guards, each with the effect that its test checks: the page cannot leave, open, embed, download, ask for
// devices or reach a network (Electron security checklist, https://www.electronjs.org/docs/latest/tutorial/security).
import type { App, Session, WebContents } from 'electron';
import { originOf } from './security.ts';

/** The page's own scheme: standard and secure, so that it has a real origin and no access to files. */
export const pageScheme = 'app';
export const pageOrigin = 'app://sociodesk';

/** A grid copies rows, a registration point fills the screen; all else is refused without asking. */
const givenPermissions: readonly string[] = ['clipboard-sanitized-write', 'fullscreen'];

/** Guards of every page, whoever made it: set on the app before the first window opens. */
export function guardApp(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents));
}

export function guardContents(contents: WebContents): void {
  /** A page may move within its own origin only; the practice pages have one too. */
  const stay = (event: { preventDefault(): void; url: string }): void => {
    const target = originOf(event.url);
    if (target === 'null' || target !== originOf(contents.getURL())) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Preventing this event lets the window close whatever the page wishes.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Guards of the in-memory session that the page lives in. `origin` is the only one that it may ask. */
export function guardSession(session: Session, origin: string, cameraAllowed = () => false): void {
  /** Pictures alone, for the page itself and while it scans: sound is never given. */
  const isCamera = (permission: string, kinds: readonly unknown[] | undefined, top: boolean): boolean =>
    permission === 'media' && top && cameraAllowed() && kinds?.length === 1 && kinds[0] === 'video';
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: originOf(details.url) !== origin }),
  );
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? details.mediaTypes : undefined;
    const given = givenPermissions.includes(permission) || isCamera(permission, kinds, details.isMainFrame);
    answer(given && originOf(contents.getURL()) === origin);
  });
  session.setPermissionCheckHandler((_, permission, requester, details) => {
    const given =
      givenPermissions.includes(permission) || isCamera(permission, [details.mediaType], details.isMainFrame);
    return given && originOf(requester) === origin;
  });
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}
