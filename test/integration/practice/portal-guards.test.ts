// What the portal's listener lets in: its own windows under its own address, posts from its own pages, small bodies; and
// what every answer says to a browser.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeClient, startClient } from './support/client.ts';
import { formsOf, openWindow, type PortalWindow, peopleOf } from './support/portal-window.ts';

let client: PracticeClient;
let window: PortalWindow;
let nadia: string;
beforeAll(async () => {
  client = await startClient();
  window = await openWindow(client);
  nadia = (await peopleOf(client))('Nadia');
});
afterAll(() => client.close());

const raw = (headers: Record<string, string>, more: { method?: string; path?: string; body?: string } = {}) =>
  new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(window.origin);
      const { method = 'GET', path = '/login', body } = more;
      const sent = request({ host: hostname, port, method, path, headers }, (answer) => {
        let text = '';
        answer.on('data', (part) => {
          text += String(part);
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
      });
      sent.on('error', reject);
      sent.end(body);
    },
  );
const own = (): Record<string, string> => ({ host: new URL(window.origin).host, cookie: window.cookie() });

describe('a window', () => {
  it('is let in with the key of this run only', async () => {
    expect((await raw({ host: own()['host'] ?? '' })).status).toBe(403);
    const wrong = await raw({ host: own()['host'] ?? '' }, { path: '/login?entry=guess' });
    expect([wrong.status, wrong.text]).toEqual([
      403,
      expect.stringContaining('Open dit portaal vanuit Sociodesk'),
    ]);
    const other = await startClient();
    const foreign = await openWindow(other);
    expect((await raw({ host: own()['host'] ?? '', cookie: foreign.cookie() })).status).toBe(403);
    await other.close();
  });
  it('shares its cookie with no other local server: its address is its own, where there are several', () => {
    const { hostname } = new URL(window.origin);
    expect(hostname).toMatch(/^127\./);
    expect(hostname === '127.0.0.1').toBe(process.platform === 'darwin');
  });
  it('loses the key from its address at once', async () => {
    const fresh = await openWindow(client);
    expect(fresh.shown().url).not.toContain('entry=');
  });
  it.each(['/.//elsewhere.invalid/', '/./%2e//elsewhere.invalid/', '/a/..//elsewhere.invalid'])(
    'is sent to no other host by %s',
    async (path) => {
      const { portalUrl = '' } = client.service.environments['practice']?.practice ?? {};
      const key = new URL(portalUrl).searchParams.get('entry');
      const answer = await raw({ host: own()['host'] ?? '' }, { path: `${path}?entry=${key}` });
      expect(answer.status).toBe(303);
      const led = new URL(String(answer.headers['location']), window.origin);
      expect(led.origin).toBe(window.origin);
    },
  );
  it.each(['localhost', 'rebound.invalid', 'rebound.invalid:80'])(
    'is not answered under the name %s',
    async (host) => {
      const port = new URL(window.origin).port;
      const answer = await raw({ ...own(), host: host === 'localhost' ? `${host}:${port}` : host });
      expect([answer.status, answer.text]).toEqual([
        421,
        expect.stringContaining('antwoordt alleen onder zijn eigen adres'),
      ]);
    },
  );
  it('cannot use other methods', async () => {
    expect((await raw(own(), { method: 'PUT' })).status).toBe(405);
  });
  it('is answered a HEAD as a GET, without the page', async () => {
    const [head, get] = await Promise.all([raw(own(), { method: 'HEAD' }), raw(own())]);
    expect([head.status, head.text, head.headers['content-type']]).toEqual([
      200,
      '',
      get.headers['content-type'],
    ]);
    expect((await raw(own(), { method: 'HEAD', path: '/nothing' })).status).toBe(404);
  });
  it('finds no page where there is none', async () => {
    expect((await window.open('/nothing')).status).toBe(404);
  });
});

describe('a post', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = (headers: Record<string, string>, body: string) =>
    raw({ ...own(), ...form, ...headers }, { method: 'POST', body });
  const csrf = async (): Promise<string> => {
    await window.open('/login');
    return formsOf(window.shown().html)[0]?.hidden['csrf'] ?? '';
  };
  it('needs the token of the session', async () => {
    for (const body of ['', 'csrf=', `csrf=guess&person=${nadia}`]) {
      const answer = await post({}, body);
      expect([answer.status, answer.text]).toEqual([
        403,
        expect.stringContaining('komt niet van dit venster'),
      ]);
    }
    expect((await post({}, `csrf=${await csrf()}&person=${nadia}`)).status).toBe(303);
  });
  it('of another session is refused', async () => {
    const other = await openWindow(client);
    await other.open('/login');
    const token = formsOf(other.shown().html)[0]?.hidden['csrf'] ?? '';
    expect((await post({}, `csrf=${token}`)).status).toBe(403);
  });
  it.each([
    { origin: 'http://elsewhere.invalid' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('from elsewhere is refused even with the token: %j', async (headers) => {
    expect((await post(headers as Record<string, string>, `csrf=${await csrf()}`)).status).toBe(403);
  });
  it('of another kind of body is refused', async () => {
    const body = JSON.stringify({ csrf: await csrf() });
    expect((await post({ 'content-type': 'application/json' }, body)).status).toBe(400);
    expect((await post({ 'content-type': 'multipart/form-data' }, body)).status).toBe(400);
  });
  it('that is too large is refused, and says so', async () => {
    const answer = await post({}, `csrf=${await csrf()}&name=${'x'.repeat(140_000)}`);
    expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('Dit bestand is te groot')]);
  });
});

describe('every answer', () => {
  it('forbids scripts, frames, foreign forms and keeping a copy', async () => {
    for (const path of ['/login', '/style.css', '/nothing', '/']) {
      const { headers } = await raw(own(), { path });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('no-store');
    }
  });
  it('needs no script and no inline style', async () => {
    await window.logIn(nadia);
    for (const path of ['/overview', '/access', '/chaman', '/mahis', '/circle', '/registers']) {
      const { html } = await window.open(path, { enterprise: '0999999130', quality: 'employer' });
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    }
  });
  it('carries no INSZ in its title or in an address', async () => {
    for (const path of ['/access/quality', '/access/people', '/mahis/propose', '/registers']) {
      const { html } = await window.open(path, { enterprise: '0999999130', quality: 'employer' });
      const places = [...html.matchAll(/(?:href|action)="([^"]*)"|<title>([^<]*)/g)].map((found) => found[0]);
      expect(places.length).toBeGreaterThan(3);
      expect(places.filter((place) => /\d{11}/.test(place))).toEqual([]);
    }
  });
  it.each([
    ['nl', 'Geen toegang'],
    ['fr', 'Pas d’accès'],
    ['de', 'Kein Zugang'],
    ['en', 'No access'],
  ])('is written in %s once that is chosen', async (language, sentence) => {
    const other = await openWindow(client, language);
    await other.logIn((await peopleOf(client))('Kobe'));
    const shown = await other.open('/chaman', { enterprise: '0999999130', quality: 'employer' });
    expect(shown.html).toContain(`<html lang="${language}">`);
    expect(shown.text).toContain(sentence);
    const switched = await other.open('/chaman', {
      enterprise: '0999999130',
      quality: 'employer',
      lang: 'en',
    });
    expect(switched.text).toContain('No access');
  });
});

describe('the language', () => {
  it('can be changed on a page that answered a post, and leads to the same place', async () => {
    const enterprise = '0999999130';
    const people = await peopleOf(client);
    const other = await openWindow(client);
    await other.logIn(people('Kobe'));
    const refused: readonly (readonly [string, string, Record<string, string>])[] = [
      ['/access/quality', '/access/appoint', { kind: 'user', person: '' }],
      ['/access/people', '/access/appoint', { person: '' }],
      ['/access/quality', '/access/channels', {}],
      ['/access/activate', '/access/activate', { email: '' }],
      ['/mahis/propose', '/mahis/propose', { other: '' }],
      ['/circle', '/circle', {}],
      ['/registers', '/registers', {}],
      ['/login', '/login', {}],
    ];
    for (const [page, action, values] of refused) {
      await other.open(page, { enterprise, quality: 'employer' });
      const shown = await other.send(action, values);
      expect(shown.status).toBeGreaterThanOrEqual(400);
      const link = /<a href="([^"]*lang=fr)"/.exec(shown.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const french = await other.load(link);
      expect([action, french.status, french.html.includes('<html lang="fr">')]).toEqual([action, 200, true]);
    }
  });
});
