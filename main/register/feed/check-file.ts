// A file held against its voucher, then its schema, then read: nothing of it is parsed before size, hash and count are right. F4
import { createHash } from 'node:crypto';
import { againstSchema } from './feed-schema.ts';
import {
  type FeedHeader,
  type Refusal,
  refusal,
  type StagedBlock,
  stagedTogether,
  type Voucher,
} from './feed-values.ts';
import { guardFeed } from './guard-feed.ts';
import { readMutations } from './read-mutations.ts';
import { packBlock } from './staged-block.ts';

export type CheckInput = {
  name: string;
  bytes: Uint8Array;
  voucher: Voucher;
  /** `A`, `P` or `T`: the environment that is open. */
  environment: string;
};
export type CheckedFile = { header: FeedHeader; records: number; repeated: number };

/** Worker task: hands the mutations over in blocks of packed JSON, those about numbers first (F5). */
export function checkFile(
  { name, bytes, voucher, environment }: CheckInput,
  progress: (done: number, total: number | null) => void,
  handOver: (part: unknown, transfer: ArrayBuffer[]) => void,
): CheckedFile | Refusal {
  const unlike = againstVoucher(name, bytes, voucher);
  if (unlike !== null) return unlike;
  const guarded = guardFeed(bytes);
  if ('refused' in guarded) return guarded;
  const { text } = guarded;
  const found = countRecords(text);
  if (found !== voucher.records) return differs('countMismatch', voucher.records, found);
  const refused = againstSchema('file', bytes, text);
  if (refused !== null) return refused;
  const read = readMutations(text, (records) => progress(records, voucher.records));
  if ('refused' in read) return read;
  const { header, numbers, data, records, repeated } = read;
  if (records !== voucher.records) return differs('countMismatch', voucher.records, records);
  if (header.sequence !== voucher.sequence)
    return differs('sequenceMismatch', voucher.sequence, header.sequence);
  if (header.receiver !== voucher.receiver) return refusal('receiverNotOurs', { found: header.receiver });
  if (header.environment !== environment)
    return differs('environmentNotOurs', environment, header.environment);
  const give = (block: StagedBlock): void => {
    const packed = packBlock(block);
    handOver(packed, [packed.buffer]);
  };
  for (let at = 0; at < numbers.length; at += stagedTogether)
    give({ numbers: numbers.slice(at, at + stagedTogether) });
  for (let at = 0; at < data.length; at += stagedTogether)
    give({ data: data.slice(at, at + stagedTogether) });
  return { header, records, repeated };
}

function againstVoucher(name: string, bytes: Uint8Array, voucher: Voucher): Refusal | null {
  if (name !== voucher.fileName) return differs('nameMismatch', voucher.fileName, name.slice(0, 80));
  if (bytes.length !== voucher.bytes) return differs('sizeMismatch', voucher.bytes, bytes.length);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return hash === voucher.sha256 ? null : refusal('hashMismatch');
}

const differs = (code: Refusal['refused']['code'], expected: string | number, found: string | number) =>
  refusal(code, { expected: String(expected), found: String(found) });

/** Begun elements of that name, before anything is parsed: what was cut off or doubled shows here at once. */
function countRecords(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<mutation'); at >= 0; at = text.indexOf('<mutation', at + 9))
    if (/[\s/>]/.test(text.charAt(at + 9))) count += 1;
  return count;
}
