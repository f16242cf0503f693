// The log of the app: one JSON line per event, rotated, and by its type unable to hold names, numbers of persons, bodies
// or keys. What slips through as text is masked as well (see log-mask.ts).
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, systemClock } from './clock.ts';
import { maskText, stackOf } from './log-mask.ts';

/** What may be logged: internal ids and codes (short, no spaces), numbers, durations, yes or no. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export type Log = {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Logs the class and the stack frames of an error, never its message. */
  error(event: string, error: unknown, fields?: LogFields): void;
  close(): void;
};

type Level = 'info' | 'warn' | 'error';
type Options = { clock?: Pick<Clock, 'now'>; maxBytes?: number; keep?: number };

/** Codes and ids only: a sentence, a path or a name does not fit this and is replaced. */
const CODE = /^[\w.:#+-]{1,80}$/;

/** Writes to `<dir>/sociodesk.log`; at `maxBytes` (default 1 MiB) it becomes `.1`, and so on up to `keep` (3) old files. */
export function openLog(
  dir: string,
  { clock = systemClock, maxBytes = 1_048_576, keep = 3 }: Options = {},
): Log {
  const file = join(dir, 'sociodesk.log');
  let size = 0;
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    size = existsSync(file) ? statSync(file).size : 0;
  } catch {
    // Without a place for it there is no log, and that is no reason not to start.
  }
  const write = (
    level: Level,
    event: string,
    fields: LogFields,
    stack?: { error: string; stack: string[] },
  ): void => {
    const entry = {
      at: clock.now().toISOString(),
      level,
      event: safeText(event),
      ...safeFields(fields),
      ...stack,
    };
    const line = `${JSON.stringify(entry)}\n`;
    try {
      if (size + line.length > maxBytes && size > 0) {
        rotate(file, keep);
        size = 0;
      }
      appendFileSync(file, line, { mode: 0o600 });
      size += Buffer.byteLength(line);
    } catch {
      // A full disk must not stop the app because of its log.
    }
  };
  return writer(write);
}

/** A log that keeps its lines in memory, for tests and for the command line's throwaway runs. */
export function memoryLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const log = writer((level, event, fields, stack) => {
    lines.push(JSON.stringify({ level, event: safeText(event), ...safeFields(fields), ...stack }));
  });
  return { ...log, lines };
}

type Write = (
  level: Level,
  event: string,
  fields: LogFields,
  stack?: { error: string; stack: string[] },
) => void;

function writer(write: Write): Log {
  return {
    info: (event, fields = {}) => write('info', event, fields),
    warn: (event, fields = {}) => write('warn', event, fields),
    error: (event, error, fields = {}) =>
      write('error', event, fields, {
        error: safeText(error instanceof Error ? error.name : typeof error),
        stack: stackOf(error),
      }),
    close: () => {},
  };
}

function safeFields(fields: LogFields): Record<string, string | number | boolean | null> {
  const safe: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    safe[name] = typeof value === 'string' ? safeText(value) : safeNumber(value);
  }
  return safe;
}

function safeText(text: string): string {
  return CODE.test(text) ? maskText(text) : '[text]';
}

/** A number of eleven digits could be a person's; durations, sizes and counts stay far below. */
function safeNumber(value: number | boolean | null): string | number | boolean | null {
  return typeof value === 'number' && Math.abs(value) >= 1e9
    ? '[number]'
    : typeof value === 'object'
      ? null
      : value;
}

function rotate(file: string, keep: number): void {
  rmSync(`${file}.${keep}`, { force: true });
  for (let number = keep - 1; number >= 1; number -= 1) {
    if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
  }
  renameSync(file, `${file}.1`);
}
