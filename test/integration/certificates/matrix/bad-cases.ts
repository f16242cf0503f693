// Files that are no container, or no longer one.
import { randomBytes } from 'node:crypto';
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
  bad('.cer in DER where .p12 is asked', 'certificateWithoutKey', async (shop) =>
    converted(shop, '.cer', 'x509', '-in', await certificate(shop), '-outform', 'DER'),
  ),
  bad('.cer in PEM where .p12 is asked', 'certificateWithoutKey', async (shop) =>
    readFileSync(await certificate(shop)),
  ),
  bad('.p7b, certificates only', 'certificateWithoutKey', async (shop) =>
    converted(shop, '.p7b', 'crl2pkcs7', '-nocrl', '-certfile', await certificate(shop), '-outform', 'DER'),
  ),
  bad('a signing request', 'notAContainer', async (shop) =>
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
  bad('a signing request in PEM', 'noPrivateKey', async (shop) =>
    converted(shop, '.csr', 'req', '-new', '-key', await shop.key('rsa2048'), '-subj', '/CN=a'),
  ),
  bad('a bare key in DER', 'notAContainer', async (shop) =>
    converted(shop, '.key', 'pkey', '-in', await shop.key('rsa2048'), '-outform', 'DER'),
  ),
  bad('a bare key in PEM', 'keyDoesNotMatch', async (shop) => readFileSync(await shop.key('rsa2048'))),
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
    ...bad('.cer with a password typed in vain', 'certificateWithoutKey', async (shop) =>
      readFileSync(await certificate(shop)),
    ),
    password: 'é€🔐',
  },
];
