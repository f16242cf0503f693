// Where a profile lies unless told otherwise: the system's place for a program's own data.
import { homedir } from 'node:os';
import { join } from 'node:path';

export function defaultProfileDir(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Sociodesk');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Sociodesk');
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'sociodesk');
}
