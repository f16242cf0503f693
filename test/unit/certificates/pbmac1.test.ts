// PBMAC1 (RFC 9579), which newer OpenSSL can write: a container of ours with its MAC replaced.
import { createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import { expect, test } from 'vitest';
import { encode, explicit, octets, parse, parts } from '../../../main/certificates/asn1.ts';
import { generateSelfSigned } from '../../../main/certificates/generate-self-signed.ts';
import { openContainer } from '../../../main/certificates/open-container.ts';
import { writeContainer } from '../../../main/certificates/write-container.ts';

const { asn1 } = forge;
const seq = (...value: forge.asn1.Asn1[]) =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, value);
const leaf = (type: forge.asn1.Type, value: string) => asn1.create(asn1.Class.UNIVERSAL, type, false, value);
const oid = (text: string) => leaf(asn1.Type.OID, asn1.oidToDer(text).getBytes());
const bytes = (value: Buffer) => leaf(asn1.Type.OCTETSTRING, value.toString('latin1'));
const whole = (value: number) => leaf(asn1.Type.INTEGER, asn1.integerToDer(value).getBytes());

async function withPbmac1(
  password: string,
  hmacOid: string,
  digest: string,
  length: number,
): Promise<Buffer> {
  const made = await generateSelfSigned({
    enterpriseName: 'Park',
    enterpriseNumber: '0999999130',
    keyKind: 'ecP384',
    now: new Date(),
  });
  const { privateKey, certificateDer } = made;
  const file = parse(await writeContainer({ privateKey, certificateDer, friendlyName: 'a' }, password, 20));
  const [version, content] = parts(file);
  const covered = octets(explicit(parts(content)[1], 0));
  const salt = randomBytes(16);
  const key = pbkdf2Sync(Buffer.from(password, 'utf8'), salt, 30, length, digest);
  const mac = createHmac(digest, key).update(covered).digest();
  const hmac = seq(oid(hmacOid), leaf(asn1.Type.NULL, ''));
  const kdf = seq(oid('1.2.840.113549.1.5.12'), seq(bytes(salt), whole(30), whole(length), hmac));
  const algorithm = seq(oid('1.2.840.113549.1.5.14'), seq(kdf, hmac));
  if (!version || !content) throw new Error('no container');
  return encode(
    seq(version, content, seq(seq(algorithm, bytes(mac)), bytes(Buffer.from('NOT USED')), whole(1))),
  );
}

test.each([
  ['1.2.840.113549.2.9', 'sha256', 32],
  ['1.2.840.113549.2.10', 'sha384', 48],
  ['1.2.840.113549.2.11', 'sha512', 64],
])('a container with PBMAC1 (%s, %s) opens with its password only', async (hmacOid, digest, length) => {
  const container = await withPbmac1('Crèche €', hmacOid, digest, length);
  expect(await openContainer(container, 'Crèche €')).toMatchObject({ ok: true });
  expect(await openContainer(container, 'Creche €')).toMatchObject({ failure: { code: 'wrongPassword' } });
});
