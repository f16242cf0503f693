// Looks into the folder in which the files of the feed arrive. A voucher is written last, but a slow copy may bring it first: a pair is
// taken once neither of the two has changed between two looks. Everything stays where it is.
import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { pairFiles, readFeedName } from './feed-names.ts';
import { feedRun } from './feed-run.ts';
import { mostFileBytes } from './feed-values.ts';
import { knownNames, readSetting } from './file-store.ts';
import type { GivenFile } from './take-pair.ts';

/** Milliseconds between two looks, and before the second look at what has just come. */
const everyMs = 10_000;
const settleMs = 1_000;
/** Names of a folder that are looked at; the feed's own are few. */
const mostNames = 5_000;

/** What was seen of a file at the last look. */
type Seen = { size: number; changedAt: number; odd: boolean };
export type FolderLook = {
  /** One look; true: something is still on its way. `now`: a person says that all of it is there, also what was given before. */
  look(now?: boolean): Promise<boolean>;
};

const looks = new WeakMap<Session, FolderLook>();

/** One for each open environment. */
export function folderOf(session: Session): FolderLook {
  const look = looks.get(session) ?? folderLook(session);
  looks.set(session, look);
  return look;
}

export function folderLook(session: Session): FolderLook {
  let seen = new Map<string, Seen>();
  // Those that were given as they are now: refused once, they are not read again until they change.
  const given = new Map<string, string>();
  return {
    async look(now = false) {
      if (now) given.clear();
      const place = readSetting(session.db, 'place');
      if (place === null) return false;
      const names = await namesIn(place);
      if (names === null) return false;
      const known = new Set(knownNames(session.db));
      const there = new Map<string, Seen>();
      for (const name of names) {
        const file = known.has(name.replace('.voucher.xml', '.xml'))
          ? null
          : await seeFile(join(place, name));
        if (file !== null) there.set(name, file);
      }
      const files = [...there].map(([name, file]) => ({ ...file, name }));
      const { pairs } = pairFiles(files);
      const ready = pairs.filter(({ file, voucher }) => file !== null && voucher !== null);
      const settled = ready.filter(
        (pair) =>
          now ||
          [pair.file, pair.voucher].every((file) => file !== null && isSame(seen.get(file.name), file)),
      );
      const fresh = settled.filter((pair) => {
        const facts = JSON.stringify([pair.file, pair.voucher]);
        const changed = given.get(pair.stem) !== facts;
        given.set(pair.stem, facts);
        return changed;
      });
      seen = there;
      const gone = fresh.flatMap(({ file, voucher }) => [file, voucher]).filter((file) => file !== null);
      if (gone.length > 0)
        feedRun(session).give(
          gone.map((file) => givenFile(place, file)),
          'watched',
        );
      return ready.length > settled.length;
    },
  };
}

const isSame = (before: Seen | undefined, { size, changedAt, odd }: Seen): boolean =>
  before?.size === size && before.changedAt === changedAt && before.odd === odd;

const givenFile = (place: string, { name, size: bytes, odd }: Seen & { name: string }): GivenFile => ({
  ...{ name, bytes, odd },
  read: () => readWhole(join(place, name)),
});

/** Opening a pipe would wait for its writer, and a link leads elsewhere. Windows has neither flag. */
const asItIs = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Size and kind are checked on the open handle, so that a swapped file is not read. */
async function readWhole(path: string): Promise<Result<Uint8Array>> {
  try {
    await using handle = await open(path, asItIs);
    const facts = await handle.stat();
    if (!facts.isFile()) return fail('fileUnreadable');
    if (facts.size > mostFileBytes) return fail('fileTooLarge');
    return ok(await handle.readFile());
  } catch {
    return fail('fileUnreadable');
  }
}

/** Null: it cannot be read at this moment, as a share that is away. */
export async function namesIn(place: string): Promise<string[] | null> {
  try {
    const names = await readdir(place);
    return names.filter((name) => readFeedName(name) !== null).slice(0, mostNames);
  } catch {
    return null;
  }
}

async function seeFile(path: string): Promise<Seen | null> {
  try {
    const facts = await lstat(path);
    if (facts.isDirectory()) return null;
    const odd = !facts.isFile();
    return { size: odd ? 0 : facts.size, changedAt: facts.mtimeMs, odd };
  } catch {
    return null;
  }
}

/** Failures: invalidInput (not from the root of the computer), notFound (no folder that can be read). */
export async function checkPlace(place: string): Promise<Result<void>> {
  if (!isAbsolute(place)) return fail('invalidInput', { details: { fields: 'place' } });
  return (await namesIn(place)) === null ? fail('notFound') : ok(undefined);
}

/** Looks now and then as long as the environment is open. The answer ends it. */
export function watchFeed(session: Session): () => void {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const again = (ms: number): void => {
    if (ended) return;
    timer = setTimeout(() => void turn(), ms);
    timer.unref();
  };
  const turn = async (): Promise<void> => {
    let soon = false;
    try {
      soon = await folderOf(session).look();
    } catch (error) {
      // Nobody waits for this: thrown on, it would end the app.
      if (!ended) session.log.error('registerFeed.look', error);
    }
    again(soon ? settleMs : everyMs);
  };
  again(settleMs);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
