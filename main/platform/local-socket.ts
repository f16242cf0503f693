// How a second process on the same profile reaches its owner: a local socket (a named pipe on Windows) and a random
// token in a file that only this user can read. One question and one answer, each one JSON text.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';

/** Longest question or answer in bytes. */
const MAX_BYTES = 4 * 1024 * 1024;
const TOKEN_FILE = 'owner.json';

export type LocalSocket = { close(): Promise<void> };

/** Answers the calls of other processes until closed. `handle` gets and gives one JSON text and does not throw. */
export async function serveLocalSocket(
  profileDir: string,
  handle: (json: string) => Promise<string>,
): Promise<Result<LocalSocket>> {
  const token = randomBytes(32).toString('hex');
  const path = socketPath(profileDir);
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    answer(socket, token, handle);
  });
  try {
    if (process.platform !== 'win32') rmSync(path, { force: true });
    await listening(server, path);
    if (process.platform !== 'win32') chmodSync(path, 0o600);
    writeFileSync(join(profileDir, TOKEN_FILE), JSON.stringify({ path, token }), { mode: 0o600 });
  } catch {
    server.close();
    return fail('notWritable');
  }
  return ok({
    close: () =>
      new Promise((resolve) => {
        rmSync(join(profileDir, TOKEN_FILE), { force: true });
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  });
}

/** Asks the owner of a profile and gives its answer. Failures: ownerUnreachable, outcomeUnknown (asked, no answer). */
export function askOwner(profileDir: string, json: string, timeoutMs = 600_000): Promise<Result<string>> {
  const owner = readOwner(profileDir);
  if (owner === null) return Promise.resolve(fail('ownerUnreachable', { retry: 'safe' }));
  return new Promise((resolve) => {
    let sent = false;
    const chunks: Buffer[] = [];
    const socket = createConnection({ path: owner.path, allowHalfOpen: true });
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error('timeout')));
    socket.on('connect', () => {
      sent = true;
      socket.end(`${owner.token}\n${json}`);
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => resolve(lost(sent)));
    socket.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      // An answer always ends in a line feed, so that half of one is not taken for the whole.
      resolve(text.endsWith('\n') ? ok(text.slice(0, -1)) : lost(sent));
      socket.destroy();
    });
  });
}

function lost(sent: boolean): Result<string> {
  return sent ? fail('outcomeUnknown', { retry: 'unknown' }) : fail('ownerUnreachable', { retry: 'safe' });
}

function answer(socket: Socket, token: string, handle: (json: string) => Promise<string>): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  socket.setTimeout(600_000, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) socket.destroy();
    else chunks.push(chunk);
  });
  socket.on('end', () => {
    const text = Buffer.concat(chunks).toString('utf8');
    const line = text.indexOf('\n');
    if (line < 0 || !same(text.slice(0, line), token)) {
      socket.destroy();
      return;
    }
    handle(text.slice(line + 1)).then(
      (json) => socket.end(`${json}\n`),
      () => socket.destroy(),
    );
  });
}

function same(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** Socket paths have at most about 100 bytes, so a deep profile folder gets one in the temporary folder instead. */
function socketPath(profileDir: string): string {
  const name = createHash('sha256').update(profileDir).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\sociodesk-${name}`;
  const inside = join(profileDir, 'owner.sock');
  return Buffer.byteLength(inside) <= 100 ? inside : join(tmpdir(), `sociodesk-${name}.sock`);
}

function listening(server: Server, path: string): Promise<AddressInfo | string | null> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve(server.address()));
  });
}

function readOwner(profileDir: string): { path: string; token: string } | null {
  try {
    const content: unknown = JSON.parse(readFileSync(join(profileDir, TOKEN_FILE), 'utf8'));
    if (typeof content !== 'object' || content === null) return null;
    if (!('path' in content) || !('token' in content)) return null;
    const { path, token } = content;
    return typeof path === 'string' && typeof token === 'string' ? { path, token } : null;
  } catch {
    return null;
  }
}
