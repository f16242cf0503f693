// The sentences of the portal: every refusal, every fault of a certificate, every key that a page asks for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUALITIES, RIGHTS } from '../../../main/practice/chaman/qualities.ts';
import { LANGUAGES, loadPortalTexts } from '../../../main/practice/pages/texts.ts';
import { REFUSALS } from '../../../main/practice/portal/refusal.ts';
import { findResources } from '../../../main/practice/resource-files.ts';

const texts = loadPortalTexts(findResources());
const source = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
const practice = join(findResources(), '..', 'main', 'practice');

describe.each(LANGUAGES)('in %s', (language) => {
  const t = texts.in(language);
  const missing = (keys: readonly string[]): string[] => keys.filter((key) => t(key) === key);

  it('there is a sentence for every refusal, quality and right', () => {
    expect(missing(Object.keys(REFUSALS).map((code) => `refused.${code}`))).toEqual([]);
    expect(missing(QUALITIES.map(({ id }) => `quality.${id}`))).toEqual([]);
    expect(missing(RIGHTS.map(({ id }) => `right.${id}`))).toEqual([]);
  });
  it('there is a sentence for every fault of a certificate', () => {
    const criteria = readFileSync(join(practice, 'chaman', 'certificate-criteria.ts'), 'utf8');
    const list = /export type CertificateIssue =([\s\S]*?);/.exec(criteria)?.[1] ?? '';
    const issues = [...list.matchAll(/'(\w+)'/g)].map(([, issue]) => `certificate.${issue}`);
    expect(issues.length).toBeGreaterThan(10);
    expect(missing(issues)).toEqual([]);
  });
  it('there is a sentence for every key that a page names', () => {
    const pages = source(join(practice, 'pages'));
    const keys = [...pages.matchAll(/(?:\bt\(|, )'([a-z][A-Za-z]*\.[A-Za-z0-9.]+)'/g)].map(
      ([, key]) => key ?? '',
    );
    expect(keys.length).toBeGreaterThan(120);
    expect(missing(keys)).toEqual([]);
  });
  it('a placeholder is filled in, and an unknown key is seen', () => {
    expect(t('frame.loggedIn', { name: 'An' })).toContain('An');
    expect(t('frame.loggedIn', { name: 'An' })).not.toContain('{');
    expect(t('no.such.key')).toBe('no.such.key');
  });
});
