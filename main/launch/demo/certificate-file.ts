// A PKCS#12 that a foreign tool made: OpenSSL where it is present. The app must take what offices really have.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type CertificateFile = { file: string; password: string };

export const hasOpenssl = (): boolean => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** RSA 3072, Digital Signature, in the name of the enterprise; the password has letters beyond ASCII. */
export function makeContainer(folder: string, enterprise: { name: string; number: string }): CertificateFile {
  const password = 'Zónnebloem €2025';
  const file = join(folder, 'office.p12');
  request(folder, 'office', ['-newkey', 'rsa:3072', '-sha256'], enterprise, password);
  return { file, password };
}

/** An EC key on P-256: readable, but not on the list of accepted kinds. */
export function makeUnusableContainer(
  folder: string,
  enterprise: { name: string; number: string },
): CertificateFile {
  const password = 'klaver';
  request(
    folder,
    'curve',
    ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-sha256'],
    enterprise,
    password,
  );
  return { file: join(folder, 'curve.p12'), password };
}

function request(
  folder: string,
  name: string,
  key: readonly string[],
  enterprise: { name: string; number: string },
  password: string,
): void {
  const at = (extension: string) => join(folder, `${name}.${extension}`);
  const openssl = (args: readonly string[]) =>
    execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const subject = `/C=BE/O=${enterprise.name}/CN=${enterprise.name}/serialNumber=${enterprise.number}`;
  openssl([
    'req',
    '-x509',
    ...key,
    '-nodes',
    '-days',
    '730',
    '-subj',
    subject,
    '-utf8',
    '-addext',
    'keyUsage=critical,digitalSignature',
    '-keyout',
    at('key.pem'),
    '-out',
    at('cer.pem'),
  ]);
  openssl([
    'pkcs12',
    '-export',
    '-inkey',
    at('key.pem'),
    '-in',
    at('cer.pem'),
    '-name',
    enterprise.name,
    '-out',
    at('p12'),
    '-passout',
    `pass:${password}`,
  ]);
  if (!existsSync(at('p12'))) throw new Error('OpenSSL made no container');
}
