// Tells each step as it happens and writes the summary; a step that fails ends the demonstration.
import { writeFileSync } from 'node:fs';

export type Report = {
  /** Runs one step; its answer is the sentence that says what was seen. */
  step(what: string, act: () => Promise<string>): Promise<void>;
  save(file: string, rest: readonly string[]): void;
};

export function createReport(): Report {
  const rows: { what: string; seen: string; seconds: string }[] = [];
  return {
    async step(what, act) {
      const startedAt = performance.now();
      try {
        const seen = await act();
        const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
        rows.push({ what, seen, seconds });
        process.stdout.write(`  ok  ${what} – ${seen} (${seconds} s)\n`);
      } catch (error) {
        process.stdout.write(`  FAILED  ${what}\n`);
        throw error;
      }
    },
    save(file, rest) {
      const table = rows.map(({ what, seen, seconds }) => `| ${what} | ${seen} | ${seconds} |`);
      const lines = [
        '# The whole job, in the practice environment',
        '',
        '| step | seen | s |',
        '|---|---|---|',
        ...table,
      ];
      writeFileSync(file, `${[...lines, '', ...rest].join('\n')}\n`);
    },
  };
}

/** Stops the demonstration unless it is so. */
export function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`expected: ${what}`);
}
