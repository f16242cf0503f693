// A look at a list before it is taken in: which column is what, which row belongs to whom, and cells put right. It is kept in
// memory only, for its own window, until it is taken in or left.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingImportField } from '../../preload/rules/training/import-fields.ts';
import type { Session } from '../platform/session.ts';
import { attemptInSlices, inSlices } from '../platform/slices.ts';
import { cellOf, judgeLines } from './judge-lines.ts';
import { type About, type Chosen, keepList, type Taken } from './keep-list.ts';
import { type KnownSheet, missingColumn, readListFile } from './list-file.ts';
import { addRegisterLines } from './list-workers.ts';
import { yearsByHand } from './manual.ts';
import { findYear } from './rescue-store.ts';
import { chosenFile, isDocument, keepDocument } from './take-file.ts';

type Held = {
  windowId: string;
  about: About;
  file: Chosen;
  sheet: KnownSheet;
  fixes: Map<number, Partial<Record<TrainingImportField, string>>>;
};

/** Lists that are looked at and never taken in are forgotten, the oldest first. */
const mostHeld = 3;
/** What a row shows: enough to know it and to put it right. */
const shownFields = ['workerName', 'insz', 'title', 'startDate', 'endDate', 'duration', 'status'] as const;

export type Previews = ReturnType<typeof createPreviews>;

export function createPreviews(session: Session) {
  const held = new Map<string, Held>();
  const find = (windowId: string, previewId: string): Held | null => {
    const found = held.get(previewId);
    return found?.windowId === windowId ? found : null;
  };
  return {
    /** A document is kept at once: there is nothing to look at in it. Failures: those of the selection and of reading. */
    async look(
      windowId: string,
      { selectionId, ...about }: HandlerInput<'rescue.look'>,
    ): Promise<Result<HandlerOutput<'rescue.look'>>> {
      const file = await chosenFile(session, windowId, selectionId);
      if (!file.ok) return file;
      if (isDocument(file.value.bytes)) {
        const taken = await keepDocument(session, about, file.value);
        session.changed('rescue.changed', [about.employerId]);
        return taken.ok ? ok({ previewId: null, taken: taken.value }) : taken;
      }
      const sheet = await readListFile(file.value.bytes);
      if (!sheet.ok) return sheet;
      const [oldest] = held.keys();
      if (held.size >= mostHeld && oldest !== undefined) held.delete(oldest);
      const previewId = session.ids.newId();
      held.set(previewId, { windowId, about, file: file.value, sheet: sheet.value, fixes: new Map() });
      // The lines of the register are there before a row looks for its worker.
      await attemptInSlices(
        session.db,
        (function* () {
          yield* addRegisterLines(session, about.employerId, yearsByHand(session));
          return ok(undefined);
        })(),
      );
      return ok({ previewId, taken: null });
    },
    /** Failure notFound: taken in, left or forgotten. */
    async show(
      windowId: string,
      { previewId, show, page, pageSize }: HandlerInput<'rescue.preview'>,
    ): Promise<Result<HandlerOutput<'rescue.preview'>>> {
      const one = find(windowId, previewId);
      if (one === null) return fail('notFound');
      const { sheet, fixes, about, file } = one;
      const only = about.yearId === null ? null : findYear(session.db, about.yearId);
      const judged = await inSlices(judgeLines(session.db, about.employerId, sheet, fixes, only));
      const good = judged.filter(({ reason }) => reason === null).length;
      const wanted = show === 'problems' ? judged.filter(({ reason }) => reason !== null) : judged;
      const cells = new Map(sheet.rows.map((row) => [row.line, row.cells]));
      const start = (page - 1) * pageSize;
      return ok({
        name: file.name,
        missing: missingColumn(sheet.fields, about.yearId !== null),
        columns: sheet.headings.slice(0, 100).map((heading, at) => ({
          heading: heading.slice(0, 120),
          field: sheet.fields[at] ?? null,
          sample: (sheet.rows.find(({ cells: row }) => (row[at] ?? '').trim() !== '')?.cells[at] ?? '').slice(
            0,
            80,
          ),
        })),
        good,
        problems: judged.length - good,
        fixed: fixes.size,
        rows: wanted.slice(start, start + pageSize).map(({ line, reason, worker, year }) => {
          const cell = cellOf(cells.get(line) ?? [], sheet, fixes.get(line));
          return {
            line,
            reason,
            worker:
              worker === null
                ? null
                : [worker.familyName, worker.givenName].filter(Boolean).join(', ').slice(0, 200),
            year,
            fixed: fixes.has(line),
            cells: shownFields
              .filter(
                (field) =>
                  sheet.fields.includes(field) || fixes.get(line)?.[field] !== undefined || field === 'insz',
              )
              .map((field) => ({ field, text: cell(field).slice(0, 255) })),
          };
        }),
        total: wanted.length,
        page,
        pageSize,
      });
    },
    /** Failure notFound. The file stays as it is: what was put right is told with the answer that is kept. */
    fix(
      windowId: string,
      { previewId, line, field, text }: HandlerInput<'rescue.fixPreview'>,
    ): Result<Record<string, never>> {
      const one = find(windowId, previewId);
      const row = one?.sheet.rows.find((known) => known.line === line);
      if (one === null || row === undefined) return fail('notFound');
      const was = cellOf(row.cells, one.sheet, undefined)(field);
      const { [field]: _, ...others } = one.fixes.get(line) ?? {};
      const fixed = text === was ? others : { ...others, [field]: text };
      if (Object.keys(fixed).length === 0) one.fixes.delete(line);
      else one.fixes.set(line, fixed);
      session.changed('rescue.changed', [one.about.employerId]);
      return ok({});
    },
    /** A field stands in one column: another that had it loses it. Failure notFound. */
    map(
      windowId: string,
      { previewId, column, field }: HandlerInput<'rescue.mapPreview'>,
    ): Result<Record<string, never>> {
      const one = find(windowId, previewId);
      if (one === null || column >= one.sheet.headings.length) return fail('notFound');
      one.sheet.fields = one.sheet.headings.map((_, at) => {
        if (at === column) return field;
        const had = one.sheet.fields[at] ?? null;
        return field !== null && had === field ? null : had;
      });
      session.changed('rescue.changed', [one.about.employerId]);
      return ok({});
    },
    /** Failures: notFound; fileUnreadable (`details.missing`) while no column says which training or whose. */
    async take(windowId: string, { previewId }: HandlerInput<'rescue.takePreview'>): Promise<Result<Taken>> {
      const one = find(windowId, previewId);
      if (one === null) return fail('notFound');
      const { about, file, sheet, fixes } = one;
      const missing = missingColumn(sheet.fields, about.yearId !== null);
      if (missing !== null) return fail('fileUnreadable', { details: { missing } });
      const taken = await attemptInSlices(session.db, keepList(session, about, file, sheet, fixes));
      if (taken.ok) held.delete(previewId);
      session.changed('rescue.changed', [about.employerId]);
      return taken;
    },
    drop(windowId: string, { previewId }: HandlerInput<'rescue.dropPreview'>): Result<Record<string, never>> {
      if (find(windowId, previewId) !== null) held.delete(previewId);
      return ok({});
    },
  };
}
