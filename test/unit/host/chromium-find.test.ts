// Where a browser is looked for on each system.
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../../main/host/chromium-find.ts';

const on = (platform: NodeJS.Platform, env: Record<string, string>, present: string[]) =>
  findChromium({ platform, env, runs: (path) => present.includes(path) });

describe('finding a browser', () => {
  it('takes Chromium before Chrome before Edge on Linux, along the path', () => {
    const all = ['/usr/bin/microsoft-edge', '/opt/bin/google-chrome', '/usr/bin/chromium'];
    expect(on('linux', { PATH: '/opt/bin:/usr/bin' }, all)).toBe('/usr/bin/chromium');
    expect(on('linux', { PATH: '/opt/bin' }, all.slice(0, 2))).toBe('/opt/bin/google-chrome');
    expect(on('linux', { PATH: '' }, all.slice(0, 1))).toBe('/usr/bin/microsoft-edge');
  });

  it('looks in the application folders of macOS and Windows', () => {
    const mac = '/Users/an/Applications/Chromium.app/Contents/MacOS/Chromium';
    expect(on('darwin', { HOME: '/Users/an' }, [mac])).toBe(mac);
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    expect(on('win32', env, [edge])).toBe(edge);
  });

  it('takes the one that the person names, and says when there is none', () => {
    const present = ['/usr/bin/chromium', '/opt/own/chrome'];
    expect(on('linux', { PATH: '/usr/bin', SOCIODESK_BROWSER: '/opt/own/chrome' }, present)).toBe(
      '/opt/own/chrome',
    );
    expect(on('linux', { PATH: '/usr/bin' }, [])).toBeNull();
    expect(on('win32', {}, [])).toBeNull();
  });
});
