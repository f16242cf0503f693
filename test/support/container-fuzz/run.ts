// Runs the malformed files in a process of their own, which is ended when it falls silent.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { FuzzRecord } from './child.ts';

const containers = join(import.meta.dirname, 'child.ts');
/** Five hundred cases give a sign of life; together they take seconds. */
const silenceMs = 240_000;

/** `child` is a program that judges so many cases from a seed on and prints its record. */
export function runFuzz<R = FuzzRecord>(cases: number, seed: number, child = containers): Promise<R> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, String(cases), String(seed)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let error = '';
    let silence: NodeJS.Timeout | undefined;
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(() => running.kill('SIGKILL'), silenceMs);
    };
    alive();
    running.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    running.stderr.setEncoding('utf8').on('data', (text: string) => {
      alive();
      error = (error + text).slice(-2_000);
    });
    running.on('error', reject);
    running.on('close', (code, signal) => {
      clearTimeout(silence);
      if (code === 0) resolve(JSON.parse(out.trim().split('\n').at(-1) ?? '') as R);
      else reject(new Error(`the reader crashed or hung (${code ?? signal}): ${error}`));
    });
  });
}
