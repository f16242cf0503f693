// One fresh process opens one file (or makes a certificate), password on standard input, and watches how long its event loop was held up.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import forge from 'node-forge';
import { generateSelfSigned } from '../../../main/certificates/generate-self-signed.ts';
import { openContainer } from '../../../main/certificates/open-container.ts';

const [reader, path] = process.argv.slice(2);
const bytes = path === undefined ? Buffer.alloc(0) : readFileSync(path);
const password = await text(process.stdin);

const readers: Record<string, () => unknown> = {
  async ours() {
    const opened = await openContainer(bytes, password);
    if (!opened.ok) throw new Error(`not opened: ${opened.failure.code}`);
  },
  /** A certificate of its own with the largest key, as the wizard makes it. */
  generate: () => generate('rsa4096'),
  generateAgain: () => generate('rsa4096'),
  forge: () =>
    forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(forge.util.createBuffer(bytes)), false, password),
};

function generate(keyKind: 'ecP384' | 'rsa4096'): Promise<unknown> {
  const enterprise = { enterpriseName: 'Park', enterpriseNumber: '0999999130' };
  return generateSelfSigned({ ...enterprise, keyKind, now: new Date() });
}
// The library is loaded by the first certificate of a run, and not again.
if (reader === 'generateAgain') await generate('ecP384');

/** Of the main thread alone: on a busy machine the wall clock also counts what other programs take. */
const threadMs = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
let last = threadMs();
let heldMs = 0;
const ticks = setInterval(() => {
  const now = threadMs();
  heldMs = Math.max(heldMs, now - last);
  last = now;
}, 1);

const resolution = 1;
const watch = monitorEventLoopDelay({ resolution });
watch.enable();
await delay(20);
// The first tick after a reset is not counted: let it pass.
watch.reset();
await delay(10);
heldMs = 0;
const started = performance.now();
await readers[reader ?? '']?.();
const openMs = performance.now() - started;
await delay(5);
watch.disable();
clearInterval(ticks);
const blockedMs = Math.max(0, watch.max / 1e6 - resolution);
process.stdout.write(`${JSON.stringify({ openMs, blockedMs, heldMs })}\n`);
