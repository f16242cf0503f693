// Plannings that were opened and not kept yet: their bytes and what was read of them stay in memory and are gone when the app
// closes. At most a few at a time, each for the window that opened it.
import type { ImportPreview } from '../../preload/contract/employer-import.ts';
import { mostImportBytes } from '../../preload/contract/employer-import.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PlanningField } from '../../preload/rules/planning/planning-fields.ts';
import { employerIsThere } from '../employers/employer-store.ts';
import type { Session } from '../platform/session.ts';
import type { CsvChoice } from '../platform/tables/read-csv.ts';
import { runInWorker } from '../platform/workers.ts';
import type { PlanningFile, PlanningLook, SheetChoice } from './look-planning.ts';
import type { PlanningPart, ShownRow } from './read-planning.ts';
import type { PackedNames, PlanningSums, RowFix } from './row-reader.ts';

/** What the file says, and what is made of it with the rows that a person changed. */
export type ReadList = {
  fields: (PlanningField | null)[];
  names: PackedNames;
  /** As the file was read: nothing of it changes. */
  file: { sums: PlanningSums; parts: PlanningPart[]; refused: ShownRow[] };
  sums: PlanningSums;
  /** The rows that were refused at first, as they stand now. */
  shown: ShownRow[];
  /** What those rows give now. */
  added: Pick<PlanningPart, 'stays' | 'numbers'>;
  stays: number;
};

export type OpenedPlanning = PlanningFile & {
  importId: string;
  windowId: string;
  employerId: string;
  name: string;
  look: PlanningLook;
  chosen: (SheetChoice & { headings: string[] }) | null;
  read: ReadList | null;
  /** By the line of a row. */
  fixes: ReadonlyMap<number, RowFix>;
  /** Set once it was kept; its stays are let go of then. */
  kept: { planningId: string; doneAt: string } | null;
};

export type OpenedPlannings = {
  open(windowId: string, selectionId: string, employerId: string): Promise<Result<ImportPreview>>;
  reread(windowId: string, importId: string, choice: CsvChoice): Promise<Result<ImportPreview>>;
  /** For the window that opened it only; to another it is not there. */
  get(windowId: string, importId: string): OpenedPlanning | null;
  change(importId: string, change: Partial<OpenedPlanning>): void;
  forget(windowId: string, importId: string): void;
  /** What changes a list comes one after the other; whoever looks at it waits for what was asked before. */
  inTurn<T>(importId: string, work: () => T | Promise<T>): Promise<T>;
};

const mostOpened = 3;
/** A workbook of 50,000 rows takes some 200 MiB. */
export const planningHeapMb = 400;

/** Failures of opening: notFound (no such employer), those of the selection and of reading a table. */
export function openedPlannings(session: Session): OpenedPlannings {
  const opened = new Map<string, OpenedPlanning>();
  const look = async (file: PlanningFile): Promise<Result<PlanningLook>> => {
    const run = await runInWorker('planning.look', file, { maxHeapMb: planningHeapMb });
    return run.ok ? run.value : run;
  };
  const get: OpenedPlannings['get'] = (windowId, importId) => {
    const file = opened.get(importId);
    return file?.windowId === windowId ? file : null;
  };
  const turns = new Map<string, Promise<unknown>>();
  return {
    inTurn(importId, work) {
      const mine = (turns.get(importId) ?? Promise.resolve()).then(work, work);
      const settled = mine.then(
        () => undefined,
        () => undefined,
      );
      turns.set(importId, settled);
      void settled.then(() => {
        if (turns.get(importId) === settled) turns.delete(importId);
      });
      return mine;
    },
    async open(windowId, selectionId, employerId) {
      if (!employerIsThere(session.db, employerId)) return fail('notFound');
      const selected = await session.host.readSelection(windowId, selectionId, mostImportBytes);
      if (!selected.ok) return selected;
      const { name, bytes } = selected.value;
      const seen = await look({ bytes, choice: {} });
      if (!seen.ok) return seen;
      const importId = session.ids.newId();
      const file: OpenedPlanning = {
        ...{ importId, windowId, employerId, name, bytes, choice: {}, look: seen.value },
        ...{ chosen: null, read: null, fixes: new Map(), kept: null },
      };
      opened.set(importId, file);
      for (const id of [...opened.keys()].slice(0, -mostOpened)) opened.delete(id);
      return ok(previewOf(file));
    },
    async reread(windowId, importId, choice) {
      const file = get(windowId, importId);
      if (file === null || file.kept !== null) return fail('selectionExpired');
      const seen = await look({ bytes: file.bytes, choice });
      if (!seen.ok) return seen;
      const unread = { chosen: null, read: null, fixes: new Map<number, RowFix>() };
      const again: OpenedPlanning = { ...file, ...unread, choice, look: seen.value };
      opened.set(importId, again);
      return ok(previewOf(again));
    },
    get,
    change(importId, change) {
      const file = opened.get(importId);
      if (file !== undefined) opened.set(importId, { ...file, ...change });
    },
    forget(windowId, importId) {
      if (get(windowId, importId) !== null) opened.delete(importId);
    },
  };
}

function previewOf({ importId, name, bytes, look }: OpenedPlanning): ImportPreview {
  const { columns: _, ...shown } = look;
  return { importId, name, bytes: bytes.length, ...shown, doneBefore: null };
}
