// What may be said when the app is started: where the profile is and which environment to open.
import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';
import { parseArgs } from 'node:util';

export type StartOptions = {
  profileDir: string;
  environmentName?: string;
  environmentsFile?: string;
  throwaway?: boolean;
};

/** The person's data folder, as each system names it. */
export function defaultProfileDir(
  platform: NodeJS.Platform = process.platform,
  env: Record<string, string | undefined> = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32')
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Sociodesk');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Sociodesk');
  return posix.join(env['XDG_DATA_HOME'] || posix.join(home, '.local', 'share'), 'sociodesk');
}

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
