// The life of the app in Electron: one instance, its scheme before anything opens, a menu, and an end that waits for
// what is being written. The module and the application come in from the entry point.
import type * as Electron from 'electron';
import type { Result } from '../../preload/contract/result.ts';
import type { Sender } from '../ipc/dispatch.ts';
import type { HostPort } from '../platform/session.ts';
import { createElectronHost, type ElectronModule, type ElectronOptions } from './electron.ts';
import { pageScheme } from './electron-guards.ts';
import { type MenuText, menuTemplate } from './electron-menu.ts';
import type { HostedApp } from './host.ts';

export type HostedApplication = HostedApp & {
  attachHost(host: HostPort, trusted: (sender: Sender) => boolean): void;
  close(): Promise<void>;
};
export type ElectronStart = {
  open: () => Promise<Result<HostedApplication>>;
  /** Told by code when the app cannot open. */
  refused: (code: string) => void;
  host: Omit<ElectronOptions, 'app'>;
  menuText: MenuText;
  /** Folder for what Chromium itself keeps beside the in-memory session. */
  userData: string;
};
type Module = ElectronModule & Pick<typeof Electron, 'Menu' | 'protocol'>;

/** Services of Chromium that would speak to the network on their own. */
const quiet = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
];

export async function startInElectron(electron: Module, start: ElectronStart): Promise<void> {
  const { app } = electron;
  app.setPath('userData', start.userData);
  app.enableSandbox();
  for (const name of quiet) app.commandLine.appendSwitch(name);
  electron.protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, codeCache: false } },
  ]);
  if (!app.requestSingleInstanceLock()) return app.quit();
  await app.whenReady();

  const opened = await start.open();
  if (!opened.ok) {
    start.refused(opened.failure.code);
    return app.exit(1);
  }
  const application = opened.value;
  const host = createElectronHost(electron, { ...start.host, app: application });
  application.attachHost(host, host.trusts);
  const template = menuTemplate(start.menuText, {
    mac: process.platform === 'darwin',
    devTools: !app.isPackaged,
  });
  electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(template));

  app.on('second-instance', () => void host.openWindow());
  app.on('activate', () => void host.openWindow());
  app.on('window-all-closed', () => app.quit());
  let closing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    // The windows go first, so that nothing new is asked while the rest is written.
    void host
      .close()
      .then(() => application.close())
      .finally(() => app.exit(0));
  });
  await host.openWindow();
}
