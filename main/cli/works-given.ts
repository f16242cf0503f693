// What `works add` and `works read` are given: a number, an address, or a picture or PDF with the official code; `-` is
// standard input.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CallOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { formatWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { type Context, text } from './command.ts';

export type Read = CallOutput<'worksDeclaration.read'>;

/** One for a text, one a code for a picture. Failures: invalidInput, and those of `worksCode.readFile`. */
export async function readGiven(context: Context): Promise<Result<Read[]>> {
  const { app, values, words } = context;
  const picture = text(values, 'picture');
  const [typed] = words;
  if ((typed === undefined) === (picture === undefined))
    return fail('invalidInput', { details: { fields: 'NUMBER --picture' } });
  if (picture !== undefined) return picture === '-' ? fromInput(context) : fromFile(context, picture);
  const read = await app.call('worksDeclaration.read', {
    text: typed === '-' ? await context.readInput() : (typed ?? ''),
  });
  return read.ok ? ok([read.value]) : read;
}

async function fromFile({ app, newId }: Context, path: string): Promise<Result<Read[]>> {
  const selectionId = newId();
  const files = { read: [{ selectionId, path: resolve(path) }] };
  const found = await app.call('worksCode.readFile', { selectionId }, files);
  return found.ok ? ok(found.value.codes.map(({ read }) => read)) : found;
}

/** A call reads a file by its name: what comes in is put aside for it, for this person only, and taken away again. */
async function fromInput(context: Context): Promise<Result<Read[]>> {
  if (context.readBytes === undefined) return fail('notSupportedHere');
  const folder = await mkdtemp(join(tmpdir(), 'sociodesk-'));
  try {
    const path = join(folder, 'picture');
    await writeFile(path, await context.readBytes(), { mode: 0o600 });
    return await fromFile(context, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A sentence for each; where no code was found, the one that says so. */
export const readSentences = ({ t }: Context, all: readonly Read[]): string[] =>
  all.length === 0
    ? [t('presences:read.noCode')]
    : all.map((read) =>
        t(`presences:read.${sentenceOf(read)}`, {
          reference: 'reference' in read ? formatWorksReference(read.reference) : '',
          references: 'references' in read ? read.references.map(formatWorksReference).join(', ') : '',
          host: read.kind === 'foreign' ? read.host : '',
          letters: read.kind === 'wrongLetters' ? read.letters.join(', ') : '',
          suggestion: read.kind === 'wrongLetters' ? formatWorksReference(read.suggestion) : '',
          length: read.kind === 'wrongLength' ? read.length : 0,
        }),
      );

function sentenceOf(read: Read): string {
  if (read.kind === 'foreign') return `foreign.${read.why}`;
  return read.kind === 'otherCode' ? `otherCode.${read.what}` : read.kind;
}
