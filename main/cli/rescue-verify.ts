// `rescue verify FOLDER`: whether an archive that was saved is still what it was. Needs no profile, so that anybody can do it
// years later; the hash of the JSON is that of the history and of the receipt of saving.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import unzipper from 'unzipper';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { type ArchiveFile, type VerifiedArchive, verifyArchives } from '../rescue/verify-archive.ts';
import type { Command, Context, Outcome } from './command.ts';

/** Far above any archive: whoever names the wrong folder is told, not kept waiting. */
const mostFiles = 20_000;
const mostBytes = 2_000_000_000;

export const rescueVerifyCommands: readonly Command[] = [
  {
    noun: 'rescue',
    verb: 'verify',
    usage: 'FOLDER|FILE.zip',
    options: {},
    words: 1,
    withoutProfile: true,
    run: verify,
  },
];

/** Exit 2 where anything is not what was saved; failure notFound where no archive lies there. */
async function verify({ words, t }: Context): Promise<Outcome> {
  const files = await filesIn(resolve(words[0] ?? ''));
  if (!files.ok) return { result: files };
  const archives = verifyArchives(files.value);
  if (archives.length === 0) return { result: fail('notFound') };
  const changed = archives.some(({ problems }) => problems.length > 0);
  return {
    result: ok({ archives }),
    lines: archives.flatMap((archive) => linesOf(t, archive)),
    exit: changed ? 2 : 0,
  };
}

function linesOf(t: Context['t'], archive: VerifiedArchive): string[] {
  const { name, employer, answers, files, sha256, problems } = archive;
  return [
    t(problems.length === 0 ? 'rescue.verified' : 'rescue.verifiedChanged', {
      name,
      employer,
      answers,
      files,
    }),
    t('rescue.verifiedHash', { hash: sha256 }),
    ...problems.map(({ kind, where }) => t(`rescue.problem.${kind}`, { where })),
  ];
}

async function filesIn(path: string): Promise<Result<ArchiveFile[]>> {
  try {
    return ok(statSync(path).isDirectory() ? folderFiles(path) : await zipFiles(path));
  } catch {
    return fail('fileUnreadable');
  }
}

function folderFiles(folder: string): ArchiveFile[] {
  const files: ArchiveFile[] = [];
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    bytes += statSync(path).size;
    if (files.length >= mostFiles || bytes > mostBytes) throw new Error('too large');
    files.push({ name: relative(folder, path).split(sep).join('/'), bytes: readFileSync(path) });
  }
  return files;
}

/** The archive as it was saved, not unpacked. */
async function zipFiles(path: string): Promise<ArchiveFile[]> {
  if (statSync(path).size > mostBytes) throw new Error('too large');
  const directory = await unzipper.Open.buffer(readFileSync(path));
  if (directory.files.length > mostFiles) throw new Error('too large');
  return Promise.all(
    directory.files.map(async (file) => ({ name: file.path, bytes: new Uint8Array(await file.buffer()) })),
  );
}
