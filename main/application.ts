// Composition root: a profile, its environment, all features and one dispatcher before them. Knows no window.
import { AsyncLocalStorage } from 'node:async_hooks';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { calls, events } from '../preload/contract/index.ts';
import { fail, ok, type Result } from '../preload/contract/result.ts';
import { appVersion } from './application/app-version.ts';
import type { Application, ApplicationOptions } from './application/application-options.ts';
import { mayHear } from './application/behind-point.ts';
import { openRoom, type Room, type RoomParts, rescueRoom } from './application/environment-room.ts';
import { isTerminalSender, ownerAnswers } from './application/owner-socket.ts';
import { standIns } from './application/stand-ins.ts';
import { routedHost, terminalHost } from './application/terminal-host.ts';
import { defaultHttp } from './application/watched-http.ts';
import { createDispatcher } from './ipc/dispatch.ts';
import { createEventHub } from './ipc/events.ts';
import { systemClock } from './platform/clock.ts';
import { storageFailure } from './platform/database.ts';
import { newId } from './platform/ids.ts';
import { memoryKeychain } from './platform/keychain-entries.ts';
import { secretServiceKeychain } from './platform/keychain-system.ts';
import { serveLocalSocket } from './platform/local-socket.ts';
import { type Log, memoryLog, openLog } from './platform/log.ts';
import { openProfile, type Profile } from './platform/profile.ts';
import { resourcesDir } from './platform/resource-path.ts';
import type { Actor } from './platform/session.ts';
import { createTexts } from './platform/texts.ts';
import { readEnvironments } from './settings/environments.ts';
import { localeOfSystem, readPreferences } from './settings/preferences.ts';

export type { Application, ApplicationOptions };

/** Failures: profileInUse, environmentUnknown, environmentRefused, fileUnreadable, notWritable. Others show as rescue. */
export async function createApplication(options: ApplicationOptions): Promise<Result<Application>> {
  const clock = options.clock ?? systemClock;
  const environments = readEnvironments(resourcesDir(), options.environmentsFile ?? null);
  if (!environments.ok) return environments;
  const { environmentName } = options;
  if (environmentName !== undefined && !environments.value.has(environmentName))
    return fail('environmentUnknown', { details: { environment: environmentName.slice(0, 40) } });
  const throwawayKeys = memoryKeychain();
  const systemKeys = (service: string) => secretServiceKeychain({ service });
  const keychain = options.keychain ?? (options.throwaway ? () => throwawayKeys : systemKeys);
  const readonly = options.readonly === true;
  const opened = await openProfile({ dir: options.profileDir, clock, ids: { newId }, keychain, readonly });
  if (!opened.ok) return opened;
  const profile = opened.value;
  const log = options.throwaway || readonly ? memoryLog() : openLog(join(options.profileDir, 'logs'));
  return ok(await assemble(options, { clock, profile, log, environments: environments.value }));
}

type Basis = Pick<RoomParts, 'clock' | 'environments'> & { profile: Profile; log: Log };

async function assemble(options: ApplicationOptions, basis: Basis): Promise<Application> {
  const { profile, log } = basis;
  const settings = await profile.openSettings();
  const settingsDb = settings.ok ? settings.value : null;
  const locale = options.locale ?? localeOfSystem(process.env);
  const preferences = () => readPreferences(settingsDb, locale);
  const caller = new AsyncLocalStorage<Actor['kind']>();
  const osAccount = userInfo().username.slice(0, 200);
  const actor = (): Actor => {
    const kind = caller.getStore() ?? options.actorKind ?? 'person';
    return { kind, name: preferences().personName, osAccount };
  };
  const terminal = terminalHost();
  let window = options.host ?? null;
  let trusted = options.trusted ?? (() => false);
  const hub = createEventHub({ events, refused: (name) => log.warn('event.refused', { name }) });
  const parts: RoomParts = {
    ...basis,
    ids: { newId },
    texts: createTexts(),
    host: routedHost(() => window, terminal),
    hub,
    actor,
    makeHttp: options.http ?? defaultHttp,
    appVersion: appVersion(),
    settingsDb,
    preferences,
    embedPractice: options.practice !== 'none',
  };
  const enter = async (name: string): Promise<Room> => {
    if (settings.ok) return openRoom(parts, name, switchTo);
    const practice = basis.environments.get('practice');
    if (practice === undefined) throw new Error('the list of environments lacks practice');
    return rescueRoom(parts, practice, settings.failure, 'settings.db');
  };
  const switchTo = async (name: string): Promise<Result<Record<string, never>>> => {
    const before = room;
    room = await enter(name);
    // Closed after this call has answered: its own handler still stands on the old environment.
    setImmediate(() => void before.close());
    hub.emit('app.changed', { ids: [], revision: Date.now() });
    return ok({});
  };
  let room = await enter(options.environmentName ?? preferences().environment);
  const dispatcher = createDispatcher({
    calls,
    handlers: standIns(() => room.handlers, !profile.owner),
    trusted: (sender) => isTerminalSender(sender) || trusted(sender),
    newId,
    knownFailure: storageFailure,
    log: ({ traceId, call, error, frames }) =>
      log.warn('call.threw', { traceId, call, error, at: frames[0] }),
  });
  const dispatch: Application['dispatch'] = (sender, json) =>
    isTerminalSender(sender)
      ? caller.run('commandLine', () => dispatcher.dispatch(sender, json))
      : dispatcher.dispatch(sender, json);
  const answers = ownerAnswers({ terminal, environment: () => room.environment.name, dispatch });
  const socket = profile.owner ? await serveLocalSocket(profile.dir, answers) : null;
  return {
    dispatch,
    onEvent: (listener) =>
      hub.subscribe((json) => {
        if (mayHear(room.open?.session ?? null, json)) listener(json);
      }),
    windowClosed: (windowId) => dispatcher.forgetWindow(windowId),
    attachHost: (host, isTrusted) => {
      window = host;
      trusted = isTrusted;
    },
    terminal,
    rescue: () => room.rescue,
    session: () => room.open?.session ?? null,
    warmUp: () => room.ready(),
    async close() {
      if (socket?.ok) await socket.value.close();
      await dispatcher.idle();
      await room.close();
      hub.close();
      settingsDb?.close();
      profile.close();
      log.close();
    },
  };
}
