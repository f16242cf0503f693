// The calls `registerInscribing.*`.
import { setTimeout } from 'node:timers/promises';
import type { HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { authenticSourceOf } from '../cbss/cbss-source.ts';
import { countForPage, mostCounted } from './count-lines.ts';
import { askedText } from './inscribe-line.ts';
import { goOn, type InscribingPorts, startInscribing, underWay } from './inscribe-run.ts';
import { previewInscribing } from './preview.ts';
import { countRefused, listRefused } from './refused-store.ts';
import { type Run, readRun, wasInscribing } from './run-store.ts';

const portsOf = (session: Session): InscribingPorts => ({
  source: (signal) => authenticSourceOf(session, { quiet: true, signal }),
  // Ends early, and not as an error, where the work is stopped.
  pause: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
});

export function registerInscribingHandlers(
  session: Session,
  ports = portsOf(session),
): HandlersOf<'registerInscribing'> {
  const { db } = session;
  return {
    'registerInscribing.state': () => stateOf(session),
    'registerInscribing.preview': ({ again }) =>
      previewInscribing(session, again, authenticSourceOf(session)),
    'registerInscribing.start': ({ again }) => startInscribing(session, again, ports),
    'registerInscribing.resume': () => (wasInscribing(db) ? goOn(session, ports) : fail('nothingToSend')),
    'registerInscribing.refused': ({ page, pageSize }) => {
      const rows = listRefused(db, page, pageSize).map(({ asked, ...row }) => ({
        ...row,
        changed: asked !== askedText(db, { key: { ...row, ownerId: '' } }),
      }));
      return ok({ rows, total: countRefused(db), page, pageSize });
    },
  };
}

const shownRun = ({ again: _again, ...run }: Run) => run;

async function stateOf(session: Session): Promise<Result<HandlerOutput<'registerInscribing.state'>>> {
  const { db } = session;
  const connected = authenticSourceOf(session) !== null;
  const kept = readRun(db);
  const jobId = underWay(session);
  // While it goes on, what is left is known without counting.
  const lines =
    jobId !== null && kept !== null
      ? Math.max(0, kept.total - kept.inscribed - kept.already - kept.refused)
      : connected
        ? await countForPage(session)
        : 0;
  return ok({
    connected,
    lines: Math.min(lines, mostCounted),
    more: lines > mostCounted,
    refused: countRefused(db),
    run: kept === null ? null : shownRun(kept),
    jobId,
  });
}
