// Containers of GnuTLS, NSS (Firefox, Thunderbird) and Java.
import { type FileCase, fails, opens } from './file-case.ts';
import { good, type Workshop } from './workshop.ts';

const password = 'Geheim-2026';

const gnutls = (cipher: string, secret: string): FileCase => ({
  name: `GnuTLS ${cipher}${secret === password ? '' : ` with password ${secret}`}`,
  needs: ['certtool'],
  password: secret,
  async make(shop) {
    const out = shop.fresh('.p12');
    const files = [
      '--load-privkey',
      await shop.key('rsa2048'),
      '--load-certificate',
      await shop.certificate(good),
    ];
    const sealing = ['--to-p12', '--p12-name', 'park', '--password', secret, '--pkcs-cipher', cipher];
    await shop.run('certtool', [...sealing, ...files, '--outder', '--outfile', shop.path(out)]);
    return shop.read(out);
  },
  expect: opens({ format: 'pkcs12', verdict: 'usable', failed: [] }),
});

/** Brings a key into an NSS database and exports it from there. */
const nss = (name: string, secret: string, ...sealing: string[]): FileCase => ({
  name: `NSS ${name}`,
  needs: ['pk12util', 'certutil'],
  password: secret,
  async make(shop) {
    const database = await shop.once('nss database', async () => {
      const folder = `sql:${shop.dir}`;
      await shop.run('certutil', ['-N', '-d', folder, '--empty-password']);
      const source = shop.write(
        shop.fresh('.p12'),
        await shop.pkcs12({ ...good, days: 401 }, 'x', '-name', 'park'),
      );
      await shop.run('pk12util', ['-i', source, '-d', folder, '-W', 'x']);
      return folder;
    });
    const out = shop.fresh('.p12');
    await shop.run('pk12util', [
      ...['-o', shop.path(out), '-n', 'park', '-d', database, '-W', secret],
      ...sealing,
    ]);
    return shop.read(out);
  },
  expect: opens({ format: 'pkcs12', verdict: 'usable', failed: [] }),
});

async function genkey(
  shop: Workshop,
  store: string,
  alias: string,
  key: string[],
  ...java: string[]
): Promise<void> {
  await shop.run('keytool', [
    ...['-genkeypair', '-alias', alias, '-keystore', store, '-storetype', 'PKCS12', '-storepass', password],
    ...['-dname', 'CN=Zalen Het Park', '-validity', '400', '-ext', 'KeyUsage:critical=digitalSignature'],
    ...key,
    ...java,
  ]);
}

// Sizes have cases of their own; Java takes seconds to find larger primes.
const rsa = ['-keyalg', 'RSA', '-keysize', '2048'];
const ec = ['-keyalg', 'EC', '-groupname', 'secp384r1', '-sigalg', 'SHA384withECDSA'];

const java = (name: string, key: string[], ...options: string[]): FileCase => ({
  name: `Java ${name}`,
  needs: ['keytool'],
  password,
  async make(shop) {
    const out = shop.fresh('.p12');
    await genkey(shop, shop.path(out), 'park', key, ...options);
    return shop.read(out);
  },
  expect: opens({ format: 'pkcs12', verdict: 'usable', failed: [] }),
});

const twoKeys = (shop: Workshop) =>
  shop.once('two keys', async () => {
    const out = shop.fresh('.p12');
    await genkey(shop, shop.path(out), 'oud', rsa);
    await genkey(shop, shop.path(out), 'nieuw', ec);
    return shop.read(out);
  });

const keystore = (type: 'JKS' | 'JCEKS'): FileCase => ({
  name: `Java keystore of the kind ${type}`,
  needs: ['keytool'],
  password,
  async make(shop) {
    const out = shop.fresh('.jks');
    await shop.run('keytool', [
      ...['-genkeypair', '-alias', 'a', '-keystore', shop.path(out), '-storetype', type],
      ...['-storepass', password, '-keypass', password, '-dname', 'CN=a', ...ec],
    ]);
    return shop.read(out);
  },
  expect: fails('javaKeystore'),
});

/** Certificates that Java trusts, without any key. */
const truststore: FileCase = {
  name: 'Java truststore',
  needs: ['keytool'],
  password,
  async make(shop) {
    const out = shop.fresh('.p12');
    await shop.run('keytool', [
      ...['-importcert', '-noprompt', '-alias', 'a', '-file', await shop.certificate(good)],
      ...['-keystore', shop.path(out), '-storetype', 'PKCS12', '-storepass', password],
    ]);
    return shop.read(out);
  },
  expect: fails('certificateWithoutKey', ['CERT-KEY-PRESENT']),
};

const several = { needs: ['keytool'], password, make: twoKeys } as const;

export const otherToolCases: FileCase[] = [
  ...['aes-128', 'aes-192', 'aes-256', '3des', '3des-pkcs12', 'rc2-40'].map((cipher) =>
    gnutls(cipher, password),
  ),
  gnutls('aes-256', 'Crèche-€'),
  gnutls('3des-pkcs12', 'Crèche-€'),
  { ...gnutls('arcfour', password), expect: fails('unsupportedEncryption') },
  nss('as it comes', password),
  nss('with é and €', 'Crèche-€'),
  nss('with AES-128', password, '-C', 'AES-128-CBC', '-c', 'AES-128-CBC'),
  nss('with 3DES', password, '-C', 'PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC'),
  nss('with RC2-40', password, '-c', 'PKCS #12 V2 PBE With SHA-1 And 40 Bit RC2 CBC'),
  java('RSA', rsa),
  java('EC', ec),
  java('in its legacy form', rsa, '-J-Dkeystore.pkcs12.legacy'),
  keystore('JKS'),
  keystore('JCEKS'),
  truststore,
  { ...several, name: 'two keys, none chosen', expect: fails('severalKeys') },
  { ...several, name: 'two keys, the first chosen', entry: 0, expect: opens({ verdict: 'usable' }) },
  { ...several, name: 'two keys, the second chosen', entry: 1, expect: opens({ verdict: 'usable' }) },
  { ...several, name: 'two keys, a third chosen', entry: 2, expect: fails('severalKeys') },
];
