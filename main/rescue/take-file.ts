// Files that a person saved in the official application: lists are read and compared, everything is kept as it came.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { attemptInSlices, type Steps } from '../platform/slices.ts';
import { hashOf } from './answer-store.ts';
import { type About, type Chosen, keepList, keepOriginal, noteFile, type Taken } from './keep-list.ts';
import { missingColumn, readListFile } from './list-file.ts';
import { addRegisterLines } from './list-workers.ts';
import { personOf, yearsByHand } from './manual.ts';
import { findYear, setManual } from './rescue-store.ts';

export const mostBytes = 20_000_000;
const pdfMark = '%PDF-';
/** First bytes of pictures and other documents as they are saved or photographed: nothing is read out of them. */
const documents: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x52, 0x49, 0x46, 0x46],
];

/** A document: kept as evidence. Anything else is looked at as a list. */
export function isDocument(bytes: Uint8Array): boolean {
  if (Buffer.from(bytes.subarray(0, 1_024)).toString('latin1').includes(pdfMark)) return true;
  const heic = Buffer.from(bytes.subarray(4, 12)).toString('latin1').startsWith('ftyp');
  return heic || documents.some((mark) => mark.every((byte, at) => bytes[at] === byte));
}

/** Failures: those of the selection. */
export async function chosenFile(
  session: Session,
  windowId: string,
  selectionId: string,
): Promise<Result<Chosen>> {
  const chosen = await session.host.readSelection(windowId, selectionId, mostBytes);
  if (!chosen.ok) return chosen;
  const { name, bytes } = chosen.value;
  return ok({ name: name.slice(0, 255), bytes, hash: hashOf(bytes) });
}

/** Without a look before. Failures: those of the selection and of reading; notFound; fileUnreadable (`details.missing`). */
export async function takeFile(
  session: Session,
  windowId: string,
  { selectionId, ...about }: HandlerInput<'rescue.takeFile'>,
): Promise<Result<Taken>> {
  const file = await chosenFile(session, windowId, selectionId);
  if (!file.ok) return file;
  const taken = isDocument(file.value.bytes)
    ? await keepDocument(session, about, file.value)
    : await takeList(session, about, file.value);
  session.changed('rescue.changed', [about.employerId]);
  return taken;
}

async function takeList(session: Session, about: About, file: Chosen): Promise<Result<Taken>> {
  const sheet = await readListFile(file.bytes);
  if (!sheet.ok) return sheet;
  const missing = missingColumn(sheet.value.fields, about.yearId !== null);
  if (missing !== null) return fail('fileUnreadable', { details: { missing } });
  return attemptInSlices(session.db, keepList(session, about, file, sheet.value, new Map()));
}

/** Failure notFound: no such worker-year at this employer. */
export function keepDocument(session: Session, about: About, file: Chosen): Promise<Result<Taken>> {
  const { employerId, yearId } = about;
  function* keeping(): Steps<Result<Taken>> {
    yield* addRegisterLines(session, employerId, yearsByHand(session));
    if (yearId !== null && findYear(session.db, yearId)?.employerId !== employerId) return fail('notFound');
    keepOriginal(session, about, file);
    if (yearId !== null) setManual(session.db, [yearId], 'saved', personOf(session));
    noteFile(session, employerId, file, { kind: 'evidence', taken: 1 });
    const { name, hash } = file;
    return ok({ kind: 'evidence', name, hash, rows: 0, taken: 0, years: 0, refused: [] });
  }
  return attemptInSlices(session.db, keeping());
}
