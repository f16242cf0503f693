// The life of the app in Electron: what happens before it is ready, a second instance, refusal, and the end.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startInElectron } from '../../../main/host/electron-app.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { fakeElectron } from '../../support/fake-electron.ts';

async function start(changes: { first?: boolean; refuse?: boolean } = {}) {
  const electron = fakeElectron();
  electron.app.isFirst = changes.first !== false;
  const root = mkdtempSync(join(tmpdir(), 'sociodesk-app-'));
  const told: string[] = [];
  let finishClose = (): void => {};
  const written = new Promise<void>((resolve) => {
    finishClose = resolve;
  });
  await startInElectron(electron.module, {
    open: async () => {
      electron.app.acts.push('open');
      if (changes.refuse) return fail('profileInUse');
      return ok({
        dispatch: async () => '{}',
        onEvent: () => () => {},
        windowClosed: () => {},
        attachHost: () => void electron.app.acts.push('attach'),
        async close() {
          electron.app.acts.push('closing');
          await written;
          electron.app.acts.push('closed');
        },
      });
    },
    refused: (code) => told.push(code),
    host: {
      pageDir: root,
      preload: join(root, 'preload.cjs'),
      boundsFile: join(root, 'window.json'),
      newId: () => 'id',
      monotonic: () => 0,
      linkHosts: [],
    },
    menuText: (key) => key,
    userData: join(root, 'electron'),
  });
  return { ...electron, told, finishClose };
}

describe('a start', () => {
  it('sets the sandbox, the scheme and the lock before Electron is ready, and opens the profile after', async () => {
    const { app, schemes, windows, menus } = await start();
    const order = ['path userData', 'sandbox', 'schemes', 'lock', 'ready', 'open', 'attach'];
    expect(app.acts.filter((act) => order.includes(act))).toEqual(order);
    expect(app.acts).toContain('switch disable-background-networking');
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, codeCache: false } },
    ]);
    expect(windows).toHaveLength(1);
    expect(windows[0]?.webContents.url).toBe('app://sociodesk/');
    expect(menus).toHaveLength(1);
  });

  it('of a second instance ends at once, and brings the first to the front', async () => {
    const second = await start({ first: false });
    expect(second.app.acts).not.toContain('open');
    expect(second.app.acts).toContain('quit');
    const first = await start();
    first.app.emit('second-instance');
    await Promise.resolve();
    expect(first.windows).toHaveLength(1);
    expect(first.windows[0]?.focused).toBe(1);
  });

  it('that cannot open its profile says why and ends with an error', async () => {
    const { app, told, windows } = await start({ refuse: true });
    expect(told).toEqual(['profileInUse']);
    expect(app.exitCode).toBe(1);
    expect(windows).toHaveLength(0);
  });
});

describe('the end', () => {
  it('waits for what is being written, once, however often it is asked', async () => {
    const { app, windows, finishClose } = await start();
    app.emit('window-all-closed');
    app.quit();
    await new Promise((resolve) => setImmediate(resolve));
    expect(windows[0]?.destroyed).toBe(true);
    expect(app.acts.filter((act) => act === 'closing')).toHaveLength(1);
    expect(app.acts.filter((act) => act === 'quit prevented').length).toBeGreaterThanOrEqual(2);
    expect(app.exitCode).toBeNull();
    finishClose();
    await new Promise((resolve) => setImmediate(resolve));
    expect(app.exitCode).toBe(0);
    expect(app.acts.at(-1)).toBe('exit');
  });
});
