// What openssl, keytool and Node's TLS say of one file of the matrix: whether they open it, key and certificate together.
import { execFile, execFileSync } from 'node:child_process';
import { createSecureContext } from 'node:tls';
import type { FileCase } from '../integration/certificates/matrix/file-case.ts';
import type { Tool, Workshop } from '../integration/certificates/matrix/workshop.ts';

export type Peer = 'openssl' | 'openssl -legacy' | 'keytool' | 'node:tls';
export const peers: readonly Peer[] = ['openssl', 'openssl -legacy', 'keytool', 'node:tls'];

type Question = { file: FileCase; bytes: Uint8Array; keyFile: Uint8Array | undefined };

/** Null where the tool is not there. */
export async function opensWith(peer: Peer, shop: Workshop, question: Question): Promise<boolean | null> {
  if (peer === 'node:tls') return opensInNode(question);
  if (peer === 'keytool') return present('keytool') ? opensInJava(shop, question) : null;
  return opensInOpenssl(shop, question, peer === 'openssl' ? [] : ['-legacy']);
}

const isPem = (bytes: Uint8Array) => Buffer.from(bytes).includes('-----BEGIN ');

/** As a TLS client would take it up: the container, or key and certificate apart. */
function opensInNode({ file, bytes, keyFile }: Question): boolean {
  const passphrase = file.password;
  try {
    if (keyFile) createSecureContext({ cert: Buffer.from(bytes), key: Buffer.from(keyFile), passphrase });
    else if (isPem(bytes))
      createSecureContext({ cert: Buffer.from(bytes), key: Buffer.from(bytes), passphrase });
    else createSecureContext({ pfx: Buffer.from(bytes), passphrase });
    return true;
  } catch {
    return false;
  }
}

/** Java reads keystores only; that it lists a key with its chain counts as opening. */
async function opensInJava(shop: Workshop, { file, bytes }: Question): Promise<boolean> {
  const path = shop.write(shop.fresh('.judged'), bytes);
  const list = ['-list', '-keystore', path, '-storepass', file.password];
  const { ended, out } = await run(shop, 'keytool', list);
  return ended && out.includes('PrivateKeyEntry');
}

async function opensInOpenssl(
  shop: Workshop,
  { file, bytes, keyFile }: Question,
  more: string[],
): Promise<boolean> {
  const path = shop.write(shop.fresh('.judged'), bytes);
  const secret = ['-passin', `file:${shop.write(shop.fresh('.pw'), `${file.password}\n`)}`];
  if (!keyFile && !isPem(bytes)) {
    const { ended, out } = await run(shop, 'openssl', ['pkcs12', '-in', path, ...secret, '-nodes', ...more]);
    return ended && out.includes('PRIVATE KEY') && out.includes('BEGIN CERT');
  }
  const keyPath = keyFile ? shop.write(shop.fresh('.judged'), keyFile) : path;
  const key = await run(shop, 'openssl', ['pkey', '-in', keyPath, ...secret, '-pubout']);
  const certificate = await run(shop, 'openssl', ['x509', '-in', path, '-pubkey', '-noout']);
  return key.ended && certificate.ended && key.out === certificate.out;
}

function run(shop: Workshop, tool: Tool, args: string[]): Promise<{ ended: boolean; out: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const child = execFile(tool, args, { cwd: shop.dir, env, maxBuffer: 64 * 2 ** 20 }, (error, out) =>
      resolve({ ended: error === null, out }),
    );
    child.stdin?.end();
  });
}

export function present(tool: Tool): boolean {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
