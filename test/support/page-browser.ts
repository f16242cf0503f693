// The browser of the page tests: Chromium without the frame of a window where the system has it (less work than
// a whole one), else any Chromium there is.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../main/host/chromium-find.ts';

const withoutFrame = '/usr/bin/chromium-headless-shell';

/** Silent on the network. Fails with what to run where there is none. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = existsSync(withoutFrame) ? withoutFrame : findChromium();
  if (executablePath === null) throw new Error('Chromium is needed for the page tests: npm run setup');
  return chromium.launch({
    executablePath,
    args: [
      // Chromium's own sandbox does not start for root, as in most containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--no-pings',
      // Nothing leads beyond this machine, whatever a page asks for.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.*',
      '--font-render-hinting=none',
      // Windows of one test are drawn by one process, which has compiled the page already.
      '--process-per-site',
    ],
  });
}

let kept: Promise<Browser> | undefined;

/**
 * One browser for all files of a test process: it has read and compiled the page for the file before. It ends with the
 * process; a file closes the windows that it opened. One that crashed is followed by another.
 */
export async function keptBrowser(): Promise<Browser> {
  const known = await kept;
  if (known?.isConnected() === true) return known;
  kept = startBrowser();
  return kept;
}
