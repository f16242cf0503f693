// What is searched as a file: made as long work, kept in memory until it is saved or the next is made.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { belgianDays } from '../../preload/rules/dates/belgian-day.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { sheetBytes } from '../platform/tables/write-sheet.ts';
import { evidenceOfMany } from './evidence-of-many.ts';
import { exportCells, exportHeadings } from './export-cells.ts';
import { exportHtml } from './export-html.ts';
import { presenceContract } from './presence-api.ts';
import { exportedOf, type FoundPresence, readAll } from './read-export.ts';
import { presenceDay } from './show-works.ts';

type Asked = HandlerInput<'presence.makeExport'>;
type Made = {
  employerId: string | null;
  name: string;
  format: Asked['format'];
  bytes: Uint8Array;
  rows: number;
};

/** Rows of each format: a workbook is held as a whole, a printed page is laid out by a browser. */
export const mostExported = { csv: 200_000, xlsx: 50_000, pdf: 5_000, evidence: 200 } as const;

export type PresenceExport = {
  make(asked: Asked): Result<HandlerOutput<'presence.makeExport'>>;
  save(windowId: string, jobId: string): Promise<Result<HandlerOutput<'presence.saveExport'>>>;
};

export function presenceExport(session: Session): PresenceExport {
  const done = new Map<string, Made>();
  return {
    make(asked) {
      const started = session.jobs.start('presenceExport', async (run) => {
        // Of what was made before, nothing is kept: it holds numbers of persons.
        done.clear();
        const made = await makeIt(session, asked, run);
        if (made.ok) done.set(run.id, made.value);
        return made.ok ? ok({}) : made;
      });
      return started.ok ? ok({ jobId: started.value.id }) : started;
    },
    async save(windowId, jobId) {
      const made = done.get(jobId);
      if (made === undefined) return fail('selectionExpired');
      const saved = await session.host.saveFile(windowId, made.name, made.bytes);
      if (!saved.ok) return saved;
      if (saved.value === null) return fail('fileNotChosen');
      done.delete(jobId);
      attempt(session.db, () => {
        recordAct(session, {
          employerId: made.employerId,
          kind: 'presence.exported',
          contract: presenceContract,
          summary: made.name,
          payload: { rows: made.rows, format: made.format },
        });
        return ok({});
      });
      return ok({ name: saved.value.name.slice(0, 255), rows: made.rows });
    },
  };
}

/** The days name the file, never a worker. */
async function makeIt(
  session: Session,
  { employerId, from, to, format, language, ...filter }: Asked,
  run: JobRun,
): Promise<Result<Made>> {
  const asked = { ...filter, span: belgianDays(from, to) };
  // Evidence is of what the service remarked on: the rest is left out.
  if (format === 'evidence') asked.remark ??= 'any';
  const found = await readAll(session, scopeOf(employerId ?? null), asked, mostExported[format], run);
  if (!found.ok) return found;
  const bytes = await bytesOf(session, { from, to, format, language }, found.value, run);
  if (!bytes.ok) return bytes;
  const word = session.texts.t(
    language,
    format === 'evidence' ? 'presence-remarks.evidence.file' : 'presence-search.export.file',
  );
  const name = `${word}-${from === to ? from : `${from}-${to}`}.${format === 'evidence' ? 'pdf' : format}`;
  return ok({
    employerId: employerId ?? null,
    name,
    format,
    bytes: bytes.value,
    rows: found.value.length,
  });
}

async function bytesOf(
  session: Session,
  { from, to, format, language }: Pick<Asked, 'from' | 'to' | 'format' | 'language'>,
  found: FoundPresence[],
  run: JobRun,
): Promise<Result<Uint8Array>> {
  const { texts, host } = session;
  if (format === 'evidence') return evidenceOfMany(session, language, found, run);
  const say = (namespace: string, key: string, params: Record<string, string> = {}): string =>
    texts.t(language, `${namespace}.${key}`, params);
  if (format === 'pdf') {
    const rows = found.map(exportedOf);
    return host.makePdf(exportHtml(texts, language, { rows, from, to, madeOn: presenceDay(session) }));
  }
  const rows: string[][] = [];
  for (const [at, one] of found.entries()) {
    rows.push(exportCells(say, exportedOf(one)));
    // Words of a language are formatted one by one: others are answered in between.
    if (at % 500 === 499) await new Promise((resolve) => setImmediate(resolve));
    if (run.signal.aborted) return fail('cancelled', { retry: 'safe' });
  }
  const sheet = { name: say('presence-search', 'export.title'), headings: exportHeadings(say), rows };
  return sheetBytes(format, sheet);
}
