// The page keeps nothing in the browser: no store of any kind. So windows of one browser can share what was read, and
// nothing of an employer or a worker stays behind in a browser's profile.
import { expect, it } from 'vitest';
import { sourcesUnder, withoutComments } from './source-files.ts';

it('uses no store of the browser', () => {
  const stores = /\b(localStorage|sessionStorage|indexedDB|cookieStore|caches|serviceWorker)\b|\.cookie\b/;
  const found = ['renderer', 'preload']
    .flatMap(sourcesUnder)
    .filter(({ path, text }) => stores.test(withoutComments(path, text)));
  expect(found.map(({ path }) => path)).toEqual([]);
});
