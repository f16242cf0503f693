// Every finding has its sentences in four languages, a broken one also what to do; what was meant is guessed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { likelyClientId } from '../../../main/doctor/check-identity.ts';
import { brokenKeys, complete, inOrder, linkKeys } from '../../../main/doctor/links.ts';
import { proxyInPac } from '../../../main/platform/http-electron.ts';
import { proxyOf } from '../../../main/platform/proxy-of.ts';
import { resourcePath } from '../../../main/platform/resource-path.ts';
import { linkIds, menderSchema, placeSchema } from '../../../preload/contract/doctor.ts';
import { languages } from '../../../preload/contract/values.ts';

type Words = {
  links: Record<string, { found?: string; do?: string }>;
  who: Record<string, string>;
  where: Record<string, string>;
  ids: Record<string, string>;
};
const words = (language: string): Words =>
  JSON.parse(readFileSync(join(resourcePath('locales'), language, 'doctor.json'), 'utf8')) as Words;

describe.each(languages)('the doctor in %s', (language) => {
  const said = words(language);

  it('has a sentence for every finding, and says what to do about every broken one', () => {
    expect(linkKeys.filter((key) => !said.links[key]?.found)).toEqual([]);
    expect(brokenKeys.filter((key) => !said.links[key]?.do)).toEqual([]);
    expect(Object.keys(said.links).filter((key) => !linkKeys.includes(key))).toEqual([]);
  });

  it('names everybody and every place', () => {
    expect(menderSchema.options.filter((who) => !said.who[who])).toEqual([]);
    expect(placeSchema.options.filter((where) => !said.where[where])).toEqual([]);
    expect(linkIds.filter((id) => !said.ids[id])).toEqual([]);
  });
});

describe('likelyClientId', () => {
  it.each([
    ['self-service:expeditor:100042', 'self_service_expeditor_100042'],
    ['Self_Service_Chaman_100042_A1B2C3D4E5', 'self_service_chaman_100042_a1b2c3d4e5'],
    ['self service chaman 100042 a1b2c3d4e5', 'self_service_chaman_100042_a1b2c3d4e5'],
    ['klaver@example.test', null],
    ['self_service_expeditor_100042', null],
    ['self_service_chaman_100042', null],
  ])('%s: %s', (typed, meant) => {
    expect(likelyClientId(typed)).toBe(meant);
  });
});

describe('complete', () => {
  it('puts links in the order of the way and names those that were not reached', () => {
    const links = complete([inOrder('token', 'tokenOk'), inOrder('network', 'networkDirect')], false);
    expect(links.map(({ id }) => id)).toEqual(linkIds.filter((id) => id !== 'route' && id !== 'mandate'));
    expect(links.filter(({ outcome }) => outcome === 'notReached')).toHaveLength(links.length - 2);
  });
});

describe('the proxy of an address', () => {
  const at = 'https://services.example.test/x';
  const host = (variables: Record<string, string>): string | undefined => proxyOf(at, variables)?.url.host;

  it.each([
    [{}, undefined],
    [{ HTTPS_PROXY: 'http://proxy.example.test:3128' }, 'proxy.example.test:3128'],
    [{ https_proxy: 'low.example.test:1', HTTPS_PROXY: 'http://up.example.test:2' }, 'low.example.test:1'],
    [{ HTTPS_PROXY: 'http://p.example.test:3128', NO_PROXY: '*' }, undefined],
    [{ HTTPS_PROXY: 'http://p.example.test:3128', NO_PROXY: '.example.test' }, undefined],
    [{ HTTPS_PROXY: 'http://p.example.test:3128', NO_PROXY: 'services.example.test:443' }, undefined],
    [
      { HTTPS_PROXY: 'http://p.example.test:3128', NO_PROXY: 'services.example.test:8443' },
      'p.example.test:3128',
    ],
    [{ HTTPS_PROXY: 'http://p.example.test:3128', NO_PROXY: 'other.test' }, 'p.example.test:3128'],
  ])('%j: %s', (variables, expected) => {
    expect(host(variables)).toBe(expected);
  });

  it('is read from what Chromium answers', () => {
    expect(proxyInPac('PROXY proxy.example.test:8080; DIRECT')?.url.host).toBe('proxy.example.test:8080');
    expect(proxyInPac('DIRECT')).toBeNull();
    expect(proxyInPac('SOCKS5 socks.example.test:1080')).toBeNull();
  });
});
