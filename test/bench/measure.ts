// Runs a command several times and reads what it says of itself: the last line of standard output is JSON with figures.
import { spawn } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

export type Figures = Record<string, number>;
export type Row = {
  what: string;
  figures: Record<string, { min: number; median: number; max: number }>;
  runs: number;
};

/** One line about the machine, so that a figure is never read without it. */
export const machineLine = (): string => {
  const all = cpus();
  return `${all.length} × ${all[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
};

export function runOnce(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const wallMs = performance.now() - started;
      if (code !== 0) return reject(new Error(`${command} ${args.join(' ')} ended with ${code}`));
      const last = out.trim().split('\n').at(-1) ?? '{}';
      resolve({ wallMs, ...(JSON.parse(last) as Figures) });
    });
    child.stdin.end(options.input ?? '');
  });
}

/** Minimum, median and maximum of each figure. */
export function summarize(what: string, runs: readonly Figures[]): Row {
  const names = Object.keys(runs[0] ?? {});
  const figures = Object.fromEntries(
    names.map((name) => {
      const values = runs.map((run) => run[name] ?? Number.NaN).sort((a, b) => a - b);
      return [
        name,
        { min: values[0] ?? 0, median: values[Math.floor(values.length / 2)] ?? 0, max: values.at(-1) ?? 0 },
      ];
    }),
  );
  return { what, figures, runs: runs.length };
}

const shown = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

export function printRows(title: string, rows: readonly Row[]): void {
  process.stdout.write(`\n${title}\n`);
  for (const row of rows) {
    for (const [name, { min, median, max }] of Object.entries(row.figures)) {
      process.stdout.write(
        `  ${row.what.padEnd(34)} ${name.padEnd(16)} ${shown(median).padStart(10)}   (${shown(min)} – ${shown(max)}, ${row.runs} runs)\n`,
      );
    }
  }
}

/** A figure against its target: said, not asserted, as machines differ. */
export function printTarget(what: string, value: number, target: number, sense: 'atMost' | 'atLeast'): void {
  const met = sense === 'atMost' ? value <= target : value >= target;
  process.stdout.write(
    `  ${met ? 'met   ' : 'MISSED'} ${what}: ${shown(value)} (${sense === 'atMost' ? 'at most' : 'at least'} ${target})\n`,
  );
}
