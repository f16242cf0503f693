// Posters and notices of one or many sites as one piece of long work that can be paused; kept until the next are made, so that they may be
// saved more than once.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findWorks, type WorksRow } from '../presences/works-store.ts';
import { createPauseGate, type PauseGate } from '../training/account/pause-gate.ts';
import { plainName } from '../training/account/save-account.ts';
import { posterContent } from './poster-content.ts';
import { type PrintedPosters, printPosters } from './print-posters.ts';

type Asked = HandlerInput<'poster.make'>;
type Made = PrintedPosters & {
  windowId: string;
  name: string;
  asked: Asked;
  rows: WorksRow[];
  numberOnly: number;
};

export type PosterMaking = {
  make(windowId: string, input: Asked): Result<HandlerOutput<'poster.make'>>;
  pause(paused: boolean): Result<Record<string, never>>;
  making(): HandlerOutput<'poster.making'>;
  made(windowId: string, jobId: string): Result<HandlerOutput<'poster.made'>>;
  save(windowId: string, jobId: string): Promise<Result<HandlerOutput<'poster.save'>>>;
};

export function posterMaking(session: Session): PosterMaking {
  let done: (Made & { jobId: string }) | null = null;
  let running: { jobId: string; gate: PauseGate; stage: 'drawing' | 'reading' } | null = null;
  const found = (windowId: string, jobId: string): Made | null =>
    done?.jobId === jobId && done.windowId === windowId ? done : null;
  return {
    make(windowId, input) {
      const rows = rowsOf(session, input.worksIds);
      if (rows.length === 0) return fail('notFound');
      const gate = createPauseGate();
      const job = session.jobs.start('posters', async (run) => {
        done = null;
        try {
          const contents = rows.map((row) => posterContent(session.environment, row, input.call));
          run.progress(0, contents.length);
          const printed = await printPosters(
            session,
            { look: lookOf(session, input), contents, notice: input.notice },
            {
              signal: run.signal,
              pass: () => gate.pass(run.signal),
              onRead(read) {
                if (running !== null) running.stage = read === null ? 'drawing' : 'reading';
                run.progress(read ?? 0, contents.length);
              },
            },
          );
          if (!printed.ok) return printed;
          const numberOnly = contents.filter(({ code }) => code === null).length;
          const name = fileName(session, input, rows);
          done = { ...printed.value, jobId: run.id, windowId, asked: input, rows, name, numberOnly };
          return ok({});
        } finally {
          running = null;
        }
      });
      if (!job.ok) return job;
      running = { jobId: job.value.id, gate, stage: 'drawing' };
      return ok({ jobId: job.value.id });
    },
    pause(paused) {
      if (running === null) return fail('notFound');
      running.gate.set(paused);
      return ok({});
    },
    making: () => ({
      jobId: running?.jobId ?? null,
      paused: running?.gate.paused() ?? false,
      stage: running?.stage ?? 'drawing',
    }),
    made(windowId, jobId) {
      const made = found(windowId, jobId);
      if (made === null) return fail('selectionExpired');
      const { name, rows, verified, numberOnly } = made;
      return ok({ name, pages: rows.length, verified, numberOnly });
    },
    async save(windowId, jobId) {
      const made = found(windowId, jobId);
      if (made === null) return fail('selectionExpired');
      const saved = await session.host.saveFile(windowId, made.name, made.pdf);
      if (!saved.ok) return saved;
      if (saved.value !== null) tellSaved(session, made);
      return ok({
        saved: saved.value !== null,
        name: saved.value?.name ?? '',
        pages: saved.value === null ? 0 : made.rows.length,
      });
    },
  };
}

/** In the order in which they were asked for, each once; what was removed meanwhile is left out. */
const rowsOf = ({ db }: Session, ids: readonly string[]): WorksRow[] =>
  [...new Set(ids)].flatMap((id) => findWorks(db, id) ?? []);

export const lookOf = (
  { environment }: Pick<Session, 'environment'>,
  { size, languages, notice }: Pick<Asked, 'size' | 'languages' | 'notice'>,
) => ({
  // A notice is read standing: it has one size.
  size: notice === undefined ? size : ('a4' as const),
  languages,
  practice: environment.kind !== 'production',
});

/** `affiche-zalen-het-park.pdf`, `affiches-12.pdf`. */
function fileName({ texts }: Session, { language, notice }: Asked, rows: readonly WorksRow[]): string {
  const [first] = rows;
  const word = texts.t(language, `posters.file.${notice === undefined ? 'poster' : 'notice'}`);
  return `${plainName(rows.length === 1 ? `${word} ${first?.name ?? ''}` : `${word} ${rows.length}`)}.pdf`;
}

/** Once for each employer whose sites are among them. */
function tellSaved(session: Session, { rows, asked }: Made): void {
  const employers = new Map<string, number>();
  for (const { employer_id: id } of rows) employers.set(id, (employers.get(id) ?? 0) + 1);
  const { size, languages, notice } = asked;
  attempt(session.db, () => {
    for (const [employerId, posters] of employers)
      recordAct(session, {
        employerId,
        kind: 'presence.postersMade',
        summary: `${posters} × ${notice === undefined ? size.toUpperCase() : 'A4'}, ${languages.join(' ')}`,
        payload: { posters, size, languages, notice: notice !== undefined },
      });
    return ok({});
  });
}
