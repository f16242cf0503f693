// Saving in the Chromium host: the browser has no save dialog that main could drive, so the file goes to the person's
// Downloads folder under a free name, readable by its owner only.
import { constants } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, parse } from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';

export const downloadsDir = (): string => process.env['XDG_DOWNLOAD_DIR'] ?? join(homedir(), 'Downloads');

/** Writes `report.csv`, else `report (2).csv`, … and answers the name that was free. Never overwrites. */
export async function saveToFolder(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ name: string }>> {
  try {
    await mkdir(folder, { recursive: true });
    for (let copy = 1; copy <= 1_000; copy += 1) {
      const free = numbered(safeName(name), copy);
      const file = await createNew(join(folder, free));
      if (!file) continue;
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      return ok({ name: free });
    }
    return fail('alreadyExists');
  } catch (error) {
    return fail((error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'diskFull' : 'notWritable');
  }
}

async function createNew(path: string) {
  try {
    return await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
}

/** Drops folders, control characters and what Windows forbids in names. */
export function safeName(name: string): string {
  const cleaned = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, '-')
    .replace(/^\.+/, '')
    .slice(0, 120);
  return cleaned.trim() || 'sociodesk';
}

function numbered(name: string, copy: number): string {
  if (copy === 1) return name;
  const { name: stem, ext } = parse(name);
  return `${stem} (${copy})${ext}`;
}
