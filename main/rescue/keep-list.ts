// Takes a list into the archive: each worker-year gets what the list says of it, and the file itself is kept byte for byte.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import { recordAct } from '../history/record-act.ts';
import type { Session } from '../platform/session.ts';
import type { Steps } from '../platform/slices.ts';
import { toWire, type WireTraining } from '../training/fla-wire.ts';
import { addAnswer, addEvidence, hashOf } from './answer-store.ts';
import { type Fixes, judgeLines } from './judge-lines.ts';
import { type KnownSheet, saidBy } from './list-file.ts';
import { addRegisterLines } from './list-workers.ts';
import { personOf, yearsByHand } from './manual.ts';
import { addYear, findYear, setManual, setYear, yearsOf } from './rescue-store.ts';

export type Taken = HandlerOutput<'rescue.takeFile'>;
export type Chosen = { name: string; bytes: Uint8Array; hash: string };
export type About = { employerId: string; yearId: string | null };

/** Keeps the file itself, byte for byte; it says nothing of a worker-year by that alone. */
export function keepOriginal(session: Session, { employerId, yearId }: About, file: Chosen): void {
  addEvidence(session.db, {
    id: session.ids.newId(),
    employerId,
    yearId,
    name: file.name,
    takenAt: session.clock.now().toISOString(),
    bytes: file.bytes.length,
    hash: file.hash,
    content: file.bytes,
  });
}

export function noteFile(
  session: Session,
  employerId: string,
  { name, bytes, hash }: Chosen,
  more: Readonly<Record<string, string | number>>,
): void {
  recordAct(session, {
    employerId,
    kind: 'rescue.fileTaken',
    subject: { kind: 'employer', id: employerId },
    summary: name,
    payload: { name, bytes: bytes.length, sha256: hash, ...more },
  });
}

/** Failure notFound: no such worker-year at this employer. */
export function* keepList(
  session: Session,
  about: About,
  file: Chosen,
  sheet: KnownSheet,
  fixes: Fixes,
): Steps<Result<Taken>> {
  const { db, ids } = session;
  const { employerId, yearId } = about;
  const readAt = session.clock.now().toISOString();
  yield* addRegisterLines(session, employerId, yearsByHand(session));
  const only = yearId === null ? null : findYear(db, yearId);
  if (yearId !== null && only?.employerId !== employerId) return fail('notFound');
  const judged = yield* judgeLines(db, employerId, sheet, fixes, only);
  const said = saidBy(sheet.fields);
  const sets = new Map<string, WireTraining[]>();
  const refused: Taken['refused'] = [];
  let taken = 0;
  for (const { line, reason, worker, year, fields, externalReference } of judged) {
    if (reason !== null || worker === null || year === null) {
      if (refused.length < 500) refused.push({ line, reason: reason ?? 'workerUnknown' });
      continue;
    }
    const place = `${worker.id} ${year}`;
    const set = sets.get(place) ?? [];
    const reference = externalReference === '' ? madeReference(fields, set.length) : externalReference;
    if (!set.some((one) => one.externalReference === reference)) set.push(toWire(fields, reference));
    sets.set(place, set);
    taken += 1;
  }
  if (taken > 0) {
    for (const place of sets.keys()) {
      const [rescueWorkerId = '', year = ''] = place.split(' ');
      addYear(db, { id: ids.newId(), employerId, rescueWorkerId, year: Number(year) });
    }
    const mended = [...fixes].flatMap(([line, cells]) =>
      Object.entries(cells).map(([field, to]) => ({ line, field, to })),
    );
    for (const year of yearsOf(db, employerId)) {
      const items = sets.get(`${year.rescueWorkerId} ${year.year}`);
      if (items === undefined) continue;
      const body = JSON.stringify({
        file: file.name,
        fileSha256: file.hash,
        said,
        items,
        ...(mended.length > 0 ? { mended: mended.length } : {}),
      });
      const hash = hashOf(body);
      addAnswer(db, {
        id: ids.newId(),
        employerId,
        yearId: year.id,
        part: 'trainings',
        source: 'list',
        readAt,
        body,
        hash,
      });
      // What the service itself answered is never put in the shade by a list.
      if (year.state !== 'found' && year.state !== 'empty')
        setYear(db, year.id, { state: 'found', at: readAt, hash, records: items.length });
      setManual(db, [year.id], 'saved', personOf(session));
      yield;
    }
    keepOriginal(session, about, file);
    noteFile(session, employerId, file, {
      kind: 'list',
      rows: judged.length,
      taken,
      workerYears: sets.size,
      mended: mended.length,
    });
  }
  const { name, hash } = file;
  return ok({ kind: 'list', name, hash, rows: judged.length, taken, years: sets.size, refused });
}

/** A reference for a row that has none: the same row of the same list gets the same. */
const madeReference = ({ title, startDate, endDate }: TrainingFields, at: number): string =>
  `list-${hashOf(`${title.trim()}|${startDate}|${endDate}|${at}`).slice(0, 24)}`;
