// The whole matrix of certificate files, ours beside openssl: right means that a good file opens and a bad one is refused.
import { execFile, execFileSync } from 'node:child_process';
import { openContainer } from '../../main/certificates/open-container.ts';
import { badCases } from '../integration/certificates/matrix/bad-cases.ts';
import { criteriaCases } from '../integration/certificates/matrix/criteria-cases.ts';
import { encryptionCases } from '../integration/certificates/matrix/encryption-cases.ts';
import type { FileCase } from '../integration/certificates/matrix/file-case.ts';
import { otherToolCases } from '../integration/certificates/matrix/other-tool-cases.ts';
import { structureCases } from '../integration/certificates/matrix/structure-cases.ts';
import type { Tool, Workshop } from '../integration/certificates/matrix/workshop.ts';
import { printTarget } from './measure.ts';

const cases = [...encryptionCases, ...criteriaCases, ...structureCases, ...badCases, ...otherToolCases];

export async function countMatrix(shop: Workshop): Promise<void> {
  const right = { ours: 0, openssl: 0, 'openssl -legacy': 0 };
  let files = 0;
  for (const file of cases.filter((one) => (one.needs ?? []).every(present))) {
    const bytes = await file.make(shop);
    const path = shop.write(shop.fresh('.judged'), bytes);
    const good = file.expect.opens;
    files += 1;
    if (await oursIsRight(file, bytes)) right.ours += 1;
    if ((await opensWithOpenssl(shop, file, path, [])) === good) right.openssl += 1;
    if ((await opensWithOpenssl(shop, file, path, ['-legacy'])) === good) right['openssl -legacy'] += 1;
  }
  process.stdout.write(`\nMatrix of ${files} certificate files: good ones opened, bad ones refused\n`);
  for (const [reader, count] of Object.entries(right)) {
    process.stdout.write(
      `  ${reader.padEnd(34)} right            ${String(count).padStart(10)}   of ${files}\n`,
    );
  }
  printTarget('files of the matrix judged rightly by ours', right.ours, files, 'atLeast');
}

/** Ours must also give the right reason; of openssl only the exit code is asked. */
async function oursIsRight(file: FileCase, bytes: Uint8Array): Promise<boolean> {
  const opened = await openContainer(
    bytes,
    file.password,
    file.entry === undefined ? {} : { entry: file.entry },
  );
  if (opened.ok || file.expect.opens) return opened.ok && file.expect.opens;
  return opened.failure.code === file.expect.code;
}

function opensWithOpenssl(shop: Workshop, file: FileCase, path: string, more: string[]): Promise<boolean> {
  const secret = `file:${shop.write(shop.fresh('.pw'), `${file.password}\n`)}`;
  const args =
    file.expect.opens && file.expect.format === 'pem'
      ? ['pkey', '-in', path, '-passin', secret, '-noout']
      : ['pkcs12', '-in', path, '-passin', secret, '-nodes', ...more];
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const child = execFile('openssl', args, { cwd: shop.dir, env, maxBuffer: 64 * 2 ** 20 }, (error, out) =>
      resolve(
        error === null && (args[0] === 'pkey' || (out.includes('PRIVATE KEY') && out.includes('BEGIN CERT'))),
      ),
    );
    child.stdin?.end();
  });
}

function present(tool: Tool): boolean {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
