// The measured programs, bundled by the app's own configuration: `out/bench` holds them beside the practice service.
import { join } from 'node:path';
import { build, loadConfigFromFile, mergeConfig } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const children = [
  'seed',
  'seed-clients',
  'boot',
  'send',
  'serve',
  'fault-mix',
  'claims',
  'autosave',
  'page',
  'typing',
  'training-list',
  'grid',
  'seed-presences',
  'presence-day',
  'seed-applicants',
  'applicant-board',
  'seed-register',
  'register-lines',
] as const;
export type Child = (typeof children)[number];

const outDir = join(root, 'out', 'bench');
export const childFile = (child: Child): string => join(outDir, `bench-${child}.js`);

let built: Promise<void> | undefined;

/** Once per run. */
export function bundle(): Promise<void> {
  built ??= make();
  return built;
}

async function make(): Promise<void> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'main' }, join(root, 'vite.config.ts'));
  if (loaded === null) throw new Error('vite.config.ts cannot be read');
  const { config } = loaded;
  const entries = { ...(config.build?.rolldownOptions?.input as Record<string, string>) };
  // The services that the app starts beside itself; its own entries are not needed.
  const input = {
    'practice-service': entries['practice-service'],
    'job-worker': entries['job-worker'],
    ...Object.fromEntries(
      children.map((child) => [`bench-${child}`, join(import.meta.dirname, 'children', `${child}.ts`)]),
    ),
  } as Record<string, string>;
  if (config.build?.rolldownOptions) config.build.rolldownOptions.input = input;
  await build(
    mergeConfig(config, { configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true } }),
  );
}
