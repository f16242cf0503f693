// Writes a PKCS#12 file that OpenSSL, Java and Windows open: PBES2 with AES-256-CBC and HMAC-SHA-256 (RFC 7292,
// RFC 8018). Used for certificates that we generate and for files that are saved again; an imported file is kept as it came.
import { createCipheriv, createHash, createHmac, type KeyObject, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { encode, type Node } from './asn1.ts';
import {
  bmpString,
  integerOf,
  nothing,
  octetString,
  oidOf,
  sequence,
  set,
  tagged,
  taggedOctets,
} from './asn1-build.ts';
import { passwordForms } from './password-forms.ts';
import { derivePkcs12Key, purpose } from './pkcs12-kdf.ts';
import { workBudget } from './work-budget.ts';

const derivePbkdf2 = promisify(pbkdf2);

export type ContainerContent = {
  privateKey: KeyObject;
  certificateDer: Uint8Array;
  chain?: readonly Uint8Array[];
  friendlyName: string;
};

/**
 * `iterations` 10,000 is enough for the random passwords of 192 bits that we make, and keeps opening fast; take 600,000
 * for a password that a person thought of.
 */
export async function writeContainer(
  content: ContainerContent,
  password: string,
  iterations = 10_000,
): Promise<Uint8Array> {
  const localKeyId = createHash('sha1').update(content.certificateDer).digest();
  const key = content.privateKey.export({ format: 'der', type: 'pkcs8' });
  const shrouded = sequence(...(await encrypt(key, password, iterations)).map(asOctets));
  const keyBags = sequence(bag('1.2.840.113549.1.12.10.1.2', shrouded, content.friendlyName, localKeyId));
  const certificateBags = sequence(
    certificateBag(content.certificateDer, content.friendlyName, localKeyId),
    ...(content.chain ?? []).map((der) => certificateBag(der)),
  );
  key.fill(0);
  const [algorithm, sealed] = await encrypt(encode(certificateBags), password, iterations);
  const encrypted = sequence(
    integerOf(0),
    sequence(oidOf('1.2.840.113549.1.7.1'), algorithm, taggedOctets(0, sealed)),
  );
  const authSafe = encode(
    sequence(
      sequence(oidOf('1.2.840.113549.1.7.6'), tagged(0, encrypted)),
      sequence(oidOf('1.2.840.113549.1.7.1'), tagged(0, octetString(encode(keyBags)))),
    ),
  );
  const data = sequence(oidOf('1.2.840.113549.1.7.1'), tagged(0, octetString(authSafe)));
  return encode(sequence(integerOf(3), data, await macData(authSafe, password, iterations)));
}

async function encrypt(plain: Uint8Array, password: string, iterations: number): Promise<[Node, Buffer]> {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const key = await derivePbkdf2(Buffer.from(password, 'utf8'), salt, iterations, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  const prf = sequence(oidOf('1.2.840.113549.2.9'), nothing());
  const kdf = sequence(
    oidOf('1.2.840.113549.1.5.12'),
    sequence(octetString(salt), integerOf(iterations), prf),
  );
  const scheme = sequence(oidOf('2.16.840.1.101.3.4.1.42'), octetString(iv));
  return [sequence(oidOf('1.2.840.113549.1.5.13'), sequence(kdf, scheme)), sealed];
}

async function macData(covered: Buffer, password: string, iterations: number): Promise<Node> {
  const salt = randomBytes(16);
  const [bmp] = passwordForms(password).bmp;
  const key = await derivePkcs12Key(
    {
      digest: 'sha256',
      password: bmp ?? Buffer.alloc(2),
      salt,
      iterations,
      purpose: purpose.mac,
      length: 32,
    },
    workBudget(),
  );
  const mac = createHmac('sha256', key).update(covered).digest();
  const sha256 = sequence(oidOf('2.16.840.1.101.3.4.2.1'), nothing());
  return sequence(sequence(sha256, octetString(mac)), octetString(salt), integerOf(iterations));
}

function certificateBag(der: Uint8Array, friendlyName?: string, localKeyId?: Buffer): Node {
  const value = sequence(oidOf('1.2.840.113549.1.9.22.1'), tagged(0, octetString(Buffer.from(der))));
  return bag('1.2.840.113549.1.12.10.1.3', value, friendlyName, localKeyId);
}

function bag(type: string, value: Node, friendlyName?: string, localKeyId?: Buffer): Node {
  const attributes: Node[] = [];
  if (friendlyName) attributes.push(attribute('1.2.840.113549.1.9.20', bmpString(friendlyName)));
  if (localKeyId) attributes.push(attribute('1.2.840.113549.1.9.21', octetString(localKeyId)));
  const fields = [oidOf(type), tagged(0, value)];
  return sequence(...fields, ...(attributes.length > 0 ? [set(...attributes)] : []));
}

const asOctets = (value: Node | Buffer) => (Buffer.isBuffer(value) ? octetString(value) : value);
const attribute = (type: string, value: Node) => sequence(oidOf(type), set(value));
