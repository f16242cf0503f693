// A file that somebody saves stands under its name whole or not at all: written beside, then put in its place.
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';

type Saved = Result<{ name: string }>;

/** In place of what stood there, which stays where the disk is full. Readable by its owner only. Failures: diskFull, notWritable. */
export const writeWhole = (path: string, bytes: Uint8Array): Promise<Saved> =>
  beside(dirname(path), bytes, async (half) => {
    await rename(half, path);
    return ok({ name: basename(path).slice(0, 255) });
  });

/** Under the first of `names` that nothing bears; never in place of something. Failures: alreadyExists, diskFull, notWritable. */
export const writeUnderFreeName = (
  folder: string,
  names: Iterable<string>,
  bytes: Uint8Array,
): Promise<Saved> =>
  beside(folder, bytes, async (half) => {
    for (const name of names) if (await putWhereFree(half, join(folder, name))) return ok({ name });
    return fail('alreadyExists');
  });

async function beside(
  folder: string,
  bytes: Uint8Array,
  put: (half: string) => Promise<Saved>,
): Promise<Saved> {
  const half = join(folder, `.sociodesk-${randomUUID()}.half`);
  try {
    // Ours alone: a link that somebody laid there is not followed.
    const file = await open(half, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return await put(half);
  } catch (error) {
    return fail(codeOf(error) === 'ENOSPC' ? 'diskFull' : 'notWritable');
  } finally {
    await rm(half, { force: true });
  }
}

async function putWhereFree(half: string, path: string): Promise<boolean> {
  try {
    await link(half, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
  }
  // A disk without hard links (a memory stick, a share): copied, and never over something.
  try {
    await copyFile(half, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    await rm(path, { force: true });
    throw error;
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | null)?.code;
