// Writes a PKCS#12 file that OpenSSL, Java and Windows open: PBES2 with AES-256-CBC and HMAC-SHA-256 (RFC 7292,
// RFC 8018). Used for certificates that we generate; an imported file is kept as it came.
import { createCipheriv, createHash, createHmac, type KeyObject, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';
import { encode, type Node, parse } from './asn1.ts';
import { passwordForms } from './password-forms.ts';
import { derivePkcs12Key, purpose } from './pkcs12-kdf.ts';
import { workBudget } from './work-budget.ts';

const derivePbkdf2 = promisify(pbkdf2);
const { asn1 } = forge;
const { Class, Type } = asn1;

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
    integer(0),
    sequence(oid('1.2.840.113549.1.7.1'), algorithm, implicit(0, sealed)),
  );
  const authSafe = encode(
    sequence(
      sequence(oid('1.2.840.113549.1.7.6'), explicit(0, encrypted)),
      sequence(oid('1.2.840.113549.1.7.1'), explicit(0, octets(encode(keyBags)))),
    ),
  );
  const data = sequence(oid('1.2.840.113549.1.7.1'), explicit(0, octets(authSafe)));
  return encode(sequence(integer(3), data, await macData(authSafe, password, iterations)));
}

async function encrypt(plain: Uint8Array, password: string, iterations: number): Promise<[Node, Buffer]> {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const key = await derivePbkdf2(Buffer.from(password, 'utf8'), salt, iterations, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  const prf = sequence(oid('1.2.840.113549.2.9'), nothing());
  const kdf = sequence(oid('1.2.840.113549.1.5.12'), sequence(octets(salt), integer(iterations), prf));
  const scheme = sequence(oid('2.16.840.1.101.3.4.1.42'), octets(iv));
  return [sequence(oid('1.2.840.113549.1.5.13'), sequence(kdf, scheme)), sealed];
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
  const sha256 = sequence(oid('2.16.840.1.101.3.4.2.1'), nothing());
  return sequence(sequence(sha256, octets(mac)), octets(salt), integer(iterations));
}

function certificateBag(der: Uint8Array, friendlyName?: string, localKeyId?: Buffer): Node {
  const value = sequence(oid('1.2.840.113549.1.9.22.1'), explicit(0, octets(Buffer.from(der))));
  return bag('1.2.840.113549.1.12.10.1.3', value, friendlyName, localKeyId);
}

function bag(type: string, value: Node, friendlyName?: string, localKeyId?: Buffer): Node {
  const attributes: Node[] = [];
  if (friendlyName) attributes.push(attribute('1.2.840.113549.1.9.20', bmp(friendlyName)));
  if (localKeyId) attributes.push(attribute('1.2.840.113549.1.9.21', octets(localKeyId)));
  const fields = [oid(type), explicit(0, value)];
  return sequence(...fields, ...(attributes.length > 0 ? [set(...attributes)] : []));
}

const create = (
  type: number,
  constructed: boolean,
  value: string | Node[],
  tagClass = Class.UNIVERSAL,
): Node => asn1.create(tagClass, type as forge.asn1.Type, constructed, value);
const sequence = (...nodes: Node[]) => create(Type.SEQUENCE, true, nodes);
const set = (...nodes: Node[]) => create(Type.SET, true, nodes);
const octets = (bytes: Buffer) => create(Type.OCTETSTRING, false, bytes.toString('latin1'));
const asOctets = (value: Node | Buffer) => (Buffer.isBuffer(value) ? octets(value) : value);
const oid = (text: string) => create(Type.OID, false, asn1.oidToDer(text).getBytes());
const nothing = () => create(Type.NULL, false, '');
/** forge writes the text of a BMPString as UTF-16 itself. */
const bmp = (text: string) => create(Type.BMPSTRING, false, text);
const explicit = (tag: number, node: Node) => create(tag, true, [node], Class.CONTEXT_SPECIFIC);
const implicit = (tag: number, bytes: Buffer) =>
  create(tag, false, bytes.toString('latin1'), Class.CONTEXT_SPECIFIC);
const attribute = (type: string, value: Node) => sequence(oid(type), set(value));

/** A whole number as DER, with the zero byte that keeps it positive. */
function integer(value: number): Node {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const lead = (bytes[0] ?? 0) & 0x80 ? Buffer.from([0]) : Buffer.alloc(0);
  return parse(Buffer.concat([Buffer.from([2, lead.length + bytes.length]), lead, bytes]));
}
