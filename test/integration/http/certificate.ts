// A certificate authority and a server certificate for 127.0.0.1, made by openssl for one test run.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type TlsFiles = { caPem: string; key: string; cert: string };

export function makeTls(dir: string, authority = 'Test authority'): TlsFiles {
  const file = (name: string) => join(dir, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'ignore' });
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...ec,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    `/CN=${authority}`,
    '-days',
    '2',
  );
  openssl('req', ...ec, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=127.0.0.1');
  writeFileSync(file('san'), 'subjectAltName=IP:127.0.0.1');
  const sign = ['x509', '-req', '-in', 'server.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
  openssl(...sign, '-out', 'server.pem', '-days', '2', '-extfile', 'san');
  const read = (name: string) => readFileSync(file(name), 'utf8');
  return { caPem: read('ca.pem'), key: read('server.key'), cert: read('server.pem') };
}
