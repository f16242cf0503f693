// Runs a command of the command line in this process, on the app of a test, with files by their paths.
import type { Command, Context, Outcome } from '../../main/cli/command.ts';
import { newId } from '../../main/platform/ids.ts';
import type { AppBench } from './application-bench.ts';

/** In English. */
export function runCommand(
  bench: AppBench,
  command: Command | undefined,
  words: string[],
  values: Context['values'],
): Promise<Outcome> {
  const texts = bench.app.session()?.texts;
  if (command === undefined || texts === undefined) throw new Error('nothing to run');
  return command.run({
    app: {
      call: (name, input, files = {}) => {
        bench.app.terminal.offer('cli:test', files.read ?? [], files.saveTo ?? null);
        return bench.call(name, input);
      },
      close: async () => {},
    },
    values,
    words,
    language: 'en',
    t: (key, params) => texts.t('en', key.includes(':') ? key : `cli:${key}`, params),
    progress: () => {},
    readInput: async () => '',
    newId,
  } as Context);
}
