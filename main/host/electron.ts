// The app in Electron. The module itself comes in as a parameter, so that each guard's effect can be tested; only the
// entry point imports it.
import { dirname, join } from 'node:path';
import type * as Electron from 'electron';
import { fail, ok } from '../../preload/contract/result.ts';
import type { Sender } from '../ipc/dispatch.ts';
import { guardApp, guardSession, pageOrigin, pageScheme } from './electron-guards.ts';
import { createPracticeWindow } from './electron-practice.ts';
import { printInElectron } from './electron-print.ts';
import { mainWindowOptions } from './electron-window.ts';
import type { Host, HostOptions } from './host.ts';
import { readPageFile } from './page-files.ts';
import { safeName } from './save-to-downloads.ts';
import { savedFiles } from './saved-files.ts';
import { isTrustedSender, mayOpenLink, mayOpenPractice, originOf } from './security.ts';
import { createSelections } from './selections.ts';
import { writeWhole } from './whole-file.ts';
import { readBounds, writeBounds } from './window-state.ts';

export type ElectronModule = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'dialog' | 'Notification' | 'screen' | 'session' | 'shell'
>;
export type ElectronOptions = HostOptions & { preload: string; boundsFile: string };

/** Without `persist:` a partition lives in memory only. */
const partition = 'sociodesk';

/** The app is ready when this is called; its guards for every page are set here, before the first window. */
export function createElectronHost(electron: ElectronModule, options: ElectronOptions): Host {
  const { app } = electron;
  const selections = createSelections(options);
  const files = savedFiles(async (path) => (await electron.shell.openPath(path)) === '');
  const windowIds = new Set<string>();
  let shown: { id: string; window: Electron.BrowserWindow } | null = null;
  let sideWindows = 0;
  /** Where the person saved last: the next dialog begins there. */
  let lastFolder = '';
  const trusts = (sender: Sender) => isTrustedSender(sender, { origin: pageOrigin, windowIds });

  guardApp(app);
  const session = electron.session.fromPartition(partition, { cache: false });
  let camera = false;
  guardSession(session, pageOrigin, () => camera);
  session.protocol.handle(pageScheme, async (request) => {
    if (originOf(request.url) !== pageOrigin) return new Response(null, { status: 404 });
    // Here the guard of the session decides, at any moment.
    const file = await readPageFile(options.pageDir, new URL(request.url).pathname, true);
    return new Response(new Uint8Array(file.body), { status: file.status, headers: file.headers });
  });

  const show = async (): Promise<string> => {
    const screens = electron.screen.getAllDisplays().map((display) => display.workArea);
    const bounds = readBounds(options.boundsFile, screens);
    const window = new electron.BrowserWindow(
      mainWindowOptions({ bounds, preload: options.preload, partition, packaged: app.isPackaged }),
    );
    const id = String(window.webContents.id);
    windowIds.add(id);
    shown = { id, window };
    const { ipc } = window.webContents;
    ipc.handle('sociodesk:call', (event, json: string) => options.app.dispatch(senderOf(id, event), json));
    ipc.handle('sociodesk:take', async (event, paths: unknown) => {
      if (!trusts(senderOf(id, event))) {
        return JSON.stringify(fail('untrustedSender'));
      }
      const named = Array.isArray(paths)
        ? paths.filter((path) => typeof path === 'string' && path !== '')
        : [];
      return JSON.stringify(ok(await selections.addAll(id, named)));
    });
    const stop = options.app.onEvent((json) => {
      if (!window.isDestroyed()) window.webContents.send('sociodesk:event', json);
    });
    window.once('ready-to-show', () => window.show());
    window.on('close', () => writeBounds(options.boundsFile, window.getNormalBounds()));
    window.once('closed', () => {
      stop();
      shown = null;
      camera = false;
      windowIds.delete(id);
      selections.forgetWindow(id);
      files.forgetWindow(id);
      options.app.windowClosed(id);
    });
    await window.loadURL(`${pageOrigin}/`);
    return id;
  };

  const choosePaths = async (
    window: Electron.BrowserWindow,
    { title, extensions }: { title: string; extensions: readonly string[] },
    properties: Electron.OpenDialogOptions['properties'] & object,
  ): Promise<string[]> => {
    const name = extensions.map((extension) => `.${extension}`).join(' ');
    const filters = [{ name, extensions: [...extensions] }];
    const chosen = await electron.dialog.showOpenDialog(window, { title, filters, properties });
    return chosen.canceled ? [] : chosen.filePaths;
  };

  const openWindow = async (): Promise<string> => {
    if (!shown) return show();
    if (shown.window.isMinimized()) shown.window.restore();
    shown.window.focus();
    return shown.id;
  };
  const showPractice = createPracticeWindow(electron, () => `practice-${++sideWindows}`);
  return {
    kind: 'electron',
    openWindow,
    async comeForward() {
      await openWindow();
      return ok({});
    },
    async pickFile(windowId, asked) {
      if (!shown || windowId !== shown.id) return fail('notSupportedHere');
      const [path] = await choosePaths(shown.window, asked, ['openFile']);
      return path === undefined ? ok(null) : selections.add(windowId, path);
    },
    async pickFiles(windowId, asked) {
      if (!shown || windowId !== shown.id) return fail('notSupportedHere');
      const paths = await choosePaths(shown.window, asked, ['openFile', 'multiSelections']);
      return ok(await selections.addAll(windowId, paths));
    },
    readSelection: selections.read,
    async saveFile(windowId, name, bytes) {
      if (!shown || windowId !== shown.id) return fail('notSupportedHere');
      const chosen = await electron.dialog.showSaveDialog(shown.window, {
        defaultPath: join(lastFolder, safeName(name)),
      });
      if (chosen.canceled || !chosen.filePath) return ok(null);
      const saved = await writeWhole(chosen.filePath, bytes);
      if (!saved.ok) return saved;
      lastFolder = dirname(chosen.filePath);
      files.keep(windowId, saved.value.name, chosen.filePath);
      return saved;
    },
    async allowCamera(windowId, allowed) {
      if (!shown || windowId !== shown.id) return fail('notSupportedHere');
      camera = allowed;
      return ok(undefined);
    },
    makePdf: (html) => printInElectron(electron, html, `print-${++sideWindows}`),
    notify(message) {
      if (electron.Notification.isSupported()) new electron.Notification(message).show();
    },
    async openLink(url) {
      if (!mayOpenLink(url, options.linkHosts)) return fail('refusedByRule');
      return electron.shell.openExternal(url).then(
        () => ok(undefined),
        () => fail('notSupportedHere'),
      );
    },
    openSaved: files.open,
    async openPractice(url) {
      if (!mayOpenPractice(url)) return fail('refusedByRule');
      return showPractice(url);
    },
    trusts,
    async close() {
      for (const window of electron.BrowserWindow.getAllWindows()) window.destroy();
    },
  };
}

type Asking = { senderFrame: Pick<Electron.WebFrameMain, 'url' | 'parent'> | null };

/** A frame that is already gone has no origin, and is not trusted. */
function senderOf(windowId: string, event: Asking): Sender {
  const frame = event.senderFrame;
  return {
    windowId,
    origin: frame ? originOf(frame.url) : 'null',
    topFrame: frame !== null && frame.parent === null,
  };
}
