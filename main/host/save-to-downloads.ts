// Saving in the Chromium host: the browser has no save dialog that main could drive, so the file goes to the person's
// Downloads folder under a free name, readable by its owner only.
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, parse } from 'node:path';
import { fail, type Result } from '../../preload/contract/result.ts';
import { writeUnderFreeName } from './whole-file.ts';

export const downloadsDir = (): string => process.env['XDG_DOWNLOAD_DIR'] ?? join(homedir(), 'Downloads');

/** Writes `report.csv`, else `report (2).csv`, … and answers the name that was free. Never overwrites, and is there whole or not at all. */
export async function saveToFolder(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ name: string }>> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return fail((error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'diskFull' : 'notWritable');
  }
  const safe = safeName(name);
  const names = Array.from({ length: 1_000 }, (_, index) => numbered(safe, index + 1));
  return writeUnderFreeName(folder, names, bytes);
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
