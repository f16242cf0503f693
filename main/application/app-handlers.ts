// The calls `app.*`, `job.*`, `file.*` and `today.*`.
import type { AppState } from '../../preload/contract/app.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import { countApplicants } from '../applicants/today-store.ts';
import { employerIsThere } from '../employers/employer-store.ts';
import { mayOpenLink } from '../host/security.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { readPreference } from '../settings/preference-store.ts';
import type { Preferences } from '../settings/preferences.ts';
import { countToday, listToday } from '../today/list-today.ts';
import { findAnywhere } from './app-store.ts';
import type { MakeHttp, WatchedHttp } from './watched-http.ts';

export type AppParts = {
  session: Session;
  http: WatchedHttp;
  preferences: () => Preferences;
  environments: () => AppState['environments'];
  /** Official pages by short name. */
  links: ReadonlyMap<string, string>;
  /** A way to the network for an environment that is not open. */
  makeHttp: MakeHttp;
};

type AppNouns = 'app' | 'job' | 'file' | 'today';

export function appHandlers({
  session,
  http,
  preferences,
  environments,
  links,
}: AppParts): HandlersOf<AppNouns> {
  const { db, environment } = session;
  return {
    'app.state': () => {
      const { language, theme, personName, firstRun } = preferences();
      const { counts, today, connection } = countToday(session);
      return ok({
        version: session.appVersion,
        host: session.host.kind,
        environment: { name: environment.name, kind: environment.kind },
        environments: environments(),
        practiceDate: environment.kind === 'practice' ? session.businessDate() : null,
        online: http.online(),
        language,
        theme,
        personName,
        employerId: employerInHand(db),
        rescue: null,
        counts: {
          today,
          connection,
          trainingToFix: counts.toFix,
          outbox: counts.ready + counts.unknown + counts.needsDecision,
          employers: counts.employers,
          workers: counts.workers,
          applicants: countApplicants(db, session.businessDate(), session.businessDate()).toRead,
        },
        firstRun,
      });
    },
    'app.find': ({ text, limit }) => ok({ found: findAnywhere(db, text, limit) }),
    'app.comeForward': () => session.host.comeForward?.() ?? fail('notSupportedHere'),
    'app.openLink': async ({ link }) => {
      const url = links.get(link);
      if (url === undefined || !mayOpenLink(url, [URL.parse(url)?.hostname ?? ''])) return fail('notFound');
      const opened = await session.host.openLink(url);
      return opened.ok ? ok({}) : opened;
    },
    'app.openSaved': async ({ name }, { windowId }) => {
      const opened = await session.host.openSaved(windowId, name);
      return opened.ok ? ok({}) : opened;
    },
    'job.list': () => ok({ jobs: session.jobs.list().slice(0, 100) }),
    'job.cancel': ({ id }) => {
      const known = session.jobs.list().some((job) => job.id === id);
      if (!known) return fail('notFound');
      return session.jobs.cancel(id) ? ok({}) : fail('stateNotAllowed');
    },
    'file.pick': async ({ purpose }, { windowId }) => {
      const title = session.texts.t(preferences().language, `host.pick.${purpose}`);
      const picked = await session.host.pickFile(windowId, { title, extensions: extensions[purpose] });
      if (!picked.ok) return picked;
      return picked.value === null ? fail('fileNotChosen') : ok(picked.value);
    },
    'file.pickMany': async ({ purpose }, { windowId }) => {
      const title = session.texts.t(preferences().language, `host.pick.${purpose}`);
      const picked = await session.host.pickFiles(windowId, { title, extensions: extensions[purpose] });
      if (!picked.ok) return picked;
      return picked.value.length === 0 ? fail('fileNotChosen') : ok({ files: picked.value });
    },
    'today.list': async () => ok(await listToday(session, http.online())),
  };
}

/** The one that was chosen, unless the import that added it was undone since. */
function employerInHand(db: Session['db']): string | null {
  const id = readPreference(db, 'employerId');
  return id !== null && employerIsThere(db, id) ? id : null;
}

const extensions = {
  certificate: ['p12', 'pfx', 'pem', 'cer', 'crt', 'der', 'p7b', 'key', 'jks'],
  certificateKey: ['key', 'pem', 'p8', 'pk8', 'der'],
  certificateAnswer: ['cer', 'crt', 'der', 'pem', 'p7b'],
  trainings: ['xlsx', 'csv', 'txt'],
  employers: ['xlsx', 'csv', 'txt'],
  planning: ['xlsx', 'csv', 'txt'],
  applicants: ['xlsx', 'csv', 'txt'],
  rescue: ['xlsx', 'csv', 'txt', 'pdf'],
  addresses: ['json'],
  registerFeed: ['xml'],
  worksCode: ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'pdf'],
};
