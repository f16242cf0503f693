// What a container holds: chains, several keys, no key, keys and certificates that do not belong together; and PEM.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeContainer } from '../../../../main/certificates/write-container.ts';
import { type FileCase, fails, opens } from './file-case.ts';
import { good, type Workshop } from './workshop.ts';

const password = 'Geheim-2026';
const passout = ['-passout', `pass:${password}`];

/** Root, intermediate and leaf; answers their paths. */
export const chain = (shop: Workshop) =>
  shop.once('chain', async () => {
    const root = await shop.certificate({
      key: 'rsa3072',
      subject: '/CN=Root',
      usage: 'critical,keyCertSign',
    });
    const middle = await issue(shop, '/CN=Middle', 'p384', root, 'rsa3072', 'CA:TRUE', 'keyCertSign');
    const leaf = await issue(
      shop,
      '/CN=Zalen Het Park',
      'rsa2048',
      middle,
      'p384',
      'CA:FALSE',
      'digitalSignature',
    );
    return { root, middle, leaf };
  });

async function issue(
  shop: Workshop,
  subject: string,
  key: 'p384' | 'rsa2048',
  issuer: string,
  issuerKey: 'rsa3072' | 'p384',
  basic: string,
  usage: string,
): Promise<string> {
  const name = shop.fresh('');
  const ext = shop.write(`${name}.ext`, `basicConstraints=critical,${basic}\nkeyUsage=critical,${usage}\n`);
  const csr = shop.path(`${name}.csr`);
  const out = shop.path(`${name}.crt`);
  await shop.run('openssl', ['req', '-new', '-key', await shop.key(key), '-subj', subject, '-out', csr]);
  await shop.run('openssl', [
    ...['x509', '-req', '-in', csr, '-CA', issuer, '-CAkey', await shop.key(issuerKey), '-CAcreateserial'],
    ...['-days', '400', '-sha384', '-extfile', ext, '-out', out],
  ]);
  return out;
}

async function withChain(shop: Workshop, ...args: string[]): Promise<Uint8Array> {
  const { root, middle, leaf } = await chain(shop);
  const more = shop.write(shop.fresh('.pem'), readFileSync(root, 'utf8') + readFileSync(middle, 'utf8'));
  const out = shop.fresh('.p12');
  const files = ['-inkey', await shop.key('rsa2048'), '-in', leaf, '-certfile', more];
  await shop.run('openssl', ['pkcs12', '-export', ...files, '-out', shop.path(out), ...passout, ...args]);
  return shop.read(out);
}

async function exportOnly(shop: Workshop, ...args: string[]): Promise<Uint8Array> {
  const out = shop.fresh('.p12');
  const files = ['-inkey', await shop.key('rsa2048'), '-in', await shop.certificate(good)];
  await shop.run('openssl', ['pkcs12', '-export', ...files, ...args, '-out', shop.path(out), ...passout]);
  return shop.read(out);
}

async function strangers(shop: Workshop): Promise<Uint8Array> {
  const privateKey = createPrivateKey(readFileSync(await shop.key('other')));
  const certificate = new X509Certificate(readFileSync(await shop.certificate(good)));
  return writeContainer({ privateKey, certificateDer: certificate.raw, friendlyName: 'a' }, password, 100);
}

/** `openssl <args> -out file`, joined with the certificate of that key. */
async function pem(
  shop: Workshop,
  key: 'rsa2048' | 'p384' | 'other',
  ...args: string[]
): Promise<Uint8Array> {
  const out = shop.fresh('.pem');
  await shop.run('openssl', [...args, '-in', await shop.key(key), '-out', shop.path(out)]);
  const owner = key === 'other' ? 'rsa2048' : key;
  const digest = owner === 'p384' ? 'sha384' : 'sha256';
  const certificate = await shop.certificate({ key: owner, digest });
  return Buffer.concat([Buffer.from(shop.read(out)), readFileSync(certificate)]);
}

const pemOpens = opens({ format: 'pem', verdict: 'usable', failed: [] });
const from = (name: string, make: FileCase['make'], expect: FileCase['expect']): FileCase => ({
  name,
  password,
  make,
  expect,
});

export const structureCases: FileCase[] = [
  from('a chain of three', (shop) => withChain(shop), opens({ chain: 2, verdict: 'usable' })),
  from(
    'a chain of three, legacy',
    (shop) => withChain(shop, '-legacy'),
    opens({ chain: 2, verdict: 'usable' }),
  ),
  from(
    'certificates without a key',
    (shop) => exportOnly(shop, '-nokeys'),
    fails('certificateWithoutKey', ['CERT-KEY-PRESENT']),
  ),
  from(
    'a key without its certificate',
    (shop) => exportOnly(shop, '-nocerts'),
    fails('keyWithoutCertificate'),
  ),
  from('a key of another certificate', strangers, fails('keyDoesNotMatch')),
  from('PEM with PKCS#8 key', (shop) => pem(shop, 'rsa2048', 'pkey'), pemOpens),
  from('PEM with PKCS#1 key', (shop) => pem(shop, 'rsa2048', 'rsa', '-traditional'), pemOpens),
  from('PEM with SEC1 key', (shop) => pem(shop, 'p384', 'ec'), pemOpens),
  from(
    'PEM with encrypted PKCS#8 key',
    (shop) => pem(shop, 'rsa2048', 'pkcs8', '-topk8', '-v2', 'aes-256-cbc', ...passout),
    pemOpens,
  ),
  from(
    'PEM with AES-encrypted traditional key',
    (shop) => pem(shop, 'p384', 'ec', '-aes256', ...passout),
    pemOpens,
  ),
  from(
    'PEM with 3DES-encrypted traditional key',
    (shop) => pem(shop, 'rsa2048', 'rsa', '-traditional', '-des3', ...passout),
    pemOpens,
  ),
  {
    ...from(
      'PEM with encrypted key and wrong password',
      (shop) => pem(shop, 'rsa2048', 'pkcs8', '-topk8', '-v2', 'aes-256-cbc', ...passout),
      fails('wrongPassword'),
    ),
    password: 'anders',
  },
  from(
    'PEM with a key sealed by scrypt',
    (shop) => pem(shop, 'rsa2048', 'pkcs8', '-topk8', '-scrypt', ...passout),
    fails('unsupportedEncryption'),
  ),
  from(
    'PEM with a key of another certificate',
    (shop) => pem(shop, 'other', 'pkey'),
    fails('keyDoesNotMatch'),
  ),
];
