// Makes keys, certificates and containers with the tools that people use, in a folder that is thrown away. What was made
// once is kept for the run.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Where each tool comes from on Debian, for the person who lacks it. */
export const packages = {
  openssl: 'openssl',
  certtool: 'gnutls-bin',
  pk12util: 'libnss3-tools',
  certutil: 'libnss3-tools',
  keytool: 'a Java runtime (default-jre-headless)',
} as const;
export type Tool = keyof typeof packages;

export type KeyName = 'rsa1024' | 'rsa2048' | 'rsa3072' | 'rsa4096' | 'p256' | 'p384' | 'p521' | 'other';

export type CertificateSpec = {
  key: KeyName;
  digest?: string;
  /** Value of the Key Usage extension; null for none. */
  usage?: string | null;
  subject?: string;
  days?: number;
  pss?: boolean;
};

export type Workshop = {
  dir: string;
  path(name: string): string;
  run(tool: Tool, args: readonly string[], env?: Record<string, string>): Promise<void>;
  read(name: string): Uint8Array;
  write(name: string, bytes: Uint8Array | string): string;
  /** Path of an unencrypted PEM key. */
  key(name: KeyName): Promise<string>;
  /** Path of a PEM certificate, signed by its own key. */
  certificate(spec: CertificateSpec): Promise<string>;
  /** `openssl pkcs12 -export`; answers the bytes. */
  pkcs12(spec: CertificateSpec, password: string, ...args: string[]): Promise<Uint8Array>;
  once<T>(name: string, make: () => Promise<T>): Promise<T>;
  /** A name that was not used yet. */
  fresh(ending: string): string;
  close(): void;
};

/** A Java that lives a second gains nothing from its second compiler and from threads that collect garbage. */
const shortLived = ['-J-XX:TieredStopAtLevel=1', '-J-XX:+UseSerialGC'];

export const good: CertificateSpec = { key: 'rsa2048' };
const defaultSubject = '/C=BE/O=Zalen Het Park BV/CN=Zalen Het Park';

export function openWorkshop(): Workshop {
  const dir = mkdtempSync(join(tmpdir(), 'certificate-workshop-'));
  const made = new Map<string, Promise<unknown>>();
  let count = 0;
  const shop: Workshop = {
    dir,
    path: (name) => join(dir, name),
    async run(tool, args, env = {}) {
      await execute(tool, tool === 'keytool' ? [...shortLived, ...args] : [...args], {
        cwd: dir,
        env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
        encoding: 'utf8',
      });
    },
    read: (name) => readFileSync(join(dir, name)),
    write(name, bytes) {
      writeFileSync(join(dir, name), bytes);
      return join(dir, name);
    },
    once<T>(name: string, make: () => Promise<T>): Promise<T> {
      const known = made.get(name) ?? make();
      made.set(name, known);
      return known as Promise<T>;
    },
    fresh(ending) {
      count += 1;
      return `file-${count}${ending}`;
    },
    key: (name) => shop.once(`key ${name}`, () => makeKey(shop, name)),
    certificate: (spec) =>
      shop.once(`certificate ${JSON.stringify(spec)}`, () => makeCertificate(shop, spec)),
    async pkcs12(spec, password, ...args) {
      const out = shop.fresh('.p12');
      const files = ['-inkey', await shop.key(spec.key), '-in', await shop.certificate(spec)];
      const secret = shop.write(shop.fresh('.pw'), `${password}\n`);
      await shop.run('openssl', [
        ...['pkcs12', '-export', ...files, '-out', shop.path(out), '-passout', `file:${secret}`, ...args],
      ]);
      return shop.read(out);
    },
    close: () => rmSync(dir, { recursive: true, force: true }),
  };
  return shop;
}

const curves: Record<string, string> = { p256: 'P-256', p384: 'P-384', p521: 'P-521' };

async function makeKey(shop: Workshop, name: KeyName): Promise<string> {
  const path = shop.path(`${name}.pem`);
  const curve = curves[name];
  const options = curve
    ? ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`]
    : ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${name === 'other' ? 2048 : name.slice(3)}`];
  await shop.run('openssl', ['genpkey', ...options, '-out', path]);
  return path;
}

async function makeCertificate(shop: Workshop, spec: CertificateSpec): Promise<string> {
  const path = shop.path(shop.fresh('.crt'));
  const usage = spec.usage === undefined ? 'critical,digitalSignature' : spec.usage;
  await shop.run('openssl', [
    ...['req', '-x509', '-utf8', '-key', await shop.key(spec.key), '-out', path],
    ...['-subj', spec.subject ?? defaultSubject, '-days', String(spec.days ?? 400)],
    `-${spec.digest ?? 'sha256'}`,
    ...(spec.pss ? ['-sigopt', 'rsa_padding_mode:pss'] : []),
    ...(usage === null ? [] : ['-addext', `keyUsage=${usage}`]),
  ]);
  return path;
}
