// The Electron host over the fake module, with one window open.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createElectronHost } from '../../../main/host/electron.ts';
import type { Sender } from '../../../main/ipc/dispatch.ts';
import { fakeElectron } from '../../support/fake-electron.ts';

export async function electronBench() {
  const electron = fakeElectron();
  const root = mkdtempSync(join(tmpdir(), 'sociodesk-electron-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><html><head></head><body>dag</body></html>');
  writeFileSync(join(root, 'secret.key'), 'not a page file');
  const senders: Sender[] = [];
  const listeners = new Set<(json: string) => void>();
  const closed: string[] = [];
  let id = 0;
  const host = createElectronHost(electron.module, {
    app: {
      async dispatch(sender) {
        senders.push(sender);
        return '{"ok":true,"value":{}}';
      },
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      windowClosed: (windowId) => closed.push(windowId),
    },
    pageDir: root,
    newId: () => `id-${++id}`,
    monotonic: () => 0,
    linkHosts: ['www.example.invalid'],
    preload: join(root, 'preload.cjs'),
    boundsFile: join(root, 'window.json'),
  });
  const windowId = await host.openWindow();
  const window = electron.windows[0];
  const session = electron.sessions.get('sociodesk');
  if (!window || !session) throw new Error('no window');
  return {
    ...electron,
    host,
    windowId,
    window,
    session,
    contents: window.webContents,
    root,
    senders,
    listeners,
    closed,
  };
}
