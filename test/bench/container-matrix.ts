// The whole matrix of certificate files, ours beside openssl, keytool and Node's TLS: right means that a good file opens and
// a bad one is refused. Ours must also give the right reason; of the others only whether they open it is asked.
import { openContainer } from '../../main/certificates/open-container.ts';
import { badCases } from '../integration/certificates/matrix/bad-cases.ts';
import { criteriaCases } from '../integration/certificates/matrix/criteria-cases.ts';
import { encryptionCases } from '../integration/certificates/matrix/encryption-cases.ts';
import type { FileCase } from '../integration/certificates/matrix/file-case.ts';
import { otherToolCases } from '../integration/certificates/matrix/other-tool-cases.ts';
import { structureCases } from '../integration/certificates/matrix/structure-cases.ts';
import { vendorCases } from '../integration/certificates/matrix/vendor-cases.ts';
import type { Workshop } from '../integration/certificates/matrix/workshop.ts';
import { opensWith, peers, present } from './container-peers.ts';
import type { MatrixFile } from './container-verdict.ts';
import { printTarget } from './measure.ts';

const cases = [
  ...[...encryptionCases, ...criteriaCases, ...structureCases, ...badCases, ...otherToolCases],
  ...vendorCases,
];
type Judgement = { name: string; good: boolean; ours: boolean; said: Record<string, boolean | null> };

/** Prints the table of agreement; answers the files below 20,000 iterations, for timing. */
export async function countMatrix(shop: Workshop): Promise<MatrixFile[]> {
  const judged: Judgement[] = [];
  const light: MatrixFile[] = [];
  for (const file of cases.filter((one) => (one.needs ?? []).every(present))) {
    const bytes = await file.make(shop);
    const keyFile = await file.keyFile?.(shop);
    const said: Judgement['said'] = {};
    for (const peer of peers) said[peer] = await opensWith(peer, shop, { file, bytes, keyFile });
    const ours = await oursIsRight(file, bytes, keyFile);
    judged.push({ name: file.name, good: file.expect.opens, ours, said });
    if (!isHeavy(file)) light.push({ bytes, password: file.password, ...asOptions(file, keyFile) });
  }
  printAgreement(judged);
  return light;
}

/** Several tools take 600,000 rounds where they are asked for it, or by themselves. */
const isHeavy = ({ name }: FileCase) => /600,000|million|^GnuTLS|^NSS|MB of noise/.test(name);

const asOptions = (file: FileCase, keyFile: Uint8Array | undefined) => ({
  ...(file.entry === undefined ? {} : { entry: file.entry }),
  ...(keyFile ? { keyFile } : {}),
});

async function oursIsRight(
  file: FileCase,
  bytes: Uint8Array,
  keyFile: Uint8Array | undefined,
): Promise<boolean> {
  const opened = await openContainer(bytes, file.password, asOptions(file, keyFile));
  if (opened.ok || file.expect.opens) return opened.ok && file.expect.opens;
  return opened.failure.code === file.expect.code;
}

function printAgreement(judged: readonly Judgement[]): void {
  const files = judged.length;
  const good = judged.filter((one) => one.good).length;
  process.stdout.write(
    `\nMatrix of ${files} certificate files, ${good} to be opened and ${files - good} to be refused\n` +
      `  ${'reader'.padEnd(18)} ${'right'.padStart(6)} ${'good refused'.padStart(14)} ${'bad opened'.padStart(12)}\n`,
  );
  const ours = judged.filter((one) => one.ours).length;
  process.stdout.write(`  ${'ours (and why)'.padEnd(18)} ${String(ours).padStart(6)}\n`);
  for (const peer of peers) {
    const asked = judged.filter(({ said }) => said[peer] !== null);
    const refused = asked.filter((one) => one.good && !one.said[peer]).length;
    const opened = asked.filter((one) => !one.good && one.said[peer]).length;
    const right = asked.length - refused - opened;
    process.stdout.write(
      `  ${peer.padEnd(18)} ${String(right).padStart(6)} ${String(refused).padStart(14)} ${String(opened).padStart(12)}${asked.length < files ? `   (asked of ${asked.length})` : ''}\n`,
    );
  }
  process.stdout.write('  where they part (+ opens, - does not, ! ours is wrong):\n');
  const parted = judged.filter(
    ({ good, ours, said }) => !ours || peers.some((peer) => said[peer] !== null && said[peer] !== good),
  );
  for (const { name, good, ours, said } of parted) {
    const marks = peers
      .map((peer) => `${peer} ${said[peer] === null ? '?' : said[peer] ? '+' : '-'}`)
      .join('  ');
    process.stdout.write(`    ${ours ? ' ' : '!'} ${good ? 'good' : 'bad '} ${name.padEnd(58)} ${marks}\n`);
  }
  printTarget('files of the matrix judged rightly by ours', ours, files, 'atLeast');
}
