// Files that are no container, or no longer one.
import { randomBytes, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type FileCase, fails } from './file-case.ts';
import { good, type Workshop } from './workshop.ts';

const password = 'Geheim-2026';

async function converted(shop: Workshop, ending: string, ...args: string[]): Promise<Uint8Array> {
  const out = shop.fresh(ending);
  await shop.run('openssl', [...args, '-out', shop.path(out)]);
  return shop.read(out);
}

const bad = (name: string, code: Parameters<typeof fails>[0], make: FileCase['make']): FileCase => ({
  name,
  password,
  make,
  expect: fails(code),
});

/** Cannot be used, but is judged: nothing but the key is missing. */
const alone = (
  name: string,
  make: FileCase['make'],
  code: 'certificateWithoutKey' | 'certificateBundle' = 'certificateWithoutKey',
): FileCase => ({ name, password, make, expect: fails(code, ['CERT-KEY-PRESENT']) });

/** "Unicode" in Notepad. */
const utf16 = (bytes: Uint8Array) =>
  Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le')]);

const cut = (name: string, bytesLeft: (length: number) => number): FileCase =>
  bad(`cut off ${name}`, 'truncatedContainer', async (shop) => {
    const whole = await shop.pkcs12(good, password);
    return whole.subarray(0, bytesLeft(whole.length));
  });

/** Raises the MAC's count from 65,536 to 8,388,607 without changing a length. */
async function absurdIterations(shop: Workshop): Promise<Uint8Array> {
  const bytes = Buffer.from(await shop.pkcs12(good, password, '-iter', '65536'));
  const at = bytes.lastIndexOf(Buffer.from([0x02, 0x03, 0x01, 0x00, 0x00]));
  bytes.set([0x7f, 0xff, 0xff], at + 2);
  return bytes;
}

/** One flipped bit inside what the MAC covers. */
async function tampered(shop: Workshop): Promise<Uint8Array> {
  const bytes = Buffer.from(await shop.pkcs12(good, password));
  bytes.writeUInt8(bytes.readUInt8(700) ^ 1, 700);
  return bytes;
}

const certificate = async (shop: Workshop) => shop.certificate(good);

export const badCases: FileCase[] = [
  alone('.cer in DER', async (shop) =>
    converted(shop, '.cer', 'x509', '-in', await certificate(shop), '-outform', 'DER'),
  ),
  alone('.cer in PEM', async (shop) => readFileSync(await certificate(shop))),
  alone('.cer in PEM, saved as UTF-16', async (shop) => utf16(readFileSync(await certificate(shop)))),
  alone('.cer in bare Base64', async (shop) =>
    Buffer.from(new X509Certificate(readFileSync(await certificate(shop))).raw.toString('base64')),
  ),
  alone(
    '.p7b in DER',
    async (shop) =>
      converted(shop, '.p7b', 'crl2pkcs7', '-nocrl', '-certfile', await certificate(shop), '-outform', 'DER'),
    'certificateBundle',
  ),
  alone(
    '.p7b in PEM',
    async (shop) => converted(shop, '.p7b', 'crl2pkcs7', '-nocrl', '-certfile', await certificate(shop)),
    'certificateBundle',
  ),
  {
    name: '.cer that misses two criteria',
    password,
    make: async (shop) =>
      readFileSync(await shop.certificate({ key: 'p256', usage: 'critical,keyAgreement' })),
    expect: fails('certificateWithoutKey', ['CERT-KEY-KIND', 'CERT-KEY-PRESENT', 'CERT-KEY-USAGE']),
  },
  bad('a signing request', 'signingRequest', async (shop) =>
    converted(
      shop,
      '.csr',
      'req',
      '-new',
      '-key',
      await shop.key('rsa2048'),
      '-subj',
      '/CN=a',
      '-outform',
      'DER',
    ),
  ),
  bad('a signing request in PEM', 'signingRequest', async (shop) =>
    converted(shop, '.csr', 'req', '-new', '-key', await shop.key('rsa2048'), '-subj', '/CN=a'),
  ),
  bad('a bare key in DER', 'keyWithoutCertificate', async (shop) =>
    converted(shop, '.key', 'pkey', '-in', await shop.key('rsa2048'), '-outform', 'DER'),
  ),
  bad('a bare key in PEM', 'keyWithoutCertificate', async (shop) => readFileSync(await shop.key('rsa2048'))),
  bad('an empty file', 'notAContainer', async () => Buffer.alloc(0)),
  bad('one byte', 'notAContainer', async () => Buffer.from([0x30])),
  bad('10 MB of noise', 'fileTooLarge', async () => randomBytes(10 * 1_024 * 1_024)),
  // The first byte is fixed: one in 256 random files begins like a SEQUENCE.
  bad('4 MB of noise', 'notAContainer', async () =>
    Buffer.concat([Buffer.from('x'), randomBytes(4 * 1_024 * 1_024)]),
  ),
  bad('a PDF', 'notAContainer', async () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')),
  bad('a text', 'notAContainer', async () => Buffer.from('Beste, in bijlage ons certificaat.\n')),
  bad('PEM cut off', 'truncatedContainer', async (shop) =>
    readFileSync(await certificate(shop)).subarray(0, 300),
  ),
  cut('after a dozen bytes', () => 12),
  cut('in the middle', (length) => Math.floor(length / 2)),
  cut('before its last byte', (length) => length - 1),
  bad('8 million iterations', 'tooManyIterations', absurdIterations),
  bad('one bit changed', 'wrongPassword', tampered),
  {
    ...alone('.cer with a password typed in vain', async (shop) => readFileSync(await certificate(shop))),
    password: 'é€🔐',
  },
];
