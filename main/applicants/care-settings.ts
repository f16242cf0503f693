// How long the office keeps answers, what stands here of applicants now, and when the next of it goes.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { writePreference } from '../settings/preference-store.ts';
import { keepDaysOf } from './care-days.ts';
import { eraseDue, untilIfAny } from './care-erase.ts';
import { keptRows, listErasures } from './care-store.ts';

const mostErasures = 200;

export function showCare(session: Session): HandlerOutput<'applicantCare.get'> {
  const { db } = session;
  const keepDays = keepDaysOf(db);
  const rows = keptRows(db);
  let last: string | null = null;
  for (const row of rows) {
    // One of two accesses ends first: its part goes then.
    for (const day of [untilIfAny(session, row, keepDays)?.day ?? null, row.next_end])
      if (day !== null && (last === null || day < last)) last = day;
  }
  return {
    keepDays,
    kept: rows.filter((row) => row.values_kept > 0).length,
    nextErasure: last === null ? null : dayAfter(last),
    erasures: listErasures(db, mostErasures),
  };
}

/** What may no longer be kept goes at once. Failures: those of the disk. */
export async function updateCare(session: Session, keepDays: number): Promise<Result<Record<string, never>>> {
  const before = keepDaysOf(session.db);
  if (before !== keepDays) {
    const kept = attempt(session.db, () => {
      writePreference(session.db, 'applicantKeepDays', String(keepDays));
      recordAct(session, {
        employerId: null,
        kind: 'applicantCare.updated',
        summary: String(keepDays),
        payload: { before, keepDays },
      });
      return ok({});
    });
    if (!kept.ok) return kept;
    session.changed('applicant.changed');
  }
  const erased = await eraseDue(session);
  return erased.ok ? ok({}) : erased;
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
