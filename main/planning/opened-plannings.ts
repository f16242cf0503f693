// Plannings that were opened and not kept yet: their bytes and what was read of them stay in memory and are gone when the app
// closes. At most a few at a time, each for the window that opened it.
import type { ImportPreview } from '../../preload/contract/employer-import.ts';
import { mostImportBytes } from '../../preload/contract/employer-import.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { employerIsThere } from '../employers/employer-store.ts';
import type { Session } from '../platform/session.ts';
import type { CsvChoice } from '../platform/tables/read-csv.ts';
import { runInWorker } from '../platform/workers.ts';
import type { PlanningFile, PlanningLook, SheetChoice } from './look-planning.ts';
import type { PlanningPart, PlanningSums, RefusedRow } from './read-planning.ts';

export type ReadList = { sums: PlanningSums; parts: PlanningPart[]; refused: RefusedRow[]; stays: number };

export type OpenedPlanning = PlanningFile & {
  importId: string;
  windowId: string;
  employerId: string;
  name: string;
  look: PlanningLook;
  chosen: (SheetChoice & { headings: string[] }) | null;
  read: ReadList | null;
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
  return {
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
        ...{ chosen: null, read: null, kept: null },
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
      const again: OpenedPlanning = { ...file, choice, look: seen.value, chosen: null, read: null };
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
