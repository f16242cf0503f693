// One file with its voucher, from its bytes to the staging room: nothing of it is begun until every check has passed. F3, F4
import type { FeedFile, FeedRefused, FeedTaken } from '../../../preload/contract/register-feed.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import type { EnvironmentKind } from '../../platform/environment.ts';
import type { JobRun, Session } from '../../platform/session.ts';
import type { Thread } from '../../platform/workers.ts';
import { readOwner } from '../type-store.ts';
import { fileOfStem, type Pair, readFeedName } from './feed-names.ts';
import { lastDone } from './feed-sequence.ts';
import { mostFileBytes, refusal, type Voucher } from './feed-values.ts';
import { fileOfSequence, keepRefused, senderOf, stagedSequences } from './file-store.ts';
import { putAway } from './put-away.ts';

/**
 * `read` gives the bytes, so that only one file of a run is held at a time; it was seen with that many. `odd`: a link, a pipe or a
 * device, of which nothing is read or told.
 */
export type GivenFile = { name: string; bytes: number; odd?: boolean; read(): Promise<Result<Uint8Array>> };
export type Taking = {
  session: Session;
  thread: Thread;
  origin: FeedFile['origin'];
  run: Pick<JobRun, 'signal' | 'progress'>;
};

/** Files that wait for a missing one: more are not read, as they wait for long then. */
export const mostHeld = 60;
/** Numbers that a file may be ahead of the last one, a year of days: further, its number cannot be right. */
export const mostAhead = 366;
/** Milliseconds for the fullest file on a slow computer. */
const longestCheckMs = 180_000;

/** In the file itself, A acceptance, P production, T test. [assumed] */
export const environmentLetter = (kind: EnvironmentKind): string =>
  kind === 'production' ? 'P' : kind === 'acceptance' ? 'A' : 'T';

/** Failures: cancelled, and those of the disk; what is wrong with the file is an outcome. */
export async function takePair(taking: Taking, pair: Pair<GivenFile>): Promise<Result<FeedTaken>> {
  const { session } = taking;
  const name = fileOfStem(pair.stem);
  const refuse = (refused: FeedRefused, sequence = readFeedName(name)?.sequence ?? null): FeedTaken => {
    const bytes = pair.file === null || pair.file.odd === true ? null : pair.file.bytes;
    const row = {
      id: session.ids.newId(),
      name,
      takenAt: session.clock.now().toISOString(),
      origin: taking.origin,
    };
    const fileId = keepRefused(session.db, { ...row, sequence, bytes, refused });
    session.changed('registerFeed.changed', [fileId]);
    return { name, outcome: 'refused', sequence, fileId, refused, counts: null };
  };
  const owner = readOwner(session.db).enterpriseNumber;
  if (owner === null) return ok(refuse(refusal('ownerMissing').refused));
  if (pair.file?.odd === true || pair.voucher?.odd === true)
    return ok(refuse(refusal('notOrdinary').refused));
  if (pair.voucher === null) return ok(refuse(refusal('voucherMissing').refused));
  const voucher = await readVoucherOf(taking, pair.voucher);
  if (!voucher.ok) return voucher;
  if ('refused' in voucher.value) return ok(refuse(voucher.value.refused));
  const said = voucher.value.voucher;
  const sequence = said.sequence;
  if (said.receiver !== owner)
    return ok(
      refuse(refusal('receiverNotOurs', { expected: owner, found: said.receiver }).refused, sequence),
    );
  const named = readFeedName(name);
  if (said.fileName !== name || named?.receiver !== owner)
    return ok(refuse(refusal('nameMismatch', { expected: said.fileName, found: name }).refused, sequence));
  if (named.sequence !== sequence)
    return ok(
      refuse(
        refusal('sequenceMismatch', { expected: `${sequence}`, found: `${named.sequence}` }).refused,
        sequence,
      ),
    );
  const turn = turnOf(session, said);
  if (turn === 'duplicate')
    return ok({
      name,
      outcome: 'duplicate',
      sequence,
      fileId: fileOfSequence(session.db, sequence)?.id ?? null,
      refused: null,
      counts: null,
    });
  if (turn !== null) return ok(refuse(refusal(turn).refused, sequence));
  if (pair.file === null) return ok(refuse(refusal('fileMissing').refused, sequence));
  if (pair.file.bytes > mostFileBytes) return ok(refuse(refusal('tooLarge').refused, sequence));
  const staged = await stage(taking, name, pair.file, said);
  if (!staged.ok) return staged;
  if ('refused' in staged.value) return ok(refuse(staged.value.refused, sequence));
  session.changed('registerFeed.changed', [staged.value.fileId]);
  return ok({ name, outcome: 'held', sequence, fileId: staged.value.fileId, refused: null, counts: null });
}

async function readVoucherOf(
  { thread, run }: Taking,
  file: GivenFile,
): Promise<Result<{ voucher: Voucher } | { refused: FeedRefused }>> {
  const bytes = await file.read();
  if (!bytes.ok) return ok(refusal('unreadable'));
  return thread.run('registerFeed.voucher', { bytes: bytes.value }, { signal: run.signal });
}

/** Whether the file may be read at all: the same number again says nothing, unless it is another file. F3 */
function turnOf(
  { db }: Session,
  { sequence, sha256 }: Voucher,
): 'duplicate' | 'otherContent' | 'tooFarAhead' | 'beyondReach' | null {
  const known = fileOfSequence(db, sequence);
  if (known !== null) return known.sha256 === sha256 ? 'duplicate' : 'otherContent';
  const last = lastDone(db);
  if (sequence <= last) return 'duplicate';
  // Where nothing came before, the feed may begin at any number, which somebody names then.
  if (last > 0 && sequence > last + mostAhead) return 'beyondReach';
  return sequence > last + 1 && stagedSequences(db).length >= mostHeld ? 'tooFarAhead' : null;
}

async function stage(
  { session, thread, origin, run }: Taking,
  name: string,
  file: GivenFile,
  voucher: Voucher,
): Promise<Result<{ fileId: string } | { refused: FeedRefused }>> {
  const bytes = await file.read();
  if (!bytes.ok) return ok(refusal('unreadable'));
  const blocks: Uint8Array[] = [];
  const environment = environmentLetter(session.environment.kind);
  const checked = await thread.run(
    'registerFeed.check',
    { name, bytes: bytes.value, voucher, environment },
    {
      signal: run.signal,
      maxMs: longestCheckMs,
      onPart: (part) => blocks.push(part as Uint8Array),
      onProgress: (done, total) => run.progress(done, total),
    },
  );
  if (!checked.ok) return checked.failure.code === 'tooLarge' ? ok(refusal('tooLarge')) : checked;
  if ('refused' in checked.value) return ok(checked.value);
  const { header, records, repeated } = checked.value;
  const before = senderOf(session.db) ?? header.sender;
  if (before !== header.sender)
    return ok(refusal('senderChanged', { expected: before, found: header.sender }));
  const fileId = session.ids.newId();
  const staging = {
    ...{
      id: fileId,
      name,
      sequence: voucher.sequence,
      sender: header.sender,
      sha256: voucher.sha256,
      origin,
    },
    ...{ referenceDate: header.referenceDate, createdAt: header.createdAt },
    ...{ bytes: voucher.bytes, records, repeated, takenAt: session.clock.now().toISOString() },
  };
  const kept = await putAway(session, staging, blocks, run.signal);
  return kept.ok ? ok({ fileId }) : kept;
}
