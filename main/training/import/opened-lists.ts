// Files that were opened for an import and not staged yet: their bytes stay in memory, so that another encoding can be tried,
// and are gone when the app closes. At most a few at a time.
import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { mostTrainingBytes, type TrainingList } from '../../../preload/contract/training-import.ts';
import type { Session } from '../../platform/session.ts';
import type { CsvChoice } from '../../platform/tables/read-csv.ts';
import { runInWorker } from '../../platform/workers.ts';
import type { Look } from './list-source.ts';
import { doneBefore } from './list-store.ts';

export type OpenedList = {
  windowId: string;
  name: string;
  bytes: Uint8Array;
  sha256: string;
  kind: 'csv' | 'xlsx';
  choice: CsvChoice;
  /** Rows of each sheet, once somebody looked. */
  rows?: readonly number[];
};
export type OpenedLists = {
  open(windowId: string, selectionId: string): Promise<Result<TrainingList>>;
  /** Each answers for the window that opened the file only; to another it is not there. */
  reread(windowId: string, importId: string, choice: CsvChoice): Promise<Result<TrainingList>>;
  get(windowId: string, importId: string): OpenedList | null;
  forget(windowId: string, importId: string): void;
};

const mostOpened = 3;
const maxHeapMb = 512;

/** Failures: those of the selection (fileTooLarge among them). */
export async function readChosen(
  session: Session,
  windowId: string,
  selectionId: string,
  choice: CsvChoice,
): Promise<Result<OpenedList>> {
  const chosen = await session.host.readSelection(windowId, selectionId, mostTrainingBytes);
  if (!chosen.ok) return chosen;
  const { name, bytes } = chosen.value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kind = bytes[0] === 0x50 && bytes[1] === 0x4b ? 'xlsx' : 'csv';
  return ok({ windowId, name: name.slice(0, 255), bytes, sha256, kind, choice });
}

/** Failures of opening: those of the selection and of `readTable`. */
export function openedLists(session: Session): OpenedLists {
  const opened = new Map<string, OpenedList>();
  const get = (windowId: string, importId: string): OpenedList | null => {
    const list = opened.get(importId);
    return list?.windowId === windowId ? list : null;
  };
  const look = async (importId: string, list: OpenedList): Promise<Result<TrainingList>> => {
    const { bytes, choice } = list;
    const run = await runInWorker('trainingImport.look', { bytes, choice }, { maxHeapMb });
    const seen: Result<Look> = run.ok ? run.value : run;
    if (!seen.ok) return seen;
    opened.delete(importId);
    opened.set(importId, { ...list, rows: seen.value.sheets.map(({ rows }) => rows) });
    for (const id of [...opened.keys()].slice(0, -mostOpened)) opened.delete(id);
    const { name, sha256 } = list;
    return ok({
      ...{ importId, name, bytes: bytes.length, doneBefore: doneBefore(session.db, sha256) },
      ...seen.value,
    });
  };
  return {
    async open(windowId, selectionId) {
      const list = await readChosen(session, windowId, selectionId, {});
      return list.ok ? look(session.ids.newId(), list.value) : list;
    },
    async reread(windowId, importId, choice) {
      const list = get(windowId, importId);
      return list === null ? fail('selectionExpired') : look(importId, { ...list, choice });
    },
    get,
    forget(windowId, importId) {
      if (get(windowId, importId) !== null) opened.delete(importId);
    },
  };
}
