// The built page as files: nothing outside its folder, and no kind that the page does not need.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readPageFile, withNonce } from '../../../main/host/page-files.ts';
import { anyText } from '../../support/any-text.ts';

// Many runs: a loaded machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), 'sociodesk-page-'));
const page = join(root, 'page');
mkdirSync(page);
mkdirSync(join(root, 'page-evil'));
writeFileSync(
  join(page, 'index.html'),
  '<!doctype html><html><head lang="nl"><title>x</title></head></html>',
);
writeFileSync(join(page, 'a.js'), 'export {}');
writeFileSync(join(page, 'key.pem'), 'secret');
writeFileSync(join(root, 'outside.js'), 'secret');
writeFileSync(join(root, 'page-evil', 'b.js'), 'secret');

describe('page files', () => {
  it('are the document with a nonce, and scripts with their kind', async () => {
    const document = await readPageFile(page, '/');
    expect(document).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(document.body.toString()).toMatch(/<head lang="nl"><meta property="csp-nonce" nonce="[\w-]{22}"/);
    expect(await readPageFile(page, '/a.js')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' },
    });
  });

  it.each([
    '/../outside.js',
    '/%2e%2e/outside.js',
    '/..%2foutside.js',
    '/%2e%2e%2fpage-evil/b.js',
    '/../page-evil/b.js',
    '/..\\outside.js',
    '/a.js%00',
    '/key.pem',
    '/absent.js',
    '/%',
    '/a.js/..',
  ])('do not include %s', async (path) => {
    const file = await readPageFile(page, path);
    expect(file.status).toBe(404);
    expect(file.body).toHaveLength(0);
  });

  it('never throw and never leave the folder', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(), async (path) => {
        expect((await readPageFile(page, `/${path}`)).body.toString()).not.toContain('secret');
      }),
    );
  });

  it('replace the nonce that the document already has', () => {
    const html = '<head><meta property="csp-nonce" content=""></head>';
    expect(withNonce(html, 'n')).toBe('<head><meta property="csp-nonce" nonce="n" content="n"></head>');
  });
});
