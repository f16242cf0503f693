// What a server may put into its certificate to stop whoever looks at it: the way is told all the same, and the one asking
// goes on.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { afterAll, expect, test } from 'vitest';
import type { Way } from '../../../main/platform/http.ts';
import { inspector } from '../../../main/platform/inspect-way.ts';

const dir = mkdtempSync(join(tmpdir(), 'strange-certificate-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Signed by its own key; `bend` alters the bytes afterwards, which a server that nobody trusts can do. */
function strange(subject: string, bend: (der: Buffer) => void = () => {}): { key: Buffer; cert: string } {
  writeFileSync(join(dir, 'x.cnf'), '[req]\ndistinguished_name=dn\n[dn]\n');
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'],
      ...['-config', 'x.cnf', '-subj', subject, '-keyout', 'key.pem', '-out', 'x.der', '-outform', 'DER'],
    ],
    { cwd: dir, stdio: 'pipe' },
  );
  const der = readFileSync(join(dir, 'x.der'));
  bend(der);
  const cert = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
  return { key: readFileSync(join(dir, 'key.pem')), cert };
}

async function wayTo(identity: { key: Buffer; cert: string }): Promise<Way | null> {
  const server = createServer(identity, (socket) => void socket.on('error', () => {}));
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const inspect = inspector(
    () => ({ ca: [], own: null }),
    () => null,
  );
  try {
    return await inspect(`https://127.0.0.1:${port}/`, { timeoutMs: 5_000 });
  } finally {
    server.close();
  }
}

test('a certificate that names nobody is told without a name', async () => {
  expect(await wayTo(strange('/'))).toMatchObject({
    connection: 'open',
    noTls: false,
    certificate: { subject: '', issuer: '', trusted: 'unknownAuthority' },
  });
});

test('a certificate that ends on a day that does not exist is broken and has no date', async () => {
  const bent = strange('/CN=x', (der) => {
    // Both days follow each other: two such bytes alone may also stand in a key or a signature.
    const isTime = (at: number): boolean => der[at] === 0x17 && der[at + 1] === 0x0d;
    const first = [...der.keys()].findIndex((at) => isTime(at) && isTime(at + 15));
    der.write('261332250000Z', first + 17, 'latin1');
  });
  expect(await wayTo(bent)).toMatchObject({
    connection: 'open',
    noTls: false,
    certificate: { subject: 'x', trusted: 'broken', validTo: '' },
  });
});
