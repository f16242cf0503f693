// The layers of `npm test`: what each runs, what it needs, and how its result is counted.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.ts';
import { projectRoot } from './source-stamp.ts';
import type { PartName } from './system-parts.ts';
import { withSecretService } from './with-secret-service.ts';

export type Count = { passed: number; failed: number };
export type Layer = { name: string; needs: readonly PartName[]; run: () => Promise<Count> };

const bin = (...path: string[]): string => join(projectRoot, 'node_modules', ...path);
const vitest = bin('vitest', 'vitest.mjs');
const reports = join(projectRoot, 'out', 'test-reports');

/** A step that only passes or fails. */
const whole = async (works: Promise<boolean>): Promise<Count> =>
  (await works) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** One checker each: several would each work out the types of the libraries anew. */
const compile = (config: string) =>
  runNode([bin('typescript', 'bin', 'tsc'), '--noEmit', '--checkers', '1', '-p', config]);

/** The configurations that `npm run typecheck` goes through, so that the two never differ. */
function typeConfigs(): string[] {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: { typecheck: string };
  };
  return [...manifest.scripts.typecheck.matchAll(/-p (\S+)/g)].map((match) => match[1] ?? '');
}

/** Two at a time, as each keeps one processor busy. */
async function types(): Promise<Count> {
  const count = { passed: 0, failed: 0 };
  const waiting = typeConfigs();
  const lane = async (): Promise<void> => {
    for (let config = waiting.shift(); config !== undefined; config = waiting.shift()) {
      if ((await compile(config)) === 0) count.passed += 1;
      else count.failed += 1;
    }
  };
  await Promise.all([lane(), lane()]);
  return count;
}

/** One vitest project, with a Secret Service around it where its tests meet a real one. */
async function suite(
  project: string,
  options: { timeZone?: string; keyring?: boolean; together?: boolean; workers?: number } = {},
): Promise<Count> {
  const report = join(reports, `${project}${options.timeZone?.replaceAll('/', '-') ?? ''}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  const env = { ...process.env, ...(options.timeZone ? { TZ: options.timeZone } : {}) };
  const parameters = [
    vitest,
    'run',
    '--project',
    project,
    // Each module is loaded once for a worker, not for every file: that costs a third of a layer of the whole app. That
    // files stand alone, the first run of the unit tests shows, and every file that somebody runs by itself.
    ...(options.together === true ? ['--no-isolate'] : []),
    ...(options.workers === undefined ? [] : ['--maxWorkers', String(options.workers)]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = options.keyring
    ? await withSecretService(process.execPath, parameters, env)
    : await runNode(parameters, env);
  return counted(report, code);
}

/** Tests of the whole app wait a third of their time: for a disk, a process, an answer. One more than the usual two fills it. */
const whereTheyWait = 3;

/** A run that ended badly without naming a failed test (a file that does not load, a crash) counts as one failure. */
export function counted(report: string, code: number): Count {
  try {
    const json = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    const failed = code !== 0 && json.numFailedTests === 0 ? 1 : json.numFailedTests;
    return { passed: json.numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

export const layers: readonly Layer[] = [
  { name: 'types', needs: [], run: types },
  {
    name: 'lint',
    needs: [],
    run: () =>
      whole(runNode([bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']).then((code) => code === 0)),
  },
  { name: 'build', needs: [], run: () => whole(buildIfStale(() => {}).then(() => true, told)) },
  // At both ends of the day; in the zone of the machine all other layers run.
  { name: 'unit', needs: [], run: () => suite('unit', { timeZone: 'Pacific/Kiritimati' }) },
  {
    name: 'unit-west',
    needs: [],
    run: () => suite('unit', { timeZone: 'America/Los_Angeles', together: true }),
  },
  { name: 'architecture', needs: [], run: () => suite('architecture') },
  {
    name: 'integration',
    needs: ['chromium', 'secretService'],
    run: () => suite('integration', { keyring: true, together: true, workers: whereTheyWait }),
  },
  // A browser draws beside each: with a third one, keys and focus would be tested on a machine busier than any office's.
  { name: 'ui', needs: ['chromium'], run: () => suite('ui', { together: true, workers: 2 }) },
];

function told(error: unknown): false {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return false;
}

function runNode(parameters: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, parameters, { stdio: 'inherit', env, cwd: projectRoot });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
