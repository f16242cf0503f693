// Containers as Windows, macOS and GlobalSign write them, made here with the same choices of cipher, count and attributes:
// those programs themselves do not run on the machine of the tests. And a certificate with its key in two files.
import { readFileSync } from 'node:fs';
import { type FileCase, fails, opens } from './file-case.ts';
import { chain } from './structure-cases.ts';
import { good, type Workshop } from './workshop.ts';

const password = 'Geheim-2026';

const vendor = (name: string, expectWarned: readonly string[], ...args: string[]): FileCase => ({
  name,
  password,
  make: (shop) => shop.pkcs12(good, password, ...args),
  expect: opens({ format: 'pkcs12', verdict: 'usable', failed: [], warned: expectWarned }),
});

const windows = [
  '-iter',
  '2000',
  '-LMK',
  '-CSP',
  'Microsoft Software Key Storage Provider',
  '-name',
  'te-1b2c',
];
const triple = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];

/** A leaf below an issuing authority with the name that the authority's manual shows, and the chain above it. */
async function personalSign(shop: Workshop, ...args: string[]): Promise<Uint8Array> {
  const root = await shop.certificate({
    key: 'rsa4096',
    subject: '/C=BE/O=GlobalSign nv-sa/CN=GlobalSign Root R45 (copy for tests)',
    usage: 'critical,keyCertSign',
  });
  const issue = async (subject: string, key: 'rsa2048' | 'other', by: [string, string], ext: string) => {
    const name = shop.fresh('');
    const extensions = shop.write(`${name}.ext`, ext);
    const [csr, out] = [shop.path(`${name}.csr`), shop.path(`${name}.crt`)];
    await shop.run('openssl', ['req', '-new', '-key', await shop.key(key), '-subj', subject, '-out', csr]);
    await shop.run('openssl', [
      ...['x509', '-req', '-in', csr, '-CA', by[0], '-CAkey', by[1], '-CAcreateserial'],
      ...['-days', '700', '-sha256', '-extfile', extensions, '-out', out],
    ]);
    return out;
  };
  const issuing = await issue(
    '/C=BE/O=GlobalSign nv-sa/CN=GlobalSign GCC R45 PersonalSign 3 CA 2022',
    'other',
    [root, await shop.key('rsa4096')],
    'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\n',
  );
  const leaf = await issue(
    '/C=BE/O=Zalen Het Park/organizationIdentifier=NTRBE-0999999130/CN=An Peeters',
    'rsa2048',
    [issuing, await shop.key('other')],
    'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,keyEncipherment\n' +
      'extendedKeyUsage=clientAuth,emailProtection\ncertificatePolicies=1.3.6.1.4.1.4146.1.40.30\n',
  );
  const above = shop.write(shop.fresh('.pem'), readFileSync(issuing, 'utf8') + readFileSync(root, 'utf8'));
  const out = shop.fresh('.pfx');
  await shop.run('openssl', [
    ...['pkcs12', '-export', '-inkey', await shop.key('rsa2048'), '-in', leaf, '-certfile', above],
    ...['-out', shop.path(out), '-passout', `pass:${password}`, ...args],
  ]);
  return shop.read(out);
}

const globalSign = (name: string, warned: readonly string[], ...args: string[]): FileCase => ({
  name: `GlobalSign PersonalSign, ${name}`,
  password,
  make: (shop) => personalSign(shop, ...args),
  expect: opens({ format: 'pkcs12', chain: 2, verdict: 'usable', failed: [], warned }),
});

async function converted(shop: Workshop, ending: string, ...args: string[]): Promise<Uint8Array> {
  const out = shop.fresh(ending);
  await shop.run('openssl', [...args, '-out', shop.path(out)]);
  return shop.read(out);
}
const certificatePem = async (shop: Workshop) => readFileSync(await shop.certificate(good));
const certificateDer = async (shop: Workshop) =>
  converted(shop, '.cer', 'x509', '-in', await shop.certificate(good), '-outform', 'DER');
const keyAs =
  (...args: string[]) =>
  async (shop: Workshop) =>
    converted(shop, '.key', ...args, '-in', await shop.key('rsa2048'));

const pair = (
  name: string,
  make: FileCase['make'],
  keyFile: FileCase['make'],
  expect: FileCase['expect'] = opens({ format: 'twoFiles', verdict: 'usable', failed: [] }),
): FileCase => ({ name: `two files: ${name}`, password, make, keyFile, expect });

const sealedKey = ['pkcs8', '-topk8', '-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA256', '-passout'];

export const vendorCases: FileCase[] = [
  vendor('Windows, TripleDES-SHA1', ['CERT-PROTECTION'], '-legacy', ...windows, ...triple),
  vendor(
    'Windows, older, RC2-40 for the certificate',
    ['CERT-PROTECTION'],
    ...['-legacy', ...windows, ...triple, '-certpbe', 'PBE-SHA1-RC2-40'],
  ),
  vendor('Windows, AES256-SHA256', [], ...windows, '-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC'),
  vendor(
    'macOS Keychain Access',
    ['CERT-PROTECTION'],
    ...['-legacy', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-RC2-40'],
    ...['-iter', '2048', '-macalg', 'sha1', '-name', 'Zalen Het Park'],
  ),
  vendor('macOS, recent', [], '-iter', '2048', '-macalg', 'sha256', '-name', 'Zalen Het Park'),
  globalSign('as a browser saved it', ['CERT-PROTECTION'], '-legacy', ...triple),
  globalSign('with current protection', []),
  pair('PEM and PKCS#8', certificatePem, keyAs('pkey')),
  pair('PEM and PKCS#1', certificatePem, keyAs('rsa', '-traditional')),
  pair('PEM and encrypted PKCS#8', certificatePem, keyAs(...sealedKey, `pass:${password}`)),
  pair(
    'PEM and traditional key with AES',
    certificatePem,
    keyAs('rsa', '-traditional', '-aes256', '-passout', `pass:${password}`),
  ),
  pair('DER and DER', certificateDer, keyAs('pkcs8', '-topk8', '-nocrypt', '-outform', 'DER')),
  pair('DER and encrypted DER', certificateDer, keyAs(...sealedKey, `pass:${password}`, '-outform', 'DER')),
  pair('DER and PKCS#1 in DER', certificateDer, keyAs('rsa', '-traditional', '-outform', 'DER')),
  pair('the key chosen first', keyAs('pkey'), certificateDer),
  pair(
    'a .p7b with its chain, and the key',
    async (shop) => {
      const { root, middle, leaf } = await chain(shop);
      const files = ['-certfile', leaf, '-certfile', middle, '-certfile', root];
      return converted(shop, '.p7b', 'crl2pkcs7', '-nocrl', ...files, '-outform', 'DER');
    },
    keyAs('pkey'),
    opens({ format: 'twoFiles', chain: 2, verdict: 'usable', failed: [] }),
  ),
  pair(
    'a key of another certificate',
    certificateDer,
    async (shop) => readFileSync(await shop.key('other')),
    fails('keyDoesNotMatch'),
  ),
  pair(
    'a key with another password',
    certificateDer,
    keyAs(...sealedKey, 'pass:anders'),
    fails('wrongPassword'),
  ),
  pair(
    'two certificates and no key',
    certificateDer,
    certificatePem,
    fails('certificateWithoutKey', ['CERT-KEY-PRESENT']),
  ),
];
