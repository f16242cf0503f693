// The real application in a real Chromium window without a screen, with the moments of the answers to one kind of call.
import { join } from 'node:path';
import { createChromiumHost } from '../../../main/host/chromium.ts';
import { findChromium } from '../../../main/host/chromium-find.ts';
import { newId } from '../../../main/platform/ids.ts';
import { openApp } from './open-app.ts';

// As root in a container Chromium's own sandbox cannot start.
if (process.getuid?.() === 0) process.env['SOCIODESK_TEST_NO_SANDBOX'] = '1';

type Options = Parameters<typeof createChromiumHost>[0];
export type Page = Parameters<NonNullable<Options['onPage']>>[0];

export type WatchedWindow = {
  page: Page;
  opened: Awaited<ReturnType<typeof openApp>>;
  /** Epoch milliseconds of the answers so far, each after its commit; the caller may empty it. */
  answeredAt: number[];
  close(): Promise<void>;
};

export async function openWindow(dir: string, pageDir: string, watched: string): Promise<WatchedWindow> {
  const executable = findChromium();
  if (executable === null) throw new Error('no Chromium, Chrome or Edge is installed: run npm run setup');
  const opened = await openApp(dir);
  const { app } = opened;
  const answeredAt: number[] = [];
  const shown = Promise.withResolvers<Page>();
  const host = await createChromiumHost({
    app: {
      ...app,
      async dispatch(sender, json) {
        const answer = await app.dispatch(sender, json);
        if (json.includes(`"${watched}"`)) answeredAt.push(performance.timeOrigin + performance.now());
        return answer;
      },
    },
    executable,
    pageDir,
    tempDir: join(dir, 'temp'),
    newId,
    monotonic: () => performance.now(),
    linkHosts: [],
    closed: () => undefined,
    headless: true,
    onPage: shown.resolve,
  });
  if (!host.ok) throw new Error(host.failure.code);
  const window = host.value;
  // Beside the window, the bench itself may still call.
  app.attachHost(window, (from) => from.windowId === 'bench' || window.trusts(from));
  await window.openWindow();
  const close = async () => {
    await window.close();
    await app.close();
  };
  return { page: await shown.promise, opened, answeredAt, close };
}

/** `ready` is asked again and again until it answers true; gives up after 20 seconds. */
export async function until(what: string, ready: () => Promise<boolean> | boolean): Promise<void> {
  const giveUpAt = Date.now() + 20_000;
  while (!(await ready())) {
    if (Date.now() > giveUpAt) throw new Error(`waited too long: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
