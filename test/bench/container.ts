// Certificate files: how long they take to open, how long the window waits meanwhile, how many of the matrix open as they
// should beside openssl, keytool and Node's TLS, how long a verdict takes, and what an assertion adds to its signature.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { encryptionCases } from '../integration/certificates/matrix/encryption-cases.ts';
import type { FileCase } from '../integration/certificates/matrix/file-case.ts';
import { openWorkshop, type Workshop } from '../integration/certificates/matrix/workshop.ts';
import { countMatrix } from './container-matrix.ts';
import { benchSigning } from './container-signing.ts';
import { benchVerdicts } from './container-verdict.ts';
import { type Figures, printRows, printTarget, type Row, runOnce, summarize } from './measure.ts';

const runs = 5;
const child = join(import.meta.dirname, 'children', 'open-container.ts');
/** As the tools of today and of yesterday write them, and what a careful person asks for. */
const typical = ['openssl 3 as it comes', 'openssl 1 as it came (-legacy)', 'openssl with AES-256'];
const heavy = ['openssl with 600,000 iterations', 'openssl with 600,000 iterations, legacy'];

export async function bench(): Promise<void> {
  const shop = openWorkshop();
  try {
    const rows: Row[] = [];
    for (const name of [...typical, ...heavy]) rows.push(await measure(shop, name, 'ours'));
    for (const name of heavy) rows.push(await measure(shop, name, 'forge'));
    printRows(
      'Opening a certificate file: openMs to the key; the longest wait of the event loop, by the wall clock (blockedMs) and in work of its own (heldMs)',
      rows,
    );
    const worst = (names: readonly string[], figure: string) =>
      Math.max(
        ...rows.filter(({ what }) => names.includes(what)).map((row) => row.figures[figure]?.median ?? 0),
      );
    printTarget('typical files, slowest median, ms', worst(typical, 'openMs'), 150, 'atMost');
    printTarget('600,000 iterations, longest the window is held, ms', worst(heavy, 'heldMs'), 50, 'atMost');
    await benchGeneration();
    await benchVerdicts(await countMatrix(shop));
    await benchSigning();
  } finally {
    shop.close();
  }
}

/** Making the largest key must not hold the window up; the first one also loads the library that writes certificates. */
async function benchGeneration(): Promise<void> {
  const rows: Row[] = [];
  for (const [what, reader] of [
    ['self-signed RSA 4096, the first', 'generate'],
    ['self-signed RSA 4096, another', 'generateAgain'],
  ] as const) {
    const figures: Figures[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { openMs = 0, blockedMs = 0, heldMs = 0 } = await runOnce(process.execPath, [child, reader]);
      figures.push({ madeMs: openMs, blockedMs, heldMs });
    }
    rows.push(summarize(what, figures));
  }
  printRows(
    'Making a certificate: madeMs until it is there; the longest wait of the event loop meanwhile',
    rows,
  );
  const held = rows[1]?.figures['heldMs']?.median ?? 0;
  printTarget('making RSA 4096, longest the event loop is held, ms', held, 50, 'atMost');
}

async function measure(shop: Workshop, name: string, reader: 'ours' | 'forge'): Promise<Row> {
  const found = encryptionCases.find((one) => one.name === name);
  if (!found) throw new Error(`the matrix lacks ${name}`);
  const path = await written(shop, found);
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const {
      openMs = 0,
      blockedMs = 0,
      heldMs = 0,
    } = await runOnce(process.execPath, [child, reader, path], {
      input: found.password,
    });
    figures.push({ openMs, blockedMs, heldMs });
  }
  rmSync(path);
  return summarize(reader === 'ours' ? name : `node-forge: ${name.slice('openssl with '.length)}`, figures);
}

async function written(shop: Workshop, file: FileCase): Promise<string> {
  return shop.write(shop.fresh('.measured.p12'), await file.make(shop));
}
