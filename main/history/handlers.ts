// The history's calls.
import { fail, ok } from '../../preload/contract/result.ts';
import { brusselsDay } from '../platform/clock.ts';
import { transaction } from '../platform/database.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { exportHistory } from './export-history.ts';
import { recordAct } from './record-act.ts';
import { searchHistory, showEvent } from './search-history.ts';
import { verifyHistoryInSlices } from './verify-history.ts';

export function historyHandlers(session: Session): HandlersOf<'history'> {
  return {
    'history.search': (input) => searchHistory(session.db, input),
    'history.show': ({ id }) => showEvent(session.db, id),
    'history.verify': async () => ok(await verifyHistoryInSlices(session.db)),
    'history.export': async ({ employerId }, { windowId }) => {
      const now = session.clock.now();
      const lines = [...exportHistory(session.db, { chain: employerId, at: now })];
      const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
      const name = `history-${brusselsDay(now)}.jsonl`;
      const saved = await session.host.saveFile(windowId, name, bytes);
      if (!saved.ok) return fail(saved.failure.code, saved.failure);
      const events = lines.length - 1;
      if (saved.value === null) return ok({ saved: false, name, events });
      transaction(session.db, () =>
        recordAct(session, { employerId, kind: 'history.exported', summary: '', payload: { events } }),
      );
      return ok({ saved: true, name: saved.value.name, events });
    },
  };
}
