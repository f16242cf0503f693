// The Chromium host on a real browser: the bridge answers, and everything that the page tries beside it fails.
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './chromium-bench.ts';

type PageWindow = {
  sociodesk: { call(json: string): Promise<string>; take(files: unknown): Promise<string> };
  heard: string[];
  violations: string[];
  inline?: string;
  open(url: string): unknown;
};
declare const window: PageWindow;
type Element = {
  textContent: string;
  type: string;
  id: string;
  files: unknown;
  append(child: Element): void;
  insertAdjacentHTML(place: string, html: string): void;
};
/** What the tests touch of the page's document, inside functions that run in the browser. */
declare const document: {
  head: Element;
  body: Element;
  createElement(name: string): Element;
  querySelector(selector: string): Element;
};

let bench: Bench;
beforeAll(async () => {
  bench = await openBench(['--use-fake-device-for-media-stream']);
});
afterAll(async () => {
  await bench.host.close();
});

describe('the bridge', () => {
  it('answers a call of the page and names its window, origin and frame', async () => {
    const answer = await bench.page.evaluate(() => window.sociodesk.call('{"name":"app.state","input":{}}'));
    expect(JSON.parse(answer)).toEqual({ ok: true, value: { echo: 31 } });
    expect(bench.seen.at(-1)).toEqual({
      windowId: 'main',
      origin: 'https://sociodesk.invalid',
      topFrame: true,
      json: '{"name":"app.state","input":{}}',
    });
  });

  it('delivers events', async () => {
    bench.emit('{"name":"app.changed","payload":{"ids":["\\"\\u2028"],"revision":1}}');
    await bench.page.waitForFunction(() => window.heard.length > 0);
    expect(JSON.parse((await bench.page.evaluate(() => window.heard))[0] ?? '').name).toBe('app.changed');
  });

  it('cannot be replaced by a script of the page', async () => {
    const replaced = await bench.page.evaluate(() => {
      try {
        (window as { sociodesk: unknown }).sociodesk = { call: () => 'mine' };
      } catch {}
      return typeof window.sociodesk.take === 'function';
    });
    expect(replaced).toBe(true);
  });
});

describe('the policy of the page', () => {
  it('runs no inline script and lets one style in by its nonce', async () => {
    expect(await bench.page.evaluate(() => window.inline)).toBeUndefined();
    const spacing = await bench.page.evaluate('getComputedStyle(document.querySelector("h1")).letterSpacing');
    expect(spacing).toBe('3px');
  });

  it('refuses styles without the nonce, and markup as text', async () => {
    const outcome = await bench.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'h1 { color: rgb(1, 2, 3) }';
      document.head.append(style);
      try {
        document.body.insertAdjacentHTML('beforeend', '<b>x</b>');
        return 'inserted';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(outcome).toBe('TypeError');
    expect(await bench.page.evaluate('getComputedStyle(document.querySelector("h1")).color')).not.toBe(
      'rgb(1, 2, 3)',
    );
    expect(await bench.page.evaluate(() => window.violations)).toContain('style-src-elem');
  });

  it.each([
    ['fetch', 'fetch("https://example.invalid/").then(() => "reached", () => "refused")'],
    ['fetch of our own origin', 'fetch("/page.js").then(() => "reached", () => "refused")'],
    [
      'a web socket',
      'new Promise((r) => { try { const s = new WebSocket("wss://example.invalid"); s.onopen = () => r("reached"); s.onerror = () => r("refused"); } catch { r("refused") } })',
    ],
    [
      'an image',
      'new Promise((r) => { const i = new Image(); i.onload = () => r("reached"); i.onerror = () => r("refused"); i.src = "https://example.invalid/a.png"; })',
    ],
    [
      'a worker',
      'new Promise((r) => { try { const w = new Worker("/page.js"); w.onerror = () => r("refused"); w.onmessage = () => r("reached"); } catch { r("refused") } })',
    ],
    [
      'a frame',
      'new Promise((r) => { const f = document.createElement("iframe"); f.src = "https://example.invalid/"; f.onload = () => { try { r(f.contentDocument ? "refused" : (f.contentWindow.length === 0 ? "refused" : "reached")) } catch { r("refused") } }; document.body.append(f); })',
    ],
  ])('refuses %s', async (_, expression) => {
    expect(await bench.page.evaluate(expression)).toBe('refused');
  });
});

describe('the guards', () => {
  it('stays on the page when a link leads away', async () => {
    await bench.page.click('#away', { noWaitAfter: true });
    await bench.page.waitForFunction('document.querySelector("h1")?.textContent === "Sociodesk"');
    expect(bench.page.url()).toBe('https://sociodesk.invalid/');
  });

  it('comes back when a script empties the window', async () => {
    await bench.page.evaluate('location.href = "about:blank"').catch(() => {});
    await bench.page.waitForURL('https://sociodesk.invalid/');
    await bench.page.waitForFunction('document.querySelector("h1")?.textContent === "Sociodesk"');
  });

  it('closes second windows', async () => {
    const opened = bench.page.context().waitForEvent('page');
    await bench.page.click('#blank', { noWaitAfter: true });
    const second = await opened;
    if (!second.isClosed()) await second.waitForEvent('close');
    expect(bench.page.context().pages()).toHaveLength(1);
  });

  it('saves nothing that the page wants to download', async () => {
    const download = bench.page.waitForEvent('download', { timeout: 5_000 });
    await bench.page.click('#download', { noWaitAfter: true });
    // The driver words a denied download as a wish for `acceptDownloads`.
    expect(await (await download).failure()).toMatch(/cancel|denied|acceptDownloads/);
  });

  it.each([
    ['notifications', 'Notification.requestPermission()', 'denied'],
    [
      'the place',
      'new Promise((r) => navigator.geolocation.getCurrentPosition(() => r("given"), (e) => r(e.code)))',
      1,
    ],
    [
      'the camera',
      'navigator.mediaDevices.getUserMedia({ video: true }).then(() => "given", (e) => e.name)',
      'NotAllowedError',
    ],
    [
      'reading the clipboard',
      'navigator.clipboard.readText().then(() => "given", (e) => e.name)',
      'NotAllowedError',
    ],
  ])('refuses %s', async (_, expression, refusal) => {
    expect(await bench.page.evaluate(expression)).toBe(refusal);
  });

  it('gives the camera while main was asked for it, and sound never', async () => {
    const ask = (wanted: string) =>
      bench.page.evaluate(
        `navigator.mediaDevices.getUserMedia(${wanted}).then((s) => s.getTracks().map((t) => { t.stop(); return t.kind; }).join(), (e) => e.name)`,
      );
    expect((await bench.host.allowCamera('another', true)).ok).toBe(false);
    expect(await ask('{ video: true }')).toBe('NotAllowedError');
    await bench.host.allowCamera('main', true);
    expect(await ask('{ video: true }')).toBe('video');
    expect(await ask('{ audio: true }')).toBe('NotAllowedError');
    expect(await ask('{ video: true, audio: true }')).not.toContain('audio');
    await bench.host.allowCamera('main', false);
    expect(await ask('{ video: true }')).toBe('NotAllowedError');
  });

  it('lets the page copy', async () => {
    const copied = 'navigator.clipboard.writeText("a").then(() => "copied", (e) => e.name)';
    expect(await bench.page.evaluate(copied)).toBe('copied');
  });

  it('opens neither unlisted pages outside nor practice pages off this machine', async () => {
    for (const url of [
      'http://www.example.invalid/',
      'https://evil.invalid/',
      'file:///etc/passwd',
      'javascript:1',
    ]) {
      expect(await bench.host.openLink(url)).toMatchObject({ ok: false, failure: { code: 'refusedByRule' } });
    }
    for (const url of [
      'https://example.invalid/',
      'http://127.0.0.1.example.invalid:80/',
      'file:///etc/passwd',
    ]) {
      expect(await bench.host.openPractice(url)).toMatchObject({ failure: { code: 'refusedByRule' } });
    }
  });
});

describe('a page of the practice environment', () => {
  it('opens in one window of its own, without the bridge', async () => {
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'text/html');
      response.end('<script>fetch("/told?bridge=" + ("sociodesk" in window))</script>');
    });
    const asked: string[] = [];
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const open = (path: string) => bench.host.openPractice(`http://127.0.0.1:${port}/${path}`);
    expect(await open('burger')).toEqual({ ok: true, value: undefined });
    await expect.poll(() => asked).toContain('/told?bridge=false');
    const browsers = () => readdir(join(bench.root, 'temp'));
    const before = await browsers();
    await Promise.all(['mahis', 'circle'].map(open));
    expect([asked.includes('/circle'), await browsers()]).toEqual([true, before]);
    expect(bench.page.isClosed()).toBe(false);
    server.close();
    server.closeAllConnections();
  });
});

describe('files', () => {
  it('gives a base name and an id for a picked file, and the bytes to main only', async () => {
    const path = join(bench.root, 'sleutel.p12');
    await writeFile(path, 'container');
    bench.page.once('filechooser', (chooser) => void chooser.setFiles(path));
    const picked = await bench.host.pickFile('main', { title: 'Kies', extensions: ['p12', 'pfx'] });
    expect(picked).toMatchObject({ ok: true, value: { name: 'sleutel.p12', bytes: 9 } });
    if (!picked.ok || !picked.value) throw new Error('nothing picked');
    expect(JSON.stringify(picked)).not.toContain(bench.root);
    const read = await bench.host.readSelection('main', picked.value.selectionId, 100);
    expect(read.ok && Buffer.from(read.value.bytes).toString()).toBe('container');
    expect(await bench.host.readSelection('other', picked.value.selectionId, 100)).toMatchObject({
      failure: { code: 'selectionExpired' },
    });
  });

  it('lets many files be picked at once', async () => {
    const paths = Array.from({ length: 40 }, (_, at) => join(bench.root, `lijst ${at}.csv`));
    for (const path of paths) await writeFile(path, 'a;b');
    bench.page.once('filechooser', (chooser) => void chooser.setFiles(paths));
    const picked = await bench.host.pickFiles('main', { title: 'Kies', extensions: ['csv'] });
    if (!picked.ok) throw new Error(picked.failure.code);
    expect(picked.value.map(({ name }) => name)).toEqual(paths.map((path) => basename(path)));
    expect(JSON.stringify(picked)).not.toContain(bench.root);
  });

  it('takes files that were dropped on the page', async () => {
    const path = join(bench.root, 'lijst.csv');
    await writeFile(path, 'a;b');
    await bench.page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'drop';
      document.body.append(input);
    });
    await bench.page.setInputFiles('#drop', path);
    const take = () => window.sociodesk.take(document.querySelector('#drop').files);
    const taken = await bench.page.evaluate(take);
    expect(JSON.parse(taken)).toMatchObject({ ok: true, value: [{ name: 'lijst.csv', bytes: 3 }] });
  });

  it('saves under a free name, for its owner only', async () => {
    const first = await bench.host.saveFile('main', '../overzicht.csv', Buffer.from('1'));
    const second = await bench.host.saveFile('main', '../overzicht.csv', Buffer.from('2'));
    expect([first, second]).toEqual([
      { ok: true, value: { name: '-overzicht.csv' } },
      { ok: true, value: { name: '-overzicht (2).csv' } },
    ]);
    expect((await readdir(join(bench.root, 'saved'))).sort()).toEqual([
      '-overzicht (2).csv',
      '-overzicht.csv',
    ]);
    expect((await stat(join(bench.root, 'saved', '-overzicht.csv'))).mode & 0o077).toBe(0);
    expect(await readFile(join(bench.root, 'saved', '-overzicht (2).csv'), 'utf8')).toBe('2');
    for (const name of ['-overzicht.csv', 'elders.csv']) await bench.host.openSaved('main', name);
    expect(bench.lookedAt).toEqual([join(bench.root, 'saved', '-overzicht.csv')]);
  });

  it('prints a tagged PDF in which no script ran', async () => {
    const pdf = await bench.host.makePdf(
      '<h1>Attest</h1><script>document.body.textContent = "x".repeat(9)</script>',
    );
    if (!pdf.ok) throw new Error(pdf.failure.code);
    const text = Buffer.from(pdf.value).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toContain('/StructTreeRoot');
  });
});
