// `npm test [layer…]`: installs what it may, runs the layers one after the other, and ends with `N passed, N failed`.
// A layer that cannot run on this machine says so; under CI that is a failure.
import { ensureSystemParts } from './system-parts.ts';
import { type Count, layers } from './test-layers.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = asked.filter((name) => !layers.some((layer) => layer.name === name));
const chosen = layers.filter((layer) => asked.length === 0 || asked.includes(layer.name));

const parts = await ensureSystemParts(
  { chromium: true, pageBrowser: true, secretService: true, foreignTools: true },
  say,
);
// Chromium's own sandbox does not start for root, as in most containers.
if (process.getuid?.() === 0) process.env['SOCIODESK_TEST_NO_SANDBOX'] = '1';

const total: Count = { passed: 0, failed: unknown.length };
for (const name of unknown) say(`Sociodesk: there is no test layer named ${name}.`);

for (const layer of chosen) {
  const lacking = layer.needs.filter((part) => parts.missing.includes(part));
  if (lacking.length > 0) {
    say(`Sociodesk: the ${layer.name} tests cannot run here, because of: ${lacking.join(', ')}.`);
    for (const line of parts.advice) say(`  ${line}`);
    if (process.env['CI']) total.failed += 1;
    continue;
  }
  const startedAt = performance.now();
  const count = await layer.run();
  total.passed += count.passed;
  total.failed += count.failed;
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  say(`Sociodesk: ${layer.name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
}

process.exitCode = total.failed === 0 ? 0 : 1;
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
