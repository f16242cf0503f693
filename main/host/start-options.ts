// What may be said when the app is started: where the profile is and which environment to open.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultProfileDir } from '../application/profile-dir.ts';

export type StartOptions = {
  profileDir: string;
  environmentName?: string;
  environmentsFile?: string;
  throwaway?: boolean;
};

/** `--profile DIR --environment NAME --environments FILE --throwaway`; what is not known is left to the window program. */
export function readStartOptions(words: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...words],
    strict: false,
    options: {
      profile: { type: 'string' },
      environment: { type: 'string' },
      environments: { type: 'string' },
      throwaway: { type: 'boolean' },
    },
  });
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  const profile = text(values['profile']);
  const environmentName = text(values['environment']);
  const environmentsFile = text(values['environments']);
  return {
    profileDir: profile === null ? defaultProfileDir() : resolve(profile),
    ...(environmentName === null ? {} : { environmentName }),
    ...(environmentsFile === null ? {} : { environmentsFile: resolve(environmentsFile) }),
    ...(values['throwaway'] === true ? { throwaway: true } : {}),
  };
}
