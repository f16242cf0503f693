// Certificates that meet or miss a criterion, in containers of OpenSSL.
import { type FileCase, opens } from './file-case.ts';
import type { CertificateSpec, Workshop } from './workshop.ts';

const password = 'Geheim-2026';

const usable = (name: string, spec: CertificateSpec): FileCase => ({
  name,
  password,
  make: (shop) => shop.pkcs12(spec, password),
  expect: opens({ verdict: 'usable', failed: [], warned: [] }),
});

const missing = (name: string, spec: CertificateSpec, ...failed: string[]): FileCase => ({
  name,
  password,
  make: (shop) => shop.pkcs12(spec, password),
  expect: opens({ verdict: 'notUsable', failed }),
});

/** A certificate between two given days; `openssl req` can only start today. */
async function dated(shop: Workshop, start: string, end: string): Promise<Uint8Array> {
  const key = await shop.key('rsa2048');
  const folder = shop.fresh('');
  const csr = shop.path(`${folder}.csr`);
  const certificate = shop.path(`${folder}.crt`);
  shop.write(`${folder}.index`, '');
  const config = shop.write(
    `${folder}.cnf`,
    `[ca]\ndefault_ca=own\n[own]\nnew_certs_dir=${shop.dir}\ndatabase=${shop.path(`${folder}.index`)}\n` +
      'default_md=sha256\npolicy=any\nrand_serial=yes\nx509_extensions=ext\n' +
      '[any]\ncountryName=optional\norganizationName=optional\ncommonName=optional\n' +
      '[ext]\nkeyUsage=critical,digitalSignature\n',
  );
  await shop.run('openssl', ['req', '-new', '-key', key, '-out', csr, '-subj', '/C=BE/CN=Zalen Het Park']);
  await shop.run('openssl', [
    ...['ca', '-batch', '-selfsign', '-config', config, '-keyfile', key, '-in', csr, '-out', certificate],
    ...['-startdate', start, '-enddate', end, '-notext'],
  ]);
  const out = shop.path(`${folder}.p12`);
  await shop.run('openssl', [
    ...['pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', out, '-passout', `pass:${password}`],
  ]);
  return shop.read(`${folder}.p12`);
}

export const criteriaCases: FileCase[] = [
  usable('RSA 3072, SHA-384', { key: 'rsa3072', digest: 'sha384' }),
  usable('RSA 4096, SHA-512', { key: 'rsa4096', digest: 'sha512' }),
  usable('EC P-384, SHA-384', { key: 'p384', digest: 'sha384' }),
  usable('EC P-521, SHA-512', { key: 'p521', digest: 'sha512' }),
  usable('RSASSA-PSS with SHA-256', { key: 'rsa2048', pss: true }),
  usable('RSASSA-PSS with SHA-512', { key: 'rsa2048', pss: true, digest: 'sha512' }),
  usable('Digital Signature among other usages', {
    key: 'rsa2048',
    usage: 'critical,keyEncipherment,digitalSignature,nonRepudiation',
  }),
  usable('enterprise named by its number only', {
    key: 'rsa2048',
    subject: '/C=BE/CN=Boekhouding/organizationIdentifier=NTRBE-0999999130',
  }),
  missing('EC P-256', { key: 'p256' }, 'CERT-KEY-KIND'),
  missing('RSA 1024', { key: 'rsa1024' }, 'CERT-KEY-KIND'),
  missing('SHA-1', { key: 'rsa2048', digest: 'sha1' }, 'CERT-DIGEST'),
  missing('SHA-224', { key: 'rsa2048', digest: 'sha224' }, 'CERT-DIGEST'),
  missing('RSASSA-PSS with SHA-1', { key: 'rsa2048', pss: true, digest: 'sha1' }, 'CERT-DIGEST'),
  missing('ECDSA with SHA-1', { key: 'p384', digest: 'sha1' }, 'CERT-DIGEST'),
  missing('Key Encipherment only', { key: 'rsa2048', usage: 'critical,keyEncipherment' }, 'CERT-KEY-USAGE'),
  missing(
    'Decipher Only, the ninth bit',
    { key: 'p384', usage: 'keyAgreement,decipherOnly' },
    'CERT-KEY-USAGE',
  ),
  missing('no Key Usage at all', { key: 'rsa2048', usage: null }, 'CERT-KEY-USAGE'),
  missing(
    'three criteria at once',
    { key: 'p256', digest: 'sha1', usage: 'critical,keyAgreement' },
    ...['CERT-DIGEST', 'CERT-KEY-KIND', 'CERT-KEY-USAGE'],
  ),
  {
    name: 'expired',
    password,
    make: (shop) => dated(shop, '20200101000000Z', '20230101000000Z'),
    expect: opens({ verdict: 'notUsable', failed: ['CERT-NOT-AFTER'] }),
  },
  {
    name: 'not yet valid',
    password,
    make: (shop) => dated(shop, '20980101000000Z', '20990101000000Z'),
    expect: opens({ verdict: 'notUsable', failed: ['CERT-NOT-BEFORE'] }),
  },
  {
    name: 'ends in 20 days',
    password,
    make: (shop) => shop.pkcs12({ key: 'rsa2048', days: 20 }, password),
    expect: opens({ verdict: 'usableUntil', failed: [], warned: ['CERT-NOT-AFTER'] }),
  },
  {
    name: 'in the name of another enterprise',
    password,
    make: (shop) => shop.pkcs12({ key: 'rsa2048', subject: '/O=Bakkerij Zon/CN=Bakkerij Zon' }, password),
    expect: opens({ verdict: 'usable', failed: [], warned: ['CERT-SUBJECT'] }),
  },
];
