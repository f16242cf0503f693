// An archive with something changed in it, as somebody might do years later.
import { type ArchiveFile, verifyArchives } from '../../../main/rescue/verify-archive.ts';

/** The text of a file after the change, each byte a sign of its own; null takes the file away. */
export type Change = (name: string, text: string) => string | null;

export const problemsAfter = (files: readonly ArchiveFile[], change: Change): string[] | undefined =>
  verifyArchives(
    files.flatMap(({ name, bytes }) => {
      const changed = change(name, Buffer.from(bytes).toString('latin1'));
      return changed === null ? [] : [{ name, bytes: Buffer.from(changed, 'latin1') }];
    }),
  )[0]?.problems.map(({ kind }) => kind);

/** One answer of a worker-year taken out, with its hash. */
export const withoutAnswer: Change = (name, text) => {
  if (!name.endsWith('.json')) return text;
  const archive = JSON.parse(Buffer.from(text, 'latin1').toString('utf8')) as {
    workerYears: { answers: { part: string }[] }[];
  };
  archive.workerYears[3]?.answers.pop();
  return Buffer.from(JSON.stringify(archive), 'utf8').toString('latin1');
};
