// Finds events by employer, kind, Belgian day and words; shows one with what was kept of it.
import type { HistoryEvent } from '../../preload/contract/history.ts';
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { brusselsDayEnd, brusselsDayStart } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { APP_CHAIN } from './append-event.ts';
import { countEvents, type Filter, type FoundRow, findEvent, findEvents } from './search-store.ts';
import { searchQuestion } from './search-words.ts';

/** `employerId` null searches the chains of all employers and of the app. The newest come first. */
export function searchHistory(
  db: Database,
  input: HandlerInput<'history.search'>,
): Result<HandlerOutput<'history.search'>> {
  const question = searchQuestion(input.text);
  const { page, pageSize } = input;
  // Only signs that no word is made of were typed: nothing can match.
  if (question === null && input.text.trim() !== '') return ok({ rows: [], total: 0, page, pageSize });
  const filter: Filter = {
    chain: input.employerId,
    question,
    kinds: input.kinds,
    from: input.from === null ? null : brusselsDayStart(input.from),
    until: input.to === null ? null : brusselsDayEnd(input.to),
  };
  const rows = findEvents(db, filter, pageSize, (page - 1) * pageSize).map(shown);
  return ok({ rows, total: countEvents(db, filter), page, pageSize });
}

/** Failure notFound. */
export function showEvent(db: Database, id: string): Result<HandlerOutput<'history.show'>> {
  const row = findEvent(db, id);
  if (row === null) return fail('notFound');
  const payload = row.payload === null ? null : (JSON.parse(row.payload) as Record<string, unknown>);
  return ok({ event: shown(row), payload, previousHash: row.previousHash });
}

function shown(row: FoundRow): HistoryEvent {
  return {
    id: row.id,
    position: row.position,
    employerId: row.chain === APP_CHAIN ? null : row.chain,
    employerName: row.employerName,
    kind: row.kind,
    at: row.at,
    actor: {
      kind: row.actorKind as HistoryEvent['actor']['kind'],
      name: row.actorName,
      osAccount: row.actorOsAccount,
    },
    result: row.result as HistoryEvent['result'],
    summary: row.summary ?? '',
    erased: row.erased === 1,
    hash: row.hash,
  };
}
