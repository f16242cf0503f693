// The history as JSON Lines that anyone can check: a first line that says what it is and where each chain ends, then
// one event a line with its payload and salt, or the mark of its erasure.
import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { allHeads, findHead } from './history-store.ts';
import { type CheckedEvent, chainChecker, type Report } from './verify-chain.ts';
import { eventsAfter, type Place } from './verify-store.ts';

const PAGE = 500;

const headSchema = z.strictObject({ chain: z.string(), position: z.int(), hash: z.string() });
const headerSchema = z.strictObject({
  format: z.literal('sociodesk-history/1'),
  exportedAt: z.string(),
  heads: z.array(headSchema),
});
const storedSchema = z.strictObject({
  salt: z.base64(),
  payload: z.string(),
  summary: z.string(),
  words: z.string(),
});
const eventSchema = z.strictObject({
  seq: z.int(),
  id: z.string(),
  chain: z.string(),
  position: z.int(),
  kind: z.string(),
  at: z.string(),
  actorKind: z.string(),
  actorName: z.string(),
  actorOsAccount: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  result: z.string(),
  contract: z.string(),
  appVersion: z.string(),
  previousHash: z.string(),
  payloadHmac: z.string(),
  hash: z.string(),
  erased: z.boolean(),
  stored: storedSchema.nullable(),
});

/** Lines without line feeds, page by page, so that a long history needs little memory. `chain` null exports all. */
export function* exportHistory(
  db: Database,
  { chain, at }: { chain: string | null; at: Date },
): Generator<string> {
  const own = chain === null ? null : findHead(db, chain);
  const heads = chain === null ? allHeads(db) : own === null ? [] : [own];
  const header: z.input<typeof headerSchema> = {
    format: 'sociodesk-history/1',
    exportedAt: at.toISOString(),
    heads,
  };
  yield JSON.stringify(header);
  let place: Place = { chain: '', position: 0 };
  for (;;) {
    const events = eventsAfter(db, place, PAGE, chain);
    for (const event of events) {
      yield JSON.stringify(lineOf(event));
      place = { chain: event.chain, position: event.position };
    }
    if (events.length < PAGE) return;
  }
}

/** `readable` is false when a line is not of this format; then nothing else counts. */
export type ExportReport = Report & { readable: boolean; intact: boolean };

/** Checks an exported file, line by line. */
export function verifyExport(lines: Iterable<string>): ExportReport {
  const checker = chainChecker();
  let heads: Map<string, z.output<typeof headSchema>> | null = null;
  let open: string | null = null;
  let readable = true;
  const end = (chain: string): void => {
    checker.endChain(chain, heads?.get(chain) ?? null);
    heads?.delete(chain);
  };
  for (const line of lines) {
    if (heads === null) {
      const header = headerSchema.safeParse(parsed(line));
      heads = new Map((header.data?.heads ?? []).map((head) => [head.chain, head]));
      readable &&= header.success;
      continue;
    }
    const event = eventSchema.safeParse(parsed(line));
    if (!event.success) {
      readable = false;
      continue;
    }
    if (open !== null && open !== event.data.chain) end(open);
    open = event.data.chain;
    checker.add(eventOf(event.data));
  }
  if (open !== null) end(open);
  for (const head of [...(heads?.values() ?? [])]) end(head.chain);
  const report = checker.finish();
  const good = readable && heads !== null;
  return { ...report, readable: good, intact: good && report.problems.length === 0 };
}

function lineOf({ stored, ...event }: CheckedEvent): z.input<typeof eventSchema> {
  return {
    ...event,
    stored: stored === null ? null : { ...stored, salt: Buffer.from(stored.salt).toString('base64') },
  };
}

function eventOf({ stored, ...event }: z.output<typeof eventSchema>): CheckedEvent {
  return {
    ...event,
    stored: stored === null ? null : { ...stored, salt: Buffer.from(stored.salt, 'base64') },
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
