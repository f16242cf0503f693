// The throw-away folder that a browser process needs: made in the app's temporary folder, swept after a kill.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const prefix = 'chromium-';

/** No dictionaries, no translation, no password or form memory: belt to the braces of incognito. */
const preferences = {
  browser: { enable_spellchecking: false, has_seen_welcome_page: true },
  spellcheck: { dictionaries: [] },
  translate: { enabled: false },
  credentials_enable_service: false,
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  search: { suggest_enabled: false },
  download: { prompt_for_download: true },
};

export async function makeBrowserProfile(tempDir: string): Promise<string> {
  await mkdir(tempDir, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(tempDir, prefix));
  await mkdir(join(folder, 'Default'), { mode: 0o700 });
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences), { mode: 0o600 });
  return folder;
}

export async function removeBrowserProfile(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => {});
}

/** Removes what earlier, killed runs left. Only the owner of the profile may call it. */
export async function sweepBrowserProfiles(tempDir: string): Promise<void> {
  const names = await readdir(tempDir).catch(() => []);
  await Promise.all(
    names.filter((name) => name.startsWith(prefix)).map((name) => removeBrowserProfile(join(tempDir, name))),
  );
}
