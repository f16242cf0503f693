// Certificates for tests, made by OpenSSL at run time: any key, digest and usage, valid for 30 days.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CertificateWish {
  /** `rsa:2048`, `rsa:3072`, `ec:P-384`, `ed25519`, … */
  readonly key?: string;
  readonly digest?: string;
  /** Value of keyUsage; null leaves the extension out. */
  readonly keyUsage?: string | null;
  readonly pss?: boolean;
}

export interface MadeCertificate {
  readonly pem: string;
  readonly der: Buffer;
  readonly keyPem: string;
}

export const makeCertificate = (wish: CertificateWish = {}): MadeCertificate => {
  const folder = mkdtempSync(join(tmpdir(), 'practice-cert-'));
  const [kind = 'rsa', size = '2048'] = (wish.key ?? 'rsa:2048').split(':');
  const key =
    kind === 'rsa'
      ? ['-newkey', `rsa:${size}`]
      : kind === 'ec'
        ? ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${size}`]
        : ['-newkey', kind];
  const usage = wish.keyUsage === undefined ? 'critical,digitalSignature' : wish.keyUsage;
  try {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-nodes', ...key, '-days', '30', '-subj', '/CN=Schoonmaak De Berk'],
        ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
        ...(kind === 'ed25519' ? [] : [`-${wish.digest ?? 'sha256'}`]),
        ...(usage === null ? [] : ['-addext', `keyUsage=${usage}`]),
        ...(wish.pss ? ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:digest'] : []),
      ],
      { stdio: 'pipe' },
    );
    const pem = readFileSync(join(folder, 'cert.pem'), 'utf8');
    const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
    return { pem, der, keyPem: readFileSync(join(folder, 'key.pem'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The same certificate ending in a thirteenth month, as a faulty program writes it; its signature no longer fits. */
export const withImpossibleEnd = ({ der }: MadeCertificate): Buffer => {
  const bytes = Buffer.from(der);
  // UTCTime of thirteen characters (RFC 5280, 4.1.2.5.1): the first is the beginning, the second the end. Sought by
  // its figures: the bytes before them may stand in a serial number by chance.
  const [, end] = bytes.toString('latin1').matchAll(/\d{12}Z/g);
  if (end === undefined) throw new Error('no end');
  bytes.write('13', end.index + 2, 'latin1');
  return bytes;
};

export const pemOf = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

const inFolder = <T>(work: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'practice-cert-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** A PKCS#12 container of the certificate and its key. */
export const makeContainer = ({ pem, keyPem }: MadeCertificate): Buffer =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'both.pem'), keyPem + pem);
    const out = join(folder, 'both.p12');
    const input = ['-in', join(folder, 'both.pem'), '-out', out, '-passout', 'pass:geheim'];
    execFileSync('openssl', ['pkcs12', '-export', ...input], { stdio: 'pipe' });
    return readFileSync(out);
  });

/** A signing request (PKCS#10) as PEM. */
export const makeRequest = (): Buffer =>
  inFolder((folder) => {
    const out = join(folder, 'request.pem');
    const key = ['-nodes', '-newkey', 'rsa:2048', '-keyout', join(folder, 'key.pem')];
    execFileSync('openssl', ['req', '-new', ...key, '-subj', '/CN=Proef', '-out', out], { stdio: 'pipe' });
    return readFileSync(out);
  });
