// What a Chromium window leaves behind and what it asks of the world: the command line, the network log, and the disk
// after a kill, each search with a planted value that must be found.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sandboxNeeded } from '../../../main/host/chromium-switches.ts';
import { openBench } from './chromium-bench.ts';

/** Command lines of every process that names the folder. */
function commandLines(folder: string): string[] {
  const found: string[] = [];
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const line = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0').join(' ');
      if (line.includes(`--user-data-dir=${folder}`)) found.push(line);
    } catch {}
  }
  return found;
}

/** Files under a folder that hold the text in UTF-8 or UTF-16LE. */
function filesWith(folder: string, text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => {
    const path = join(folder, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(path);
    return needles.some((needle) => bytes.includes(needle));
  });
}

describe('the command line of the browser', () => {
  it('drives over a pipe, in incognito, and without a sandbox only for root in a test set-up', async () => {
    const bench = await openBench();
    const lines = commandLines(join(bench.root, 'temp'));
    await bench.host.close();
    const main = lines.find((line) => line.includes('--app=')) ?? '';
    expect(main).toContain('--remote-debugging-pipe');
    expect(main).not.toContain('--remote-debugging-port');
    expect(main).toContain('--incognito');
    expect(main).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
    const isRoot = process.getuid?.() === 0;
    expect(main.includes('--no-sandbox')).toBe(isRoot);
  });

  it('keeps the sandbox for everyone else', () => {
    expect(sandboxNeeded({}, 0)).toBe(true);
    expect(sandboxNeeded({ SOCIODESK_TEST_NO_SANDBOX: '1' }, 1000)).toBe(true);
    expect(sandboxNeeded({ SOCIODESK_TEST_NO_SANDBOX: '1' }, undefined)).toBe(true);
    expect(sandboxNeeded({ SOCIODESK_TEST_NO_SANDBOX: '1' }, 0)).toBe(false);
  });
});

type NetLog = {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string } }[];
};

describe('the network', () => {
  it('sees no connection and no byte of the page or of the browser itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sociodesk-net-'));
    const logFile = join(folder, 'net.json');
    const bench = await openBench([`--log-net-log=${logFile}`]);
    await bench.page.evaluate('fetch("https://example.invalid/").catch(() => {})');
    await bench.page.reload();
    await bench.page.click('#away', { noWaitAfter: true });
    await bench.page.waitForFunction('document.querySelector("h1") !== null');
    await bench.host.close();
    const log = JSON.parse(await readFile(logFile, 'utf8')) as NetLog;
    const kinds = new Map(
      Object.entries(log.constants.logEventTypes).map(([name, number]) => [number, name]),
    );
    const happened = log.events.map((event) => kinds.get(event.type) ?? '');
    expect(happened.length).toBeGreaterThan(20);
    const sent = ['TCP_CONNECT', 'TCP_CONNECT_ATTEMPT', 'SOCKET_BYTES_SENT', 'UDP_BYTES_SENT'];
    // The names must be those that this browser writes, else their absence would say nothing.
    for (const name of sent) expect(Object.keys(log.constants.logEventTypes)).toContain(name);
    expect(happened.filter((name) => sent.includes(name))).toEqual([]);
  });
});

describe('the disk after a kill', () => {
  it('holds nothing that was typed', async () => {
    const typed = '85073003328';
    const bench = await openBench();
    const folder = join(bench.root, 'temp');
    await bench.page.fill('#field', typed);
    await bench.page.keyboard.press('Enter');
    await bench.page.evaluate(`localStorage.setItem('typed', '${typed}')`);
    await bench.page.evaluate(`history.pushState({}, '', '#${typed}')`);
    const [name] = await readdir(folder);
    if (!name) throw new Error('the browser has no folder');
    const line = execFileSync('pgrep', ['-o', '-f', `user-data-dir=${join(folder, name)}`], {
      encoding: 'utf8',
    });
    process.kill(Number(line.trim()), 'SIGKILL');
    await expect.poll(() => bench.ended.closed).toBe(1);
    expect(filesWith(folder, typed)).toEqual([]);
    await writeFile(join(folder, name, 'planted'), Buffer.from(`x${typed}`, 'utf16le').subarray(0));
    expect(filesWith(folder, typed)).toEqual([join(name, 'planted')]);
    await bench.host.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it('ends the browser with the app, and the next start sweeps its folder', async () => {
    const script = join(import.meta.dirname, 'open-and-wait.ts');
    const app = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(app.stdout, 'data')) as [Buffer];
    const root = said.toString().trim();
    expect(commandLines(join(root, 'temp')).length).toBeGreaterThan(0);
    app.kill('SIGKILL');
    await expect.poll(() => commandLines(join(root, 'temp')), { timeout: 20_000 }).toEqual([]);
    const { sweepBrowserProfiles } = await import('../../../main/host/chromium-profile.ts');
    await sweepBrowserProfiles(join(root, 'temp'));
    expect(await readdir(join(root, 'temp'))).toEqual([]);
  });
});
