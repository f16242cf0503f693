// An app on a profile of its own with keys in memory, called as the command line calls it, for tests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Application, ApplicationOptions } from '../../main/application/application-options.ts';
import { terminalSender } from '../../main/application/owner-socket.ts';
import { createApplication } from '../../main/application.ts';
import type { Keychain } from '../../main/platform/keychain.ts';
import { memoryKeychain } from '../../main/platform/keychain-entries.ts';
import type { CallInput, CallName, CallOutput } from '../../preload/contract/index.ts';
import type { Result } from '../../preload/contract/result.ts';

export type AppBench = {
  app: Application;
  profileDir: string;
  keychain: Keychain;
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  /** The value, or an exception that names the failure. */
  must<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  close(): Promise<void>;
};

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'sociodesk-test-'));

export async function openApp(
  options: Partial<ApplicationOptions> & { keys?: Keychain } = {},
): Promise<AppBench> {
  const { keys = memoryKeychain(), profileDir = newFolder(), ...rest } = options;
  const opened = await createApplication({ locale: 'nl_BE', keychain: () => keys, profileDir, ...rest });
  if (!opened.ok) throw new Error(`the app did not open: ${opened.failure.code}`);
  const app = opened.value;
  const call: AppBench['call'] = async (name, input) =>
    JSON.parse(await app.dispatch(terminalSender('cli:test'), JSON.stringify({ name, input })));
  return {
    app,
    profileDir,
    keychain: keys,
    call,
    async must(name, input) {
      const result = await call(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
      return result.value;
    },
    close: () => app.close(),
  };
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

const klaver = { enterpriseName: 'Sociaal secretariaat Klaver', enterpriseNumber: '0999999031' };

/** A generated certificate, registered in the practice Chaman as a social secretariat. */
export async function connect(bench: AppBench): Promise<{ certificateId: string; accountId: string }> {
  const made = { ...klaver, name: 'Klaver', keyKind: 'ecP384' } as const;
  const { id: certificateId } = await bench.must('certificate.generate', made);
  const account = { ...klaver, name: 'Klaver', quality: 'socialSecretariat', certificateId } as const;
  const { id: accountId } = await bench.must('account.registerInPractice', account);
  return { certificateId, accountId };
}
