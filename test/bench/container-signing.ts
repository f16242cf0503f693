// What our assertion adds to the signature itself: both made in turn with the same key, in the same process and both on
// Node's thread pool, so that what the machine does meanwhile weighs on both. The signature on the main thread stands beside.
import { generateKeyPairSync, type KeyObject, type SignKeyObjectInput, sign } from 'node:crypto';
import { signAssertion } from '../../main/certificates/sign-assertion.ts';
import { printTarget } from './measure.ts';

const rounds = 400;
type Pair = { ours: number; bare: number; blocking: number };

const signBeside = (digest: string, text: Buffer, key: SignKeyObjectInput): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    sign(digest, text, key, (error, signature) => (error ? reject(error) : resolve(signature))),
  );
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export async function benchSigning(): Promise<void> {
  process.stdout.write(
    '\nAn assertion beside the bare signature of node:crypto, paired (median of the pairs, ms)\n',
  );
  const keys: [string, string, KeyObject][] = [
    ['RSA 2048', 'sha256', generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey],
    ['RSA 4096', 'sha256', generateKeyPairSync('rsa', { modulusLength: 4_096 }).privateKey],
    ['EC P-384', 'sha384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey],
    ['EC P-521', 'sha512', generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey],
  ];
  let worst = 0;
  for (const [name, digest, key] of keys) {
    const pairs = await measurePairs(digest, key);
    const [ours, bare, blocking] = (['ours', 'bare', 'blocking'] as const).map((which) =>
      median(pairs.map((pair) => pair[which])),
    ) as [number, number, number];
    const over = median(pairs.map((pair) => pair.ours - pair.bare));
    worst = Math.max(worst, over);
    const figures = [ours, bare, over, blocking].map((value) => value.toFixed(3).padStart(8));
    process.stdout.write(
      `  ${name.padEnd(12)} ours ${figures[0]}   bare ${figures[1]}   over ${figures[2]}   ratio ${(ours / bare).toFixed(2)}   (${pairs.length} pairs; on the main thread ${figures[3]?.trim()})\n`,
    );
  }
  printTarget('signing overhead, largest median, ms', worst, 1, 'atMost');
}

async function measurePairs(digest: string, key: KeyObject): Promise<Pair[]> {
  const input = {
    key,
    clientId: 'self_service_chaman_100042_a1b2c3d4e5',
    audience: 'https://token.invalid/token',
  };
  // A token of the same length, so that both hash as much.
  const first = await signAssertion({ ...input, now: new Date() });
  if (!first.ok) throw new Error(first.failure.code);
  const text = Buffer.from(first.value.slice(0, first.value.lastIndexOf('.')));
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await signAssertion({ ...input, now: new Date() });
    const between = performance.now();
    await signBeside(digest, text, { key, dsaEncoding: 'ieee-p1363' });
    const beside = performance.now();
    sign(digest, text, { key, dsaEncoding: 'ieee-p1363' });
    const end = performance.now();
    // The first ones load and warm up.
    if (round >= 20) {
      pairs.push({ ours: between - start, bare: beside - between, blocking: end - beside });
    }
  }
  return pairs;
}
