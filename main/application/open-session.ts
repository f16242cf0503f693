// Opens one environment: its database, its way to the network, its jobs, and everything a feature is given.
import { ok, type Result } from '../../preload/contract/result.ts';
import type { EventHub } from '../ipc/events.ts';
import { createJobs } from '../ipc/jobs.ts';
import { brusselsDay, type Clock } from '../platform/clock.ts';
import type { Environment } from '../platform/environment.ts';
import type { Ids } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';
import type { Profile } from '../platform/profile.ts';
import { resourcesDir } from '../platform/resource-path.ts';
import type { Actor, HostPort, Session } from '../platform/session.ts';
import type { Texts } from '../platform/texts.ts';
import { readPreference } from '../settings/preference-store.ts';
import { sqlJobStore } from './job-store.ts';
import { type MakeHttp, type WatchedHttp, watchedHttp } from './watched-http.ts';

export type SessionParts = {
  profile: Profile;
  environment: Environment;
  clock: Clock;
  ids: Ids;
  log: Log;
  texts: Texts;
  host: HostPort;
  hub: EventHub;
  actor: () => Actor;
  makeHttp: MakeHttp;
  appVersion: string;
};

export type OpenSession = { session: Session; http: WatchedHttp; close(): Promise<void> };

/** The day on which practice opens: the training account still takes declarations then. */
export const firstPracticeDate = '2025-03-01';

let revision = 0;

export async function openSession(parts: SessionParts): Promise<Result<OpenSession>> {
  const { profile, environment, clock, ids, hub } = parts;
  const opened = await profile.openEnvironment(environment.name);
  if (!opened.ok) return opened;
  const db = opened.value;
  const told = new Map<string, number>();
  const changed: Session['changed'] = (name, few = []) => {
    told.set(name, (told.get(name) ?? 0) + 1);
    revision = Math.max(revision + 1, clock.now().getTime());
    hub.emit(name, { ids: [...few], revision });
  };
  const http = watchedHttp(environment, parts.makeHttp, () => changed('app.changed'), clock);
  const jobs = createJobs({
    emit: (name, job) => hub.emit(name, job),
    newId: ids.newId,
    clock,
    bug: (error) => parts.log.error('job.threw', error),
    ...(profile.owner ? { store: sqlJobStore(db, clock.now) } : {}),
  });
  const session: Session = {
    db,
    environment,
    keychain: profile.keychain,
    http,
    clock,
    ids,
    log: parts.log,
    texts: parts.texts,
    jobs,
    host: parts.host,
    actor: parts.actor,
    businessDate: () =>
      environment.kind === 'practice'
        ? (readPreference(db, 'practiceDate') ?? firstPracticeDate)
        : brusselsDay(clock.now()),
    changed,
    tell: (name, payload) => hub.emit(name, payload),
    changes: (names) => names.reduce((sum, name) => sum + (told.get(name) ?? 0), 0),
    resourcesDir: resourcesDir(),
    appVersion: parts.appVersion,
  };
  const close = async () => {
    await jobs.close();
    await http.close();
    db.close();
  };
  return ok({ session, http, close });
}
