// The HTTP conformance cases inside a real Electron, on `net.fetch` (`npm run conformance:electron`). Not run where
// Electron's binary is missing; UNVERIFIED until somebody ran it and wrote the result in the README.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronFetch, electronHttp } from '../../../main/platform/http-electron.ts';
import { makeTls } from './certificate.ts';
import { conformanceCases } from './conformance.ts';
import { startMisbehaving } from './misbehaving-server.ts';

type ElectronParts = {
  app: { whenReady(): Promise<void>; exit(code: number): void };
  session: { fromPartition(name: string, options: { cache: boolean }): ElectronSession };
};
type ElectronSession = {
  fetch: ElectronFetch;
  setCertificateVerifyProc(
    decide: (ask: { certificate: { issuerName: string } }, answer: (code: number) => void) => void,
  ): void;
};

if (process.versions['electron'] === undefined) {
  process.stdout.write(
    'This check runs inside Electron: npx electron test/integration/http/conformance-electron.ts\n',
  );
  process.stdout.write('Nothing was run here; the Electron port stays unverified.\n');
  process.exit(1);
}

const { app, session } = createRequire(import.meta.url)('electron') as ElectronParts;
await app.whenReady();
const dirs = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'sociodesk-http-')));
const [ours = '', theirs = ''] = dirs;
const server = await startMisbehaving(makeTls(ours));
const untrusted = await startMisbehaving(makeTls(theirs, 'Another authority'));
const memory = session.fromPartition('conformance', { cache: false });
// Trusts the one authority by its name; -2 means refused.
memory.setCertificateVerifyProc((ask, answer) =>
  answer(ask.certificate.issuerName === 'Test authority' ? 0 : -2),
);
const port = electronHttp((url, init) => memory.fetch(url, init));

let failed = 0;
for (const { name, run } of conformanceCases) {
  try {
    await run({ port, server, untrusted, seesWriting: false });
    process.stdout.write(`ok      ${name}\n`);
  } catch (error) {
    failed += 1;
    process.stdout.write(`FAILED  ${name}: ${error instanceof Error ? error.message : 'unknown'}\n`);
  }
}
await port.close();
for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
process.stdout.write(`${conformanceCases.length - failed} passed, ${failed} failed\n`);
app.exit(failed === 0 ? 0 : 1);
