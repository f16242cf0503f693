// From sites to one finished document: drawn, printed, and every code read again from what was printed before anybody gets it.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { keepThread, type Thread } from '../platform/workers.ts';
import type { Drawing } from './draw-task.ts';
import type { NoticeWords } from './notice-html.ts';
import type { PosterContent } from './poster-content.ts';
import type { PosterLook } from './poster-html.ts';

export type PosterOrder = {
  look: PosterLook;
  contents: readonly PosterContent[];
  notice?: NoticeWords | undefined;
};
export type PosterRun = {
  signal: AbortSignal;
  /** Waits while the work is paused. */
  pass(): Promise<void>;
  /** Codes that were read again, or null while pages are drawn. */
  onRead(read: number | null): void;
};
export type PrintedPosters = { pdf: Uint8Array; verified: number };

/** Fewer are printed whole, with every word tagged where it stands. */
const fewPages = 20;
/** Pages between two moments at which the work may pause. */
const pagesInStep = 25;
/** Milliseconds: pages of a step drawn and read on a slow computer. */
const longestStepMs = 120_000;

/** Failures: posterCodeTooLong, posterMismatch, cancelled, those of printing. */
export async function printPosters(
  session: Pick<Session, 'host'>,
  order: PosterOrder,
  run: PosterRun,
): Promise<Result<PrintedPosters>> {
  const thread = keepThread({ maxHeapMb: 512 });
  try {
    run.onRead(null);
    const pdf = await printed(session, thread, order, run);
    if (!pdf.ok) return pdf;
    const codes = order.contents.map(({ code }) => (order.notice?.phone === false ? null : code));
    const verified = await readAgain(thread, pdf.value, codes, run);
    return verified.ok ? ok({ pdf: pdf.value, verified: verified.value }) : verified;
  } finally {
    thread.end();
  }
}

/** Without reading again: for a preview and for measuring. */
export async function printed(
  { host }: Pick<Session, 'host'>,
  thread: Thread,
  order: PosterOrder,
  { signal, pass }: Pick<PosterRun, 'signal' | 'pass'>,
): Promise<Result<Uint8Array>> {
  const draw = async (part: Drawing['part']) => {
    const drawn = await thread.run('posters.draw', { ...order, part }, { signal, maxMs: longestStepMs });
    return drawn.ok ? drawn.value : drawn;
  };
  const print = async (html: string): Promise<Result<Uint8Array>> => {
    await pass();
    return signal.aborted ? fail('cancelled', { retry: 'safe' }) : host.makePdf(html);
  };
  const printWhole = async (): Promise<Result<Uint8Array>> => {
    const whole = await draw('whole');
    return whole.ok ? print(whole.value.html) : whole;
  };
  if (order.contents.length <= fewPages || order.notice !== undefined) return printWhole();
  const shared = await draw('shared');
  if (!shared.ok) return shared;
  // What is shared is being printed while the codes are drawn.
  const [drawn, under] = await Promise.all([draw('own'), print(shared.value.html)]);
  if (!drawn.ok) return drawn;
  if (!under.ok) return under;
  const own = await print(drawn.value.html);
  if (!own.ok) return own;
  const input = { own: own.value, shared: under.value, which: shared.value.which };
  const joined = await thread.run('posters.join', input, { signal, maxMs: longestStepMs });
  if (!joined.ok || joined.value.ok) return joined.ok ? joined.value : joined;
  // Another browser builds its files otherwise: then every page is printed as a whole, which takes longer.
  return printWhole();
}

/** How many codes were read. Failures: posterMismatch, cancelled. */
export async function readAgain(
  thread: Thread,
  pdf: Uint8Array,
  codes: readonly (string | null)[],
  { signal, pass, onRead }: PosterRun,
): Promise<Result<number>> {
  let read = 0;
  for (let from = 0; from < codes.length; from += pagesInStep) {
    await pass();
    const onProgress = (done: number): void => onRead(Math.min(from + done, codes.length));
    const count = Math.min(pagesInStep, codes.length - from);
    const step = await thread.run(
      'posters.verify',
      { pdf, codes, from, count },
      { signal, onProgress, maxMs: longestStepMs },
    );
    if (!step.ok) return step;
    if (!step.value.ok) return step.value;
    read += step.value.value;
    onRead(from + count);
  }
  return ok(read);
}
