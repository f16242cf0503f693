// Looks whether an archive is still what was saved: every answer in the JSON against its hash, every file that lies beside it
// against the hash that the JSON names. Pure: files in, findings out.
import { z } from 'zod';
import { hashOf } from './answer-store.ts';
import { archiveFormat } from './archive-json.ts';

const text = z.string();
const answerSchema = z.looseObject({ part: text, source: text, readAt: text, body: text, hash: text });
const archiveSchema = z.looseObject({
  format: z.literal(archiveFormat),
  madeAt: text,
  employer: z.looseObject({ name: text, enterpriseNumber: text }),
  employees: z.array(answerSchema),
  evidence: z.array(z.looseObject({ name: text, hash: text })),
  files: z.array(z.looseObject({ name: text, sha256: text })).default([]),
  workerYears: z.array(
    z.looseObject({
      year: z.int(),
      answeredAt: text.nullable(),
      answerHash: text.nullable(),
      answers: z.array(answerSchema),
    }),
  ),
});

export type ArchiveFile = { name: string; bytes: Uint8Array };
/**
 * `answerChanged`: an answer is not what was read; `yearChanged`: the answers of a worker-year are not those that were kept;
 * `fileChanged`, `fileMissing`: a file beside it; `originalMissing`: a file that was taken in lies in no file of the folder.
 */
export type ArchiveProblem = {
  kind: 'answerChanged' | 'yearChanged' | 'fileChanged' | 'fileMissing' | 'originalMissing';
  /** Position of the worker-year, from 1, or the name of the file: never a number of a person. */
  where: string;
};
export type VerifiedArchive = {
  name: string;
  sha256: string;
  employer: string;
  madeAt: string;
  answers: number;
  files: number;
  problems: ArchiveProblem[];
};

/** One entry for each archive among the files; what is no archive of ours is left aside. */
export function verifyArchives(files: readonly ArchiveFile[]): VerifiedArchive[] {
  const byHash = new Map(files.map((file) => [hashOf(file.bytes), file]));
  const byName = new Map(files.map((file) => [file.name, file]));
  return files.flatMap((file) => {
    if (!file.name.toLowerCase().endsWith('.json')) return [];
    const archive = parsed(file.bytes);
    if (archive === null) return [];
    const problems: ArchiveProblem[] = [];
    let answers = 0;
    const changed = (answer: z.infer<typeof answerSchema>): boolean => {
      answers += 1;
      return hashOf(answer.body) !== answer.hash;
    };
    if (archive.employees.some(changed)) problems.push({ kind: 'answerChanged', where: '0' });
    for (const [at, year] of archive.workerYears.entries()) {
      const where = String(at + 1);
      if (year.answers.filter(changed).length > 0) problems.push({ kind: 'answerChanged', where });
      else if (!agrees(year)) problems.push({ kind: 'yearChanged', where });
    }
    for (const { name, sha256 } of archive.files) {
      const beside = byName.get(name);
      if (beside === undefined && !byHash.has(sha256)) problems.push({ kind: 'fileMissing', where: name });
      else if (beside !== undefined && hashOf(beside.bytes) !== sha256)
        problems.push({ kind: 'fileChanged', where: name });
    }
    // A JSON that was saved alone has no originals with it: then there is nothing to miss.
    if (archive.files.length > 0)
      for (const { name, hash } of archive.evidence)
        if (!byHash.has(hash)) problems.push({ kind: 'originalMissing', where: name });
    return [
      {
        name: file.name,
        sha256: hashOf(file.bytes),
        employer: archive.employer.name,
        madeAt: archive.madeAt,
        answers,
        files: archive.files.length,
        problems,
      },
    ];
  });
}

function parsed(bytes: Uint8Array): z.infer<typeof archiveSchema> | null {
  try {
    const read = archiveSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The hash of a worker-year is made of those of its answers at one reading, or is that of a list (`ask-year`, `keep-list`). */
function agrees({
  answerHash,
  answers,
}: Pick<z.infer<typeof archiveSchema>['workerYears'][number], 'answerHash' | 'answers'>): boolean {
  if (answerHash === null) return true;
  if (answers.some(({ source, hash }) => source === 'list' && hash === answerHash)) return true;
  const readings = new Map<string, string[]>();
  for (const { source, readAt, part, hash } of answers)
    if (source === 'api') readings.set(readAt, [...(readings.get(readAt) ?? []), `${part} ${hash}`]);
  return [...readings.values()].some((hashes) => hashOf(hashes.join('\n')) === answerHash);
}
