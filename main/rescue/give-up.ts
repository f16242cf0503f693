// Giving up: what was never asked is forgotten, for one client or for all; what was read stays.
import { ok, type Result } from '../../preload/contract/result.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { dropWaiting } from './rescue-store.ts';
import { endRun, openRun, runClientsLeft, setRunClient } from './run-store.ts';

export function giveUp(session: Session, employerId: string | null): Result<{ dropped: number }> {
  const { db } = session;
  const done = attempt<{ dropped: number }>(db, () => {
    const dropped = dropWaiting(db, scopeOf(employerId));
    const at = session.clock.now().toISOString();
    const open = openRun(db);
    if (open !== null) {
      const left = runClientsLeft(db, open.id);
      for (const id of employerId === null ? left : [employerId])
        setRunClient(db, open.id, id, { state: 'givenUp', at });
      if (employerId === null || left.every((id) => id === employerId)) endRun(db, open.id, at, null);
    }
    if (dropped > 0)
      recordAct(session, {
        employerId,
        kind: 'rescue.dropped',
        summary: '',
        payload: { workerYears: dropped },
      });
    return ok({ dropped });
  });
  session.changed('rescue.changed', []);
  return done;
}
