// What is open at this moment: one environment with its handlers, or the rescue screen. Changing it is one step, so that
// no call ever meets half of it.
import type { AppState } from '../../preload/contract/app.ts';
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { watchErasing } from '../applicants/care-watch.ts';
import { anyToFollow } from '../applicants/follow-requests.ts';
import { finishRemovals } from '../certificates/finish-removals.ts';
import type { Database } from '../platform/database.ts';
import type { Environment } from '../platform/environment.ts';
import type { Handlers } from '../platform/handler.ts';
import { anyWaits } from '../presences/follow-pending.ts';
import { authenticSourceOf } from '../register/cbss/cbss-source.ts';
import { watchFeed } from '../register/feed/watch-folder.ts';
import { wasInscribing } from '../register/inscribing/run-store.ts';
import { anyWaiting } from '../register/pending-store.ts';
import { watchPoint } from '../registration-point/watch-point.ts';
import { watchPlan } from '../rescue/watch-plan.ts';
import { applyAllEntered } from '../settings/entered-facts.ts';
import { type Environments, readLinks } from '../settings/environments.ts';
import { writePreferences } from '../settings/handlers.ts';
import type { Preferences } from '../settings/preferences.ts';
import { behindPoint } from './behind-point.ts';
import { featureHandlers } from './feature-handlers.ts';
import { behindLiability } from './needs-liability.ts';
import { alwaysReady, behindService } from './needs-service.ts';
import { type OpenSession, openSession, type SessionParts } from './open-session.ts';
import { practiceProcess } from './practice-process.ts';
import { rescueHandlers } from './rescue.ts';

export type RoomParts = Omit<SessionParts, 'environment'> & {
  environments: Environments;
  settingsDb: Database | null;
  preferences: () => Preferences;
  /** Whether the embedded practice service may be started where no other was named. */
  embedPractice: boolean;
};

export type Room = {
  environment: Environment;
  handlers: Handlers;
  /** Null on the rescue screen. */
  open: OpenSession | null;
  rescue: Failure | null;
  /** Starts what the environment's services need; harmless to repeat. */
  ready: () => Promise<Result<void>>;
  close(): Promise<void>;
};

/** Opens an environment; what cannot be opened becomes the rescue screen. `switchTo` is what its handlers call. */
export async function openRoom(
  parts: RoomParts,
  name: string,
  switchTo: (name: string) => Promise<Result<Record<string, never>>>,
): Promise<Room> {
  const environment = parts.environments.get(name) ?? parts.environments.get('practice');
  if (environment === undefined) throw new Error('the list of environments lacks practice');
  applyAllEntered(parts.environments, parts.settingsDb);
  const opened =
    parts.settingsDb === null ? fail('databaseKeyLost') : await openSession({ ...parts, environment });
  if (!opened.ok || parts.settingsDb === null)
    return rescueRoom(
      parts,
      environment,
      opened.ok ? fail('internal').failure : opened.failure,
      `${name}.db`,
    );
  const open = opened.value;
  if (parts.profile.owner) await finishRemovals(open.session);
  const service = practiceOf(parts, environment);
  const handlers = featureHandlers(
    {
      session: open.session,
      http: open.http,
      preferences: parts.preferences,
      environments: () => environmentNames(parts.environments),
      links: readLinks(open.session.resourcesDir),
      makeHttp: parts.makeHttp,
    },
    { session: open.session, settingsDb: parts.settingsDb, environments: parts.environments, switchTo },
    parts.profile.owner,
  );
  const gated = behindLiability(
    behindService(handlers, service.ready, () => authenticSourceOf(open.session) !== null),
    open.session,
    parts.environments,
  );
  // Beside a person only: a command that ends in a moment should not begin a night's work.
  const attended = parts.profile.owner && parts.actor().kind === 'person';
  const runDue = () => void gated['rescue.runDue']({}, { windowId: '', traceId: parts.ids.newId() });
  const endWatch = attended ? watchPlan(open.session, runDue) : () => undefined;
  const check = () => gated['point.check']({}, { windowId: '', traceId: parts.ids.newId() });
  // Also for a command: who works without a window keeps nothing for longer either.
  const endErasing = parts.profile.owner
    ? watchErasing(open.session, attended ? undefined : 0)
    : () => undefined;
  const endFeed = attended ? watchFeed(open.session) : () => undefined;
  const endPoint = attended ? watchPoint(open.session, check) : () => undefined;
  // What was not judged yet as the app was closed is asked about again.
  if (attended && anyWaits(open.session))
    void gated['presence.follow']({}, { windowId: '', traceId: parts.ids.newId() });
  // So are applicants who were asked before, and what citizens opened: they may have ended it since.
  if (attended && anyToFollow(open.session))
    void gated['applicantRequest.watch'](
      { ids: [], inFront: false },
      { windowId: '', traceId: parts.ids.newId() },
    );
  // And the authentic source, about what it could not be asked; what is cut off by closing waits for the next start.
  if (attended && authenticSourceOf(open.session) !== null && anyWaiting(open.session.db))
    void Promise.resolve(
      gated['register.retryPending']({}, { windowId: '', traceId: parts.ids.newId() }),
    ).catch(() => undefined);
  if (attended && wasInscribing(open.session.db))
    void Promise.resolve(
      gated['registerInscribing.resume']({}, { windowId: '', traceId: parts.ids.newId() }),
    ).catch(() => undefined);
  return {
    environment,
    open,
    rescue: null,
    ready: service.ready,
    handlers: behindPoint(gated, open.session),
    async close() {
      endWatch();
      endPoint();
      endFeed();
      endErasing();
      await open.close();
      await service.close();
    },
  };
}

type Service = { ready: () => Promise<Result<void>>; close: () => Promise<void> };

/** Practice is embedded unless a file named one that runs elsewhere; the addresses are filled in once it runs. */
function practiceOf(parts: RoomParts, environment: Environment): Service {
  const elsewhere = environment.practice !== null;
  if (environment.kind !== 'practice' || elsewhere) return { ready: alwaysReady, close: async () => {} };
  if (!parts.embedPractice) {
    const missing = () => Promise.resolve(fail('serviceUnavailable', { retry: 'safe' }));
    return { ready: missing, close: async () => {} };
  }
  const { dir: profileDir, keychain } = parts.profile;
  const service = practiceProcess({ profileDir, keychain });
  return {
    async ready() {
      const started = await service.ready();
      if (!started.ok) return started;
      Object.assign(environment, { ...started.value, name: environment.name });
      return ok(undefined);
    },
    async close() {
      await service.close();
      // The next opening must not take the dead service's addresses for one that runs elsewhere.
      environment.practice = null;
    },
  };
}

export function rescueRoom(
  parts: Pick<RoomParts, 'environments' | 'settingsDb' | 'preferences' | 'host' | 'appVersion'>,
  environment: Environment,
  failure: Failure,
  file: string,
): Room {
  const chosen: Partial<Preferences> = {};
  const handlers = rescueHandlers({
    failure,
    file,
    environment,
    environments: environmentNames(parts.environments),
    host: () => parts.host.kind,
    version: parts.appVersion,
    preferences: () => ({ ...parts.preferences(), ...chosen }),
    save: (input) => {
      Object.assign(chosen, input);
      return parts.settingsDb === null ? ok({}) : writePreferences(parts.settingsDb, input);
    },
  });
  const ready = () => Promise.resolve(fail('readOnly'));
  return { environment, handlers, open: null, rescue: failure, ready, close: async () => {} };
}

const environmentNames = (environments: Environments): AppState['environments'] =>
  [...environments.values()].map(({ name, kind }) => ({ name, kind })).slice(0, 20);
