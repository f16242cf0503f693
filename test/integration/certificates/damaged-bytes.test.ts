// No bytes make the reader throw or hang: real containers with random damage, and random bytes.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openContainer } from '../../../main/certificates/open-container.ts';
import { readKeyUsage, readSignature } from '../../../main/certificates/read-extensions.ts';
import { good, openWorkshop } from './matrix/workshop.ts';

const codes = [
  ...[
    'wrongPassword',
    'notAContainer',
    'truncatedContainer',
    'fileTooLarge',
    'fileUnreadable',
    'noPrivateKey',
  ],
  ...[
    'severalKeys',
    'keyDoesNotMatch',
    'unsupportedEncryption',
    'tooManyIterations',
    'certificateWithoutKey',
  ],
  ...['certificateBundle', 'keyWithoutCertificate', 'javaKeystore', 'signingRequest'],
];

const shop = openWorkshop();
const originals: Buffer[] = [];
beforeAll(async () => {
  const few = ['-iter', '10'];
  const files = [
    shop.pkcs12(good, 'abc', ...few),
    shop.pkcs12(good, 'abc', '-legacy', ...few),
    shop.pkcs12(good, 'abc', '-nomac', ...few),
    shop.pkcs12({ key: 'p384', digest: 'sha384' }, 'abc', '-nomac', '-keypbe', 'NONE', '-certpbe', 'NONE'),
  ];
  originals.push(...(await Promise.all(files)).map((bytes) => Buffer.from(bytes)));
  originals.push(Buffer.from(shop.read((await shop.certificate(good)).slice(shop.dir.length + 1))));
});
afterAll(() => shop.close());

type Damage = { at: number; kind: 'set' | 'cut' | 'insert' | 'drop'; byte: number };

/** Positions are shares of the length, and favour the front, where lengths and types stand. */
const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.oneof(fc.double({ min: 0, max: 0.2, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  kind: fc.constantFrom('set', 'set', 'set', 'cut', 'insert', 'drop'),
  byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x00, 0x30, 0x80, 0x84, 0xa0, 0xff)),
});

function damaged(original: Buffer, damages: readonly Damage[]): Buffer {
  return damages.reduce((bytes, { at, kind, byte }) => {
    const index = Math.floor(at * bytes.length);
    const rest = bytes.subarray(index + 1);
    const head = bytes.subarray(0, index);
    if (kind === 'cut') return Buffer.from(head);
    if (kind === 'drop') return Buffer.concat([head, rest]);
    if (kind === 'insert') return Buffer.concat([head, Buffer.from([byte]), bytes.subarray(index)]);
    return Buffer.concat([head, Buffer.from([byte]), rest]);
  }, original);
}

/** Iteration counts that damage produces may be large but allowed; the signal keeps such a case short. */
const open = (bytes: Uint8Array, password: string) =>
  openContainer(bytes, password, { signal: AbortSignal.timeout(300) });

test('a damaged container opens or fails with a known code', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 4 }),
      fc.array(damage, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('abc', '', 'é'),
      async (which, damages, password) => {
        const result = await open(damaged(originals[which] ?? Buffer.alloc(0), damages), password);
        if (!result.ok) expect([...codes, 'cancelled']).toContain(result.failure.code);
        else expect(result.value.certificate.checkPrivateKey(result.value.privateKey)).toBe(true);
      },
    ),
    { numRuns: 600 },
  );
});

test('random bytes fail with a known code', async () => {
  const beginnings = ['', '3080020103', '308209', '2d2d2d2d2d424547494e20', '3082010002010330'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 400 }),
      async (start, rest) => {
        const result = await open(Buffer.concat([Buffer.from(start, 'hex'), rest]), '');
        expect(result.ok).toBe(false);
        if (!result.ok) expect(codes).toContain(result.failure.code);
      },
    ),
    { numRuns: 500 },
  );
});

test('deep nesting is refused and does not exhaust the stack', async () => {
  const nested = Buffer.concat(Array.from({ length: 500_000 }, () => Buffer.from([0x30, 0x80])));
  expect(await open(nested, '')).toMatchObject({ ok: false, failure: { code: 'notAContainer' } });
});

test('facts of a damaged certificate are read as unknown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(readSignature(bytes).digest).toEqual(expect.any(String));
      expect(readKeyUsage(bytes)).toBeNull();
    }),
  );
});
