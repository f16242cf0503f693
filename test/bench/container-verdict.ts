// How long a verdict takes, from the bytes to the criteria, over every file of the matrix below 20,000 iterations.
import { inspectCertificate } from '../../main/certificates/inspect-certificate.ts';
import { printTarget } from './measure.ts';

export type MatrixFile = { bytes: Uint8Array; password: string; keyFile?: Uint8Array; entry?: number };

const runs = 5;
const context = { now: new Date().toISOString(), issuers: [], enterpriseName: 'Zalen Het Park' };

/** `files` without those of more iterations. Each is judged several times, all in one warm process as in the window. */
export async function benchVerdicts(files: readonly MatrixFile[]): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const { bytes, password, keyFile, entry } of files) {
      const start = performance.now();
      await inspectCertificate({
        ...{ bytes, password, context },
        ...(keyFile ? { keyFile } : {}),
        ...(entry === undefined ? {} : { entry }),
      });
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  process.stdout.write(
    `\nA verdict, ${files.length} files of fewer than 20,000 iterations, ${times.length} runs (ms): ` +
      `p50 ${at(0.5).toFixed(1)}   p95 ${at(0.95).toFixed(1)}   p99 ${at(0.99).toFixed(1)}   longest ${at(1).toFixed(1)}\n`,
  );
  printTarget('a verdict below 20,000 iterations, p95, ms', at(0.95), 150, 'atMost');
}
