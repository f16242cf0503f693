// What a point keeps in memory: the accounts it speaks over, what it knows of the service, and which acts are under way. One for
// each open environment.
import type { Connections } from '../outbox/connection.ts';
import type { Session } from '../platform/session.ts';
import { pointConnections } from './line.ts';
import { type ServiceWatch, watchService } from './service-watch.ts';

export type PointRuntime = {
  connections: Connections;
  watch: ServiceWatch;
  /** Ids of acts that somebody is sending or asking about now. */
  underWay: Set<string>;
  /** Ids of open acts to which the service answered, if only that it cannot: nothing of them is on its way any more. */
  answered: Set<string>;
  /** When lost acts were last asked about, by their ids, on the monotonic clock. */
  looked: Map<string, number>;
  /** By worker: the end of what is under way for this one. */
  turns: Map<string, Promise<void>>;
  /** The environment is being closed: nothing is written any more. */
  closed: boolean;
};

const runtimes = new WeakMap<Session, PointRuntime>();

/** `connections`: in place of the session's own accounts, for whoever opens it first. */
export function pointRuntime(
  session: Session,
  connections: () => Connections = () => pointConnections(session),
): PointRuntime {
  let runtime = runtimes.get(session);
  if (runtime === undefined) {
    const watch = watchService(session.clock, () => session.changed('point.changed'));
    runtime = {
      connections: connections(),
      watch,
      underWay: new Set(),
      answered: new Set(),
      looked: new Map(),
      turns: new Map(),
      closed: false,
    };
    runtimes.set(session, runtime);
  }
  return runtime;
}
