// Every guard of the Electron host by its effect: an event is fed, and what becomes of it is looked at.
import { describe, expect, it } from 'vitest';
import { electronBench } from './electron-bench.ts';

const strangers = [
  'https://example.invalid/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'about:blank',
  'data:text/html,x',
  'javascript:alert(1)',
  'app://sociodesk.evil/',
  'app://evil/?next=app://sociodesk',
  'https://sociodesk/',
  '',
];

describe('leaving the page', () => {
  it.each(strangers)('is prevented for %j', async (url) => {
    const { contents } = await electronBench();
    expect(contents.prevents('will-navigate', { url })).toBe(true);
    expect(contents.prevents('will-redirect', { url })).toBe(true);
  });

  it('is no leaving when the page reloads itself', async () => {
    const { contents } = await electronBench();
    expect(contents.prevents('will-navigate', { url: 'app://sociodesk/index.html#/training' })).toBe(false);
  });

  it('is prevented in frames, and frames are not embedded', async () => {
    const { contents } = await electronBench();
    expect(contents.prevents('will-frame-navigate', { url: 'app://sociodesk/', isMainFrame: false })).toBe(
      true,
    );
    expect(contents.prevents('will-frame-navigate', { url: 'app://sociodesk/', isMainFrame: true })).toBe(
      false,
    );
    expect(contents.prevents('will-attach-webview')).toBe(true);
  });

  it('cannot be held up by the page', async () => {
    const { contents } = await electronBench();
    expect(contents.prevents('will-prevent-unload')).toBe(true);
  });

  it('opens no second window', async () => {
    const { contents } = await electronBench();
    for (const url of [...strangers, 'app://sociodesk/'])
      expect(contents.windowOpen?.({ url })).toEqual({ action: 'deny' });
  });
});

describe('the session of the page', () => {
  it('lives in memory, without cache and without spell-check dictionaries', async () => {
    const { session, window } = await electronBench();
    expect(session.partition.startsWith('persist:')).toBe(false);
    expect(session.options).toEqual({ cache: false });
    expect(session.spellChecker).toBe(false);
    expect(window.options['webPreferences']).toMatchObject({ partition: session.partition });
  });

  it.each([...strangers, 'wss://example.invalid', 'devtools://devtools/x', 'blob:https://example.invalid/1'])(
    'refuses the request %j',
    async (url) => {
      expect((await electronBench()).session.lets(url)).toBe(false);
    },
  );

  it('lets the page read its own files', async () => {
    expect((await electronBench()).session.lets('app://sociodesk/assets/index.js')).toBe(true);
  });

  it('gives no permission but copying and the whole screen, and these to our page only', async () => {
    const { session, contents } = await electronBench();
    const asked = (permission: string, url = 'app://sociodesk/') => {
      let given: unknown;
      contents.url = url;
      const answer = (verdict: unknown) => {
        given = verdict;
      };
      session.permissionRequest?.(contents, permission, answer, { isMainFrame: true, requestingUrl: url });
      return given;
    };
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'openExternal',
      'clipboard-read',
      'hid',
    ]) {
      expect([permission, asked(permission)]).toEqual([permission, false]);
      expect(session.permissionCheck?.(contents, permission, 'app://sociodesk/', { isMainFrame: true })).toBe(
        false,
      );
    }
    for (const permission of ['clipboard-sanitized-write', 'fullscreen']) {
      expect(asked(permission)).toBe(true);
      expect(asked(permission, 'https://example.invalid/')).toBe(false);
    }
    expect(session.devicePermission?.({})).toBe(false);
  });

  it('gives the camera while main was asked for it, to the top frame of our page, and never sound', async () => {
    const { host, windowId, session, contents } = await electronBench();
    const asked = (mediaTypes: string[], more: { isMainFrame?: boolean; url?: string } = {}) => {
      const { isMainFrame = true, url = 'app://sociodesk/' } = more;
      let given: unknown;
      contents.url = url;
      const answer = (verdict: unknown) => {
        given = verdict;
      };
      session.permissionRequest?.(contents, 'media', answer, { isMainFrame, mediaTypes, requestingUrl: url });
      const [mediaType] = mediaTypes;
      const checked = session.permissionCheck?.(contents, 'media', url, { isMainFrame, mediaType });
      return [given, checked];
    };
    expect(asked(['video'])).toEqual([false, false]);
    expect(await host.allowCamera('another', true)).toMatchObject({ failure: { code: 'notSupportedHere' } });
    expect(asked(['video'])).toEqual([false, false]);
    await host.allowCamera(windowId, true);
    expect(asked(['video'])).toEqual([true, true]);
    expect(asked(['audio'])).toEqual([false, false]);
    expect(asked(['audio', 'video'])[0]).toBe(false);
    expect(asked([])[0]).toBe(false);
    expect(asked(['video'], { isMainFrame: false })).toEqual([false, false]);
    expect(asked(['video'], { url: 'https://example.invalid/' })).toEqual([false, false]);
    await host.allowCamera(windowId, false);
    expect(asked(['video'])).toEqual([false, false]);
  });

  it('takes the camera back when the window closes', async () => {
    const { host, windowId, session, contents, window } = await electronBench();
    await host.allowCamera(windowId, true);
    window.destroy();
    const details = { isMainFrame: true, mediaType: 'video' };
    expect(session.permissionCheck?.(contents, 'media', 'app://sociodesk/', details)).toBe(false);
  });

  it('cancels downloads', async () => {
    const { session } = await electronBench();
    let prevented = false;
    session.emit('will-download', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });
});

describe('the window', () => {
  it('has no Node, its own world and a sandbox', async () => {
    const { window } = await electronBench();
    expect(window.options['webPreferences']).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      devTools: false,
    });
  });
});
