// Which environments may be used, and that a file can never redirect production.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { resourcesDir } from '../../../main/platform/resource-path.ts';
import { readEnvironments, readLinks } from '../../../main/settings/environments.ts';
import { languageOfLocale } from '../../../main/settings/preferences.ts';

const folder = mkdtempSync(join(tmpdir(), 'environments-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (path: string) => ({ value: `https://127.0.0.1:8443${path}`, status: 'practice' });
const entry = (kind: string, more: object = {}) => ({
  kind,
  oauth: { tokenUrl: at('/token'), audience: at('/token') },
  services: {
    fla: { baseUrl: at('/fla'), scopes: { employer: null, mandatary: null, trainingProvider: null } },
  },
  ...more,
});
const practice = {
  adminUrl: 'https://127.0.0.1:8443/admin',
  adminToken: 't',
  chamanUrl: 'https://127.0.0.1:8443/c',
};
const read = (content: unknown) => {
  const file = join(folder, 'environments.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readEnvironments(resourcesDir(), file);
};

describe('readEnvironments', () => {
  it('knows practice and the three of the authority', () => {
    const found = readEnvironments(resourcesDir(), null);
    expect(found.ok && [...found.value.keys()].sort()).toEqual([
      'acceptance',
      'practice',
      'production',
      'simulation',
    ]);
    expect(found.ok && found.value.get('practice')?.practice).toBeNull();
  });

  it('takes other addresses for practice, and a name of its own', () => {
    const found = read({
      practice: entry('practice', { practice, caPem: 'x' }),
      'my-test': entry('acceptance'),
    });
    expect(found.ok && found.value.get('practice')).toMatchObject({ caPem: 'x', practice });
    expect(found.ok && found.value.get('my-test')?.kind).toBe('acceptance');
  });

  it.each(['settings', 'practice-service'])('refuses the name %s: its file stands in the profile', (name) => {
    const found = read({ [name]: entry('acceptance') });
    expect(!found.ok && found.failure.code).toBe('environmentRefused');
  });

  it.each([
    ['http://services.example.invalid/token', false],
    ['http://127.0.0.1.example.invalid/token', false],
    ['https://[', false],
    ['https://127.0.0.1:99999/token', false],
    ['javascript:alert(1)', false],
    ['http://127.0.0.1:8080/token', true],
    ['https://services.example.invalid/token', true],
  ])('an address %s is fit to carry what is secret: %s', (value, fit) => {
    const oauth = { tokenUrl: { value, status: 'practice' }, audience: at('/token') };
    expect(read({ 'my-test': entry('acceptance', { oauth }) }).ok).toBe(fit);
  });

  it('takes the line that a practice service prints', () => {
    const found = read({
      environments: { practice: entry('practice', { practice }) },
      admin: { url: 'u', token: 't' },
    });
    expect(found.ok).toBe(true);
  });

  it.each([
    ['an entry of kind production', { extra: entry('production') }],
    ['the name production under another kind', { production: entry('acceptance') }],
    ['a built-in name under another kind', { simulation: entry('acceptance') }],
    ['practice without its admin interface', { practice: entry('practice') }],
    ['an admin interface outside practice', { acceptance: entry('acceptance', { practice }) }],
  ])('refuses %s', (_what, content) => {
    expect(read(content)).toMatchObject({ ok: false, failure: { code: 'environmentRefused' } });
  });

  it.each(['', '{', '[]', '{"practice":{}}', '{"Bad Name":{}}'])('calls %j unreadable', (content) => {
    expect(read(content)).toMatchObject({ ok: false, failure: { code: 'fileUnreadable' } });
  });

  it('has official pages for links, https only', () => {
    const links = [...readLinks(resourcesDir()).values()];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^https:\/\//);
  });
});

describe('languageOfLocale', () => {
  it.each([
    ['fr_BE.UTF-8', 'fr'],
    ['de_BE', 'de'],
    ['C', 'nl'],
    ['', 'nl'],
    ['es_ES', 'nl'],
  ])('%j gives %s', (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });
});
