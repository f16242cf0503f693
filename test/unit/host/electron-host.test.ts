// The Electron host as the app uses it: who is known by the bridge, what is served, and where files go.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { electronBench } from './electron-bench.ts';

const frame = (url: string, parent: unknown = null) => ({ senderFrame: { url, parent } });

describe('the bridge', () => {
  it('tells the dispatcher which window, origin and frame asks', async () => {
    const { contents, senders, windowId } = await electronBench();
    const call = contents.handlers.get('sociodesk:call');
    await call?.(frame('app://sociodesk/#/'), '{}');
    await call?.(frame('app://sociodesk/', {}), '{}');
    await call?.(frame('https://example.invalid/'), '{}');
    await call?.({ senderFrame: null }, '{}');
    expect(senders).toEqual([
      { windowId, origin: 'app://sociodesk', topFrame: true },
      { windowId, origin: 'app://sociodesk', topFrame: false },
      { windowId, origin: 'https://example.invalid', topFrame: true },
      { windowId, origin: 'null', topFrame: false },
    ]);
  });

  it('takes dropped files of our own page only', async () => {
    const { contents, root } = await electronBench();
    const take = contents.handlers.get('sociodesk:take');
    const file = join(root, 'index.html');
    const taken = JSON.parse(
      String(await take?.(frame('app://sociodesk/'), [file, '', 7, join(root, 'absent')])),
    );
    expect(taken.value).toEqual([
      { selectionId: expect.any(String), name: 'index.html', bytes: statSync(file).size },
    ]);
    for (const stranger of [
      frame('https://example.invalid/'),
      frame('app://sociodesk/', {}),
      { senderFrame: null },
    ]) {
      expect(JSON.parse(String(await take?.(stranger, [file]))).failure.code).toBe('untrustedSender');
    }
  });

  it('sends events to the window until it closes', async () => {
    const { contents, listeners, window, closed, windowId } = await electronBench();
    for (const listener of listeners) listener('{"name":"a"}');
    expect(contents.sent).toEqual([['sociodesk:event', '{"name":"a"}']]);
    window.destroy();
    expect(listeners.size).toBe(0);
    expect(closed).toEqual([windowId]);
  });
});

describe('the page', () => {
  it('is served with its policy and a nonce of this load, in header and document alike', async () => {
    const { session } = await electronBench();
    const load = async () => {
      const response = await session.schemes.get('app')?.({ url: 'app://sociodesk/' });
      const policy = response?.headers.get('content-security-policy') ?? '';
      return {
        policy,
        nonce: /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none',
        html: (await response?.text()) ?? '',
      };
    };
    const [first, second] = [await load(), await load()];
    expect(first.policy).toContain("default-src 'none'");
    expect(first.html).toContain(`<meta property="csp-nonce" nonce="${first.nonce}"`);
    expect(first.nonce).not.toBe(second.nonce);
  });

  it.each([
    'app://other/',
    'app://sociodesk/secret.key',
    'app://sociodesk/%2e%2e%2fetc/passwd',
    'app://sociodesk/nothing.js',
  ])('does not serve %s', async (url) => {
    const { session } = await electronBench();
    expect((await session.schemes.get('app')?.({ url }))?.status).toBe(404);
  });
});

describe('the window', () => {
  it('is there once, and comes to the front when asked again', async () => {
    const { host, windows, window, windowId } = await electronBench();
    expect(await host.openWindow()).toBe(windowId);
    expect(windows).toHaveLength(1);
    expect(window.focused).toBe(1);
  });

  it('keeps where it stood, and nothing else', async () => {
    const { window, root } = await electronBench();
    window.emit('close');
    expect(JSON.parse(readFileSync(join(root, 'window.json'), 'utf8'))).toEqual(window.bounds);
  });
});

describe('files and links', () => {
  it('gives an id and a base name for a picked file', async () => {
    const { host, windowId, dialog, root } = await electronBench();
    expect(await host.pickFile(windowId, { title: 'Kies', extensions: ['p12'] })).toEqual({
      ok: true,
      value: null,
    });
    dialog.open = [join(root, 'secret.key')];
    const picked = await host.pickFile(windowId, { title: 'Kies', extensions: ['p12'] });
    expect(picked).toMatchObject({ ok: true, value: { name: 'secret.key', bytes: 15 } });
    expect(JSON.stringify(picked)).not.toContain(root);
    expect(await host.pickFile('other', { title: 'Kies', extensions: ['p12'] })).toMatchObject({ ok: false });
  });

  it('saves where the person says, for its owner only', async () => {
    const { host, windowId, dialog, root } = await electronBench();
    expect(await host.saveFile(windowId, 'a.csv', Buffer.from('1'))).toEqual({ ok: true, value: null });
    dialog.save = join(root, 'a.csv');
    expect(await host.saveFile(windowId, 'a.csv', Buffer.from('1'))).toEqual({
      ok: true,
      value: { name: 'a.csv' },
    });
    expect(statSync(dialog.save).mode & 0o077).toBe(0);
    dialog.save = join(root, 'absent', 'a.csv');
    expect(await host.saveFile(windowId, 'a.csv', Buffer.from('1'))).toMatchObject({
      failure: { code: 'notWritable' },
    });
  });

  it('opens again what this window saved, while it is there, and nothing else', async () => {
    const { host, windowId, dialog, opened, root } = await electronBench();
    dialog.save = join(root, 'a.pdf');
    await host.saveFile(windowId, 'a.pdf', Buffer.from('1'));
    expect(await host.openSaved(windowId, 'a.pdf')).toEqual({ ok: true, value: undefined });
    expect(opened).toEqual([dialog.save]);
    // A file that could run is never kept as one to be opened.
    dialog.save = join(root, 'a.exe');
    await host.saveFile(windowId, 'a.exe', Buffer.from('1'));
    for (const [window, name] of [
      [windowId, 'secret.key'],
      [windowId, '../secret.key'],
      [windowId, 'a.exe'],
      ['other', 'a.pdf'],
    ] as const)
      expect(await host.openSaved(window, name)).toMatchObject({ failure: { code: 'notFound' } });
    rmSync(join(root, 'a.pdf'));
    expect(await host.openSaved(windowId, 'a.pdf')).toMatchObject({ failure: { code: 'notFound' } });
    expect(opened).toHaveLength(1);
  });

  it('opens listed pages outside and no others', async () => {
    const { host, opened } = await electronBench();
    expect(await host.openLink('https://www.example.invalid/hulp')).toEqual({ ok: true, value: undefined });
    for (const url of [
      'http://www.example.invalid/',
      'https://evil.invalid/',
      'https://www.example.invalid:444/',
    ]) {
      expect(await host.openLink(url)).toMatchObject({ failure: { code: 'refusedByRule' } });
    }
    expect(opened).toEqual(['https://www.example.invalid/hulp']);
  });

  it('shows a practice page in a session of its own, without the bridge and without other addresses', async () => {
    const { host, windows, sessions } = await electronBench();
    expect(await host.openPractice('http://127.0.0.1:4711/burger')).toEqual({ ok: true, value: undefined });
    const preferences = windows[1]?.options['webPreferences'] as { partition: string; preload?: string };
    expect(preferences.preload).toBeUndefined();
    expect(windows[1]?.webContents.handlers.size).toBe(0);
    const session = sessions.get(preferences.partition);
    expect(preferences.partition).not.toBe('sociodesk');
    expect(session?.lets('http://127.0.0.1:4711/next')).toBe(true);
    expect(session?.lets('http://127.0.0.1:4712/')).toBe(false);
    expect(windows[1]?.webContents.prevents('will-navigate', { url: 'http://127.0.0.1:4711/next' })).toBe(
      false,
    );
    expect(windows[1]?.webContents.prevents('will-navigate', { url: 'https://example.invalid/' })).toBe(true);
    expect(await host.openPractice('https://example.invalid/')).toMatchObject({
      failure: { code: 'refusedByRule' },
    });
  });

  it('shows the next practice page in the window that is open, in front; one of another origin in a new one', async () => {
    const { host, windows } = await electronBench();
    for (const path of ['chaman', 'mahis']) await host.openPractice(`http://127.0.0.1:4711/${path}`);
    expect(windows).toHaveLength(2);
    expect(windows[1]).toMatchObject({ webContents: { url: 'http://127.0.0.1:4711/mahis' }, focused: 2 });
    await host.openPractice('http://127.0.0.1:4712/mahis');
    expect(windows).toHaveLength(3);
    expect(windows[1]?.isDestroyed()).toBe(true);
  });

  it('prints in a hidden window without scripts, from which nothing can be fetched', async () => {
    const { host, windows, sessions } = await electronBench();
    expect(await host.makePdf('<h1>Attest</h1>')).toMatchObject({ ok: true });
    const window = windows.at(-1);
    const preferences = window?.options['webPreferences'] as { partition: string; javascript: boolean };
    expect(preferences.javascript).toBe(false);
    expect(window?.webContents.printed).toMatchObject({ generateTaggedPDF: true });
    expect(window?.destroyed).toBe(true);
    expect(sessions.get(preferences.partition)?.lets('https://example.invalid/')).toBe(false);
    expect(sessions.get(preferences.partition)?.lets('app://print/')).toBe(true);
  });
});

describe('bounds', () => {
  it('are taken again only while they lie on a screen', async () => {
    const { root } = await electronBench();
    const { readBounds, firstBounds } = await import('../../../main/host/window-state.ts');
    const file = join(root, 'bounds.json');
    const read = (text: string, screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]) => {
      writeFileSync(file, text);
      return readBounds(file, screens);
    };
    const good = { x: 100, y: 50, width: 1000, height: 700 };
    expect(read(JSON.stringify(good))).toEqual(good);
    expect(read(JSON.stringify({ ...good, x: 1900 }))).toEqual(firstBounds);
    expect(read(JSON.stringify({ ...good, y: -690 }))).toEqual(firstBounds);
    expect(read(JSON.stringify(good), [{ x: 3000, y: 0, width: 1920, height: 1080 }])).toEqual(firstBounds);
    for (const text of ['', 'null', '[]', '{"width":1e9,"height":5}', '{"width":"1","height":2}']) {
      expect(read(text)).toEqual(firstBounds);
    }
  });
});
