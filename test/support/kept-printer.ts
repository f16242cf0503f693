// One browser that prints for a whole file of tests: starting it anew for each document takes longer than printing.

import { createChromiumHost } from '../../main/host/chromium.ts';
import { findChromium } from '../../main/host/chromium-find.ts';
import type { Host } from '../../main/host/host.ts';
import { newId } from '../../main/platform/ids.ts';

/** Close it at the end. */
export async function keptPrinter(folder: string): Promise<Host> {
  const made = await createChromiumHost({
    executable: findChromium() ?? '',
    tempDir: folder,
    headless: true,
    app: { dispatch: () => Promise.resolve(''), onEvent: () => () => {}, windowClosed: () => {} },
    pageDir: folder,
    newId,
    monotonic: () => performance.now(),
    linkHosts: [],
    closed: () => {},
  });
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}
