// Files that a person saved in the official application: lists are read and compared, documents kept as evidence.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { firstRescueYear, lastRescueYear } from '../../preload/contract/rescue.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import {
  guessTrainingColumns,
  knownTrainingHeadings,
  type TrainingImportField,
} from '../../preload/rules/training/import-fields.ts';
import { readImportRow } from '../../preload/rules/training/import-row.ts';
import { recordAct } from '../history/record-act.ts';
import { workerIdByInsz } from '../people/worker-store.ts';
import type { Session } from '../platform/session.ts';
import { attemptInSlices, type Steps } from '../platform/slices.ts';
import type { TableSheet } from '../platform/tables/table.ts';
import { runInWorker } from '../platform/workers.ts';
import { toWire, type WireTraining } from '../training/fla-wire.ts';
import { addAnswer, addEvidence, hashOf } from './answer-store.ts';
import { addRegisterLines } from './list-workers.ts';
import { yearsByHand } from './manual.ts';
import { addYear, findYear, knownWorkers, setManual, setYear, yearsOf } from './rescue-store.ts';

type Taken = HandlerOutput<'rescue.takeFile'>;
type Input = HandlerInput<'rescue.takeFile'>;

const mostBytes = 20_000_000;
const limits = { rows: 20_000, columns: 100, unpackedBytes: 100_000_000, cell: 2_500 };
const heapMb = 320;
const pdfMark = '%PDF-';

/** Failures: those of the selection and of `readTable`; notFound; fileUnreadable (`details.missing`). */
export async function takeFile(session: Session, windowId: string, input: Input): Promise<Result<Taken>> {
  const chosen = await session.host.readSelection(windowId, input.selectionId, mostBytes);
  if (!chosen.ok) return chosen;
  const { name, bytes } = chosen.value;
  const hash = hashOf(bytes);
  const isPdf = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1').includes(pdfMark);
  const taken = isPdf
    ? await keepEvidence(session, input, { name: name.slice(0, 255), bytes, hash })
    : await readList(session, input, { name: name.slice(0, 255), bytes, hash });
  session.changed('rescue.changed', [input.employerId]);
  return taken;
}

type Chosen = { name: string; bytes: Uint8Array; hash: string };

function keepEvidence(session: Session, { employerId, yearId }: Input, file: Chosen): Promise<Result<Taken>> {
  function* keeping(): Steps<Result<Taken>> {
    yield* addRegisterLines(session, employerId, yearsByHand(session));
    if (yearId !== null && findYear(session.db, yearId)?.employerId !== employerId) return fail('notFound');
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
    if (yearId !== null) setManual(session.db, [yearId], 'saved');
    note(session, employerId, file, { kind: 'evidence', taken: 1 });
    return ok({
      kind: 'evidence',
      name: file.name,
      hash: file.hash,
      rows: 0,
      taken: 0,
      years: 0,
      refused: [],
    });
  }
  return attemptInSlices(session.db, keeping());
}

function note(
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

async function readList(session: Session, input: Input, file: Chosen): Promise<Result<Taken>> {
  const run = await runInWorker(
    'table.read',
    { bytes: file.bytes, choice: {}, limits },
    { maxHeapMb: heapMb },
  );
  if (!run.ok) return run;
  if (!run.value.ok) return run.value;
  const sheet = bestSheet(run.value.value.sheets);
  if (sheet === null) return fail('fileUnreadable', { details: { missing: 'title' } });
  const has = (field: TrainingImportField): boolean => sheet.fields.includes(field);
  if (!has('title')) return fail('fileUnreadable', { details: { missing: 'title' } });
  if (!has('insz') && input.yearId === null) return fail('fileUnreadable', { details: { missing: 'insz' } });
  return attemptInSlices(session.db, keepList(session, input, file, sheet));
}

type KnownSheet = { rows: TableSheet['rows']; fields: (TrainingImportField | null)[] };

/** The sheet and line whose headings say most to us; rows under it. */
function bestSheet(sheets: readonly TableSheet[]): KnownSheet | null {
  let best: KnownSheet | null = null;
  let most = 1;
  for (const sheet of sheets)
    for (const [at, { cells }] of sheet.rows.slice(0, 20).entries()) {
      const known = knownTrainingHeadings(cells);
      if (known <= most) continue;
      most = known;
      best = {
        rows: sheet.rows.slice(at + 1),
        fields: guessTrainingColumns(cells).map(({ field }) => field),
      };
    }
  return best;
}

/** What a list with these columns speaks of. */
function saidBy(fields: readonly (TrainingImportField | null)[]): (keyof TrainingFields)[] {
  const inRegister: Partial<Record<TrainingImportField, keyof TrainingFields>> = {
    duration: 'durationMinutes',
    deducted: 'deductedMinutes',
    cost: 'costCents',
  };
  const apart = new Set<TrainingImportField>(['enterpriseNumber', 'insz', 'workerName', 'externalReference']);
  return fields.flatMap((field) =>
    field === null || apart.has(field) ? [] : [inRegister[field] ?? (field as keyof TrainingFields)],
  );
}

function* keepList(
  session: Session,
  { employerId, yearId }: Input,
  file: Chosen,
  { rows, fields }: KnownSheet,
): Steps<Result<Taken>> {
  const { db, ids } = session;
  const readAt = session.clock.now().toISOString();
  const refused: Taken['refused'] = [];
  yield* addRegisterLines(session, employerId, yearsByHand(session));
  const only = yearId === null ? null : findYear(db, yearId);
  if (yearId !== null && only?.employerId !== employerId) return fail('notFound');
  const said = saidBy(fields);
  const sets = new Map<string, WireTraining[]>();
  const workers = new Map(
    knownWorkers(db, employerId).map((worker) => [worker.workerId ?? worker.insz, worker.id]),
  );
  let taken = 0;
  for (const { line, cells } of rows) {
    yield;
    const row = readImportRow((field) => {
      const at = fields.indexOf(field);
      return at < 0 ? '' : (cells[at] ?? '');
    });
    const refuse = (reason: Taken['refused'][number]['reason']): void => {
      if (refused.length < 500) refused.push({ line, reason });
    };
    const unreadable = row.findings.some(({ field }) => field === 'startDate' || field === 'endDate');
    const insz = row.insz ?? only?.insz ?? null;
    const own = insz === null ? null : workerIdByInsz(db, employerId, insz);
    const rescueWorkerId = insz === null ? undefined : (workers.get(own ?? insz) ?? workers.get(insz));
    const year = row.fields.startDate === null ? only?.year : Number(row.fields.startDate.slice(0, 4));
    if (rescueWorkerId === undefined) refuse('workerUnknown');
    else if (row.fields.title.trim() === '') refuse('titleMissing');
    else if (unreadable) refuse('dateUnreadable');
    else if (year === undefined || year < firstRescueYear || year > lastRescueYear) refuse('yearUnknown');
    else {
      const place = `${rescueWorkerId} ${year}`;
      const set = sets.get(place) ?? [];
      const reference =
        row.externalReference === '' ? madeReference(row.fields, set.length) : row.externalReference;
      if (!set.some((one) => one.externalReference === reference)) set.push(toWire(row.fields, reference));
      sets.set(place, set);
      taken += 1;
    }
  }
  if (taken > 0) {
    for (const place of sets.keys()) {
      const [rescueWorkerId = '', year = ''] = place.split(' ');
      addYear(db, { id: ids.newId(), employerId, rescueWorkerId, year: Number(year) });
    }
    for (const year of yearsOf(db, employerId)) {
      const items = sets.get(`${year.rescueWorkerId} ${year.year}`);
      if (items === undefined) continue;
      const body = JSON.stringify({ file: file.name, fileSha256: file.hash, said, items });
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
      setManual(db, [year.id], 'saved');
      yield;
    }
    note(session, employerId, file, { kind: 'list', rows: rows.length, taken, workerYears: sets.size });
  }
  return ok({
    kind: 'list',
    name: file.name,
    hash: file.hash,
    rows: rows.length,
    taken,
    years: sets.size,
    refused,
  });
}

/** A reference for a row that has none: the same row of the same list gets the same. */
const madeReference = ({ title, startDate, endDate }: TrainingFields, at: number): string =>
  `list-${hashOf(`${title.trim()}|${startDate}|${endDate}|${at}`).slice(0, 24)}`;
