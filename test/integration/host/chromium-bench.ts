// A real Chromium host over a small built page, for the tests of what the window lets through.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createChromiumHost } from '../../../main/host/chromium.ts';
import { findChromium } from '../../../main/host/chromium-find.ts';
import type { Host } from '../../../main/host/host.ts';
import { newId } from '../../../main/platform/ids.ts';

// The tests may run as root in a container, where Chromium's own sandbox cannot start.
if (process.getuid?.() === 0) process.env['SOCIODESK_TEST_NO_SANDBOX'] = '1';

export const browser = findChromium();

const page = `<!doctype html><html lang="nl"><head><title>Sociodesk</title>
<link rel="stylesheet" href="./page.css"></head>
<body><h1>Sociodesk</h1><input id="field"><a id="away" href="https://example.invalid/">weg</a>
<a id="blank" target="_blank" href="https://sociodesk.invalid/">nieuw</a>
<a id="download" download="a.txt" href="data:text/plain,abc">bestand</a>
<script>window.inline = 'ran';</script><script src="./page.js"></script></body></html>`;
const script = `window.heard = [];
window.sociodesk.on((json) => window.heard.push(json));
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
window.styled = document.createElement('style');
window.styled.nonce = document.querySelector('meta[property="csp-nonce"]').nonce;
window.styled.textContent = 'h1 { letter-spacing: 3px }';
document.head.append(window.styled);`;

export type Seen = { windowId: string; origin: string; topFrame: boolean; json: string };
export type Bench = {
  host: Host;
  page: Page;
  seen: Seen[];
  emit: (json: string) => void;
  ended: { closed: number; windows: string[] };
  root: string;
  /** Documents that were given to the program of the PC. */
  lookedAt: string[];
};

export async function openBench(extraSwitches: readonly string[] = []): Promise<Bench> {
  if (!browser) throw new Error('no Chromium, Chrome or Edge is installed: run npm run setup');
  const root = await mkdtemp(join(tmpdir(), 'sociodesk-host-'));
  const lookedAt: string[] = [];
  const pageDir = join(root, 'page');
  await mkdir(pageDir);
  await writeFile(join(pageDir, 'index.html'), page);
  await writeFile(join(pageDir, 'page.js'), script);
  await writeFile(join(pageDir, 'page.css'), 'h1 { margin-block: 0 }');
  const seen: Seen[] = [];
  const listeners = new Set<(json: string) => void>();
  const ended = { closed: 0, windows: [] as string[] };
  let shown: Page | undefined;
  const made = await createChromiumHost({
    app: {
      async dispatch(sender, json) {
        seen.push({ ...sender, json });
        return JSON.stringify({ ok: true, value: { echo: json.length } });
      },
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      windowClosed: (windowId) => ended.windows.push(windowId),
    },
    pageDir,
    newId,
    monotonic: () => performance.now(),
    linkHosts: ['www.example.invalid'],
    executable: browser,
    tempDir: join(root, 'temp'),
    saveDir: join(root, 'saved'),
    openFile: async (path) => {
      lookedAt.push(path);
      return true;
    },
    closed: () => {
      ended.closed += 1;
    },
    headless: true,
    extraSwitches,
    onPage: (opened) => {
      shown = opened;
    },
  });
  if (!made.ok) throw new Error(made.failure.code);
  await made.value.openWindow();
  if (!shown) throw new Error('the window did not open');
  const emit = (json: string) => {
    for (const listener of listeners) listener(json);
  };
  return { host: made.value, page: shown, seen, emit, ended, root, lookedAt };
}
