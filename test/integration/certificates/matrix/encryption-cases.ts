// Every way in which OpenSSL seals a container, and passwords that are hard to write down as bytes.
import { type FileCase, fails, opens } from './file-case.ts';
import { good } from './workshop.ts';

const sealed = (name: string, ...args: string[]): FileCase => ({
  name: `openssl ${name}`,
  password: 'Geheim-2026',
  make: (shop) => shop.pkcs12(good, 'Geheim-2026', ...args),
  expect: opens({ format: 'pkcs12', verdict: 'usable', failed: [], warned: [] }),
});

/** Opens as well, with the remark that the file guards its key poorly. */
const weak = (name: string, ...args: string[]): FileCase => ({
  ...sealed(name, ...args),
  expect: opens({ format: 'pkcs12', verdict: 'usable', failed: [], warned: ['CERT-PROTECTION'] }),
});

const pbe = (key: string, certificate = key) => ['-keypbe', key, '-certpbe', certificate];

const methods: FileCase[] = [
  sealed('3 as it comes'),
  weak('1 as it came (-legacy)', '-legacy'),
  weak('with 3DES throughout', ...pbe('PBE-SHA1-3DES')),
  weak('with two-key 3DES', '-legacy', ...pbe('PBE-SHA1-2DES')),
  weak('with RC2-128', '-legacy', ...pbe('PBE-SHA1-RC2-128')),
  weak('with RC2-40', '-legacy', ...pbe('PBE-SHA1-RC2-40')),
  sealed('with AES-128', ...pbe('AES-128-CBC')),
  sealed('with AES-192', ...pbe('AES-192-CBC')),
  sealed('with AES-256', ...pbe('AES-256-CBC')),
  weak('with PBES2 3DES', ...pbe('DES-EDE3-CBC')),
  sealed('with an open certificate part', ...pbe('AES-256-CBC', 'NONE')),
  weak('with an open key part', ...pbe('NONE', 'AES-256-CBC')),
  weak('with nothing encrypted', ...pbe('NONE')),
  weak('without MAC', '-nomac'),
  weak('without MAC, legacy', '-nomac', '-legacy'),
  weak('with nothing encrypted and no MAC', '-nomac', ...pbe('NONE')),
  weak('with MAC SHA-1', '-macalg', 'sha1'),
  weak('with MAC SHA-224', '-macalg', 'sha224'),
  sealed('with MAC SHA-384', '-macalg', 'sha384'),
  sealed('with MAC SHA-512', '-macalg', 'sha512'),
  weak('with one iteration', '-noiter', '-nomaciter'),
  sealed('with 600,000 iterations', '-iter', '600000'),
  weak('with 600,000 iterations, legacy', '-legacy', '-iter', '600000', '-macalg', 'sha1'),
  sealed('with a friendly name', '-name', 'Zalen – sleutel € 2026'),
  { ...sealed('with RC4', '-legacy', ...pbe('PBE-SHA1-RC4-128')), expect: fails('unsupportedEncryption') },
  { ...sealed('with MAC MD5', '-legacy', '-macalg', 'md5'), expect: fails('unsupportedEncryption') },
];

const passwords: [string, string][] = [
  ['é', 'Crèche-été'],
  ['€', '100€ per maand'],
  ['emoji', 'slot🔐deur👩‍💻'],
  ['Cyrillic', 'Пароль'],
  ['nothing in it', ''],
  ['spaces at both ends', '  twee spaties  '],
  ['300 characters', 'lang-'.repeat(60)],
];

const withPassword = passwords.flatMap(([name, password]): FileCase[] => [
  {
    name: `password with ${name}, modern`,
    password,
    make: (shop) => shop.pkcs12(good, password),
    expect: opens({ verdict: 'usable' }),
  },
  {
    name: `password with ${name}, legacy`,
    password,
    make: (shop) => shop.pkcs12(good, password, '-legacy'),
    expect: opens({ verdict: 'usable' }),
  },
  {
    name: `password with ${name}, without MAC`,
    password,
    make: (shop) => shop.pkcs12(good, password, '-nomac'),
    expect: opens({ verdict: 'usable' }),
  },
]);

const wrong = (name: string, given: string, ...args: string[]): FileCase => ({
  name: `wrong password: ${name}`,
  password: given,
  make: (shop) => shop.pkcs12(good, 'Geheim-é', ...args),
  expect: fails('wrongPassword'),
});

export const encryptionCases: FileCase[] = [
  ...methods,
  ...withPassword,
  wrong('another word', 'geheim'),
  wrong('another case', 'geheim-é'),
  wrong('a space too many', 'Geheim-é '),
  wrong('none given', ''),
  wrong('legacy', 'geheim', '-legacy'),
  wrong('without MAC', 'geheim', '-nomac'),
  wrong('without MAC, legacy', 'geheim', '-nomac', '-legacy'),
];
