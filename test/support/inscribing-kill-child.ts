// An app that inscribes lines at the practice service and is killed with an answer in its hands that it has not kept yet.
import { createInterface } from 'node:readline';
import { terminalSender } from '../../main/application/owner-socket.ts';
import { createApplication } from '../../main/application.ts';
import { memoryBackend } from '../../main/platform/keychain.ts';
import { partedKeychain } from '../../main/platform/keychain-entries.ts';

export type InscribingKillOrder = {
  profileDir: string;
  /** Of the keychain: name and base64. */
  entries: [string, string][];
  /** The line with which it ends. */
  after: number;
};

async function work({ profileDir, entries, after }: InscribingKillOrder): Promise<void> {
  const backend = memoryBackend();
  for (const [name, base64] of entries) backend.entries.set(name, Buffer.from(base64, 'base64'));
  const opened = await createApplication({
    ...{ locale: 'nl_BE', profileDir, keychain: () => partedKeychain(backend) },
  });
  const session = opened.ok ? opened.value.session() : null;
  if (!opened.ok || session == null) throw new Error('the app did not open');
  session.db.function('end_now', () => void process.kill(process.pid, 'SIGKILL'));
  session.db.exec(`CREATE TEMP TRIGGER end_here AFTER UPDATE OF inscribed ON main.register_inscribing
    WHEN NEW.inscribed >= ${Math.trunc(after)} BEGIN SELECT end_now(); END`);
  const started = await opened.value.dispatch(
    terminalSender('cli:test'),
    JSON.stringify({ name: 'registerInscribing.start', input: {} }),
  );
  process.stdout.write(`${started}\n`);
}

createInterface({ input: process.stdin }).once('line', (line) => {
  void work(JSON.parse(line) as InscribingKillOrder);
});
