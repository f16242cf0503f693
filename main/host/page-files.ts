// Reads the built page for a window: only files under the page's folder, with a fresh nonce written into the document.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { newNonce, pageHeaders } from './security.ts';

export type PageFile = { status: 200 | 404; headers: Record<string, string>; body: Buffer };

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** `readPageFile('/x/out/renderer', '/assets/a.js')`; anything outside the folder or of another kind is a 404. */
export async function readPageFile(folder: string, urlPath: string, camera = false): Promise<PageFile> {
  const nonce = newNonce();
  const headers = pageHeaders(nonce, camera);
  const path = safePath(folder, urlPath);
  const kind = path ? kinds[extname(path)] : undefined;
  const bytes = path && kind ? await readFile(path).catch(() => null) : null;
  if (!path || !kind || !bytes) {
    return { status: 404, headers: { ...headers, 'content-type': 'text/plain' }, body: Buffer.alloc(0) };
  }
  const body = path.endsWith('.html') ? Buffer.from(withNonce(bytes.toString('utf8'), nonce)) : bytes;
  return { status: 200, headers: { ...headers, 'content-type': kind }, body };
}

/** Decodes first, then normalises, then compares with the separator: `/x/out/renderer-evil` is outside. */
function safePath(folder: string, urlPath: string): string | null {
  try {
    const decoded = decodeURIComponent(urlPath);
    if (decoded.includes('\0') || decoded.includes('\\')) return null;
    const path = normalize(join(folder, decoded === '/' || decoded === '' ? 'index.html' : decoded));
    return path.startsWith(normalize(folder) + sep) ? path : null;
  } catch {
    return null;
  }
}

/** Fills an existing `<meta property="csp-nonce">` or adds one at the start of the head. */
export function withNonce(html: string, nonce: string): string {
  const meta = `<meta property="csp-nonce" nonce="${nonce}" content="${nonce}">`;
  const existing = /<meta\s+property="csp-nonce"[^>]*>/;
  return existing.test(html)
    ? html.replace(existing, meta)
    : html.replace(/<head[^>]*>/, (head) => head + meta);
}
