// The words that both hosts share: policy, senders, links, configuration.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  contentSecurityPolicy,
  hostsIn,
  isTrustedSender,
  mayOpenLink,
  mayOpenPractice,
  newNonce,
  originOf,
} from '../../../main/host/security.ts';

// Many runs: a loaded machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

describe('the policy', () => {
  it('starts from nothing and never allows eval, inline scripts or any network', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy.startsWith("default-src 'none'; ")).toBe(true);
    expect(policy).not.toMatch(/unsafe|\*|https?:|blob:|wasm/);
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
  });

  it('gets a nonce of 128 bits that is safe in a header', () => {
    const nonces = new Set(Array.from({ length: 100 }, newNonce));
    expect(nonces.size).toBe(100);
    for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });
});

describe('senders', () => {
  const known = { origin: 'app://sociodesk', windowIds: new Set(['1']) };
  it('are trusted only as the top frame of a known window on our origin', () => {
    const good = { windowId: '1', origin: 'app://sociodesk', topFrame: true };
    expect(isTrustedSender(good, known)).toBe(true);
    expect(isTrustedSender({ ...good, windowId: '2' }, known)).toBe(false);
    expect(isTrustedSender({ ...good, origin: 'app://sociodesk.evil' }, known)).toBe(false);
    expect(isTrustedSender({ ...good, topFrame: false }, known)).toBe(false);
  });

  it('have the origin of their address, and none when there is none', () => {
    expect(originOf('app://sociodesk/index.html#/a')).toBe('app://sociodesk');
    expect(originOf('https://sociodesk.invalid:8443/a')).toBe('https://sociodesk.invalid:8443');
    for (const url of ['', 'about:blank', 'data:text/html,x', 'javascript:1', 'file:///etc/passwd']) {
      expect(originOf(url)).toBe('null');
    }
  });
});

describe('links', () => {
  const hosts = ['www.example.invalid'];
  it('go to listed hosts over https', () => {
    expect(mayOpenLink('https://www.example.invalid/hulp?taal=nl#deel', hosts)).toBe(true);
  });

  it.each([
    'http://www.example.invalid/',
    'https://example.invalid/',
    'https://www.example.invalid.evil.invalid/',
    'https://evil.invalid/?next=https://www.example.invalid/',
    'https://www.example.invalid@evil.invalid/',
    'https://user:pass@www.example.invalid/',
    'https://www.example.invalid:8443/',
    'file://www.example.invalid/etc/passwd',
    'javascript:location="https://www.example.invalid/"',
    `https://www.example.invalid/${'x'.repeat(2_001)}`,
    '',
    null,
    { toString: () => 'https://www.example.invalid/' },
  ])('never go to %s', (url) => {
    expect(mayOpenLink(url, hosts)).toBe(false);
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.anything(), (url) => typeof mayOpenLink(url, hosts) === 'boolean'));
    fc.assert(fc.property(fc.webUrl(), (url) => !mayOpenLink(url, hosts) && !mayOpenPractice(url)));
  });

  it('to practice pages stay on this machine', () => {
    expect(mayOpenPractice('http://127.0.0.1:4711/burger?id=1')).toBe(true);
    expect(mayOpenPractice('http://127.61.0.9:4711/burger?id=1')).toBe(true);
    for (const url of [
      'http://127.0.0.1/',
      'http://localhost:1/',
      'http://127.0.0.1.evil.invalid:1/',
      'http://128.0.0.1:4711/',
      'http://10.127.0.1:4711/',
      'file:///x',
      7,
    ]) {
      expect(mayOpenPractice(url)).toBe(false);
    }
  });

  it('are allowed for the hosts that the configuration names', () => {
    const configuration = {
      a: { url: { value: 'https://one.invalid/x' } },
      b: ['https://two.invalid', 'http://no.invalid', 3],
    };
    expect(hostsIn(configuration)).toEqual(['one.invalid', 'two.invalid']);
  });
});
