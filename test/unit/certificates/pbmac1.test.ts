// PBMAC1 (RFC 9579), which newer OpenSSL can write: a container of ours with its MAC replaced.
import { createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { encode, explicit, octets, parse, parts } from '../../../main/certificates/asn1.ts';
import { integerOf, nothing, octetString, oidOf, sequence } from '../../../main/certificates/asn1-build.ts';
import { generateSelfSigned } from '../../../main/certificates/generate-self-signed.ts';
import { openContainer } from '../../../main/certificates/open-container.ts';
import { writeContainer } from '../../../main/certificates/write-container.ts';

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
  const hmac = sequence(oidOf(hmacOid), nothing());
  const kdf = sequence(
    oidOf('1.2.840.113549.1.5.12'),
    sequence(octetString(salt), integerOf(30), integerOf(length), hmac),
  );
  const algorithm = sequence(oidOf('1.2.840.113549.1.5.14'), sequence(kdf, hmac));
  if (!version || !content) throw new Error('no container');
  return encode(
    sequence(
      version,
      content,
      sequence(sequence(algorithm, octetString(mac)), octetString(Buffer.from('NOT USED')), integerOf(1)),
    ),
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
