// The app while its data cannot be opened: it says so, changes language and look, and writes nothing else.
import { type AppState, themeSchema } from '../../preload/contract/app.ts';
import { type CallName, calls } from '../../preload/contract/index.ts';
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { languageSchema } from '../../preload/contract/values.ts';
import type { Environment } from '../platform/environment.ts';
import type { Handlers } from '../platform/handler.ts';

export type RescueParts = {
  failure: Failure;
  /** Base name of the file that cannot be opened. */
  file: string;
  environment: Pick<Environment, 'name' | 'kind'>;
  environments: AppState['environments'];
  host: () => AppState['host'];
  version: string;
  preferences: () => Pick<AppState, 'language' | 'theme' | 'personName'>;
  /** Null when the settings themselves cannot be opened: the choice then lasts until the end. */
  save: (input: Partial<Pick<AppState, 'language' | 'theme'>>) => Result<Record<string, never>>;
};

/** Every call but `app.state` and language and theme answers the failure readOnly with the code of the cause. */
export function rescueHandlers(parts: RescueParts): Handlers {
  const refused = () => fail('readOnly', { details: { cause: parts.failure.code } });
  const handlers = Object.fromEntries((Object.keys(calls) as CallName[]).map((name) => [name, refused]));
  return {
    ...(handlers as unknown as Handlers),
    'app.state': () => ok(rescueState(parts)),
    'settings.update': ({ language, theme, personName, employerId, firstRunDone }) => {
      if (personName !== undefined || employerId !== undefined || firstRunDone) return refused();
      return parts.save({
        ...(language === undefined ? {} : { language: languageSchema.parse(language) }),
        ...(theme === undefined ? {} : { theme: themeSchema.parse(theme) }),
      });
    },
  };
}

function rescueState({
  failure,
  file,
  environment,
  environments,
  host,
  version,
  preferences,
}: RescueParts): AppState {
  const { language, theme, personName } = preferences();
  return {
    version,
    host: host(),
    environment: { name: environment.name, kind: environment.kind },
    environments,
    practiceDate: null,
    online: 'unknown',
    language,
    theme,
    personName,
    employerId: null,
    rescue: { code: failure.code, file },
    counts: { today: 0, trainingToFix: 0, connection: 0, outbox: 0, employers: 0, workers: 0 },
    firstRun: false,
  };
}
