// Opens the app for a command: as owner of the profile, or, where a window owns it, over its local socket; reading also
// works beside an owner that does not answer.
import { join } from 'node:path';
import type { CallInput, CallName, CallOutput } from '../../preload/contract/index.ts';
import { calls } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Application, ApplicationOptions } from '../application/application-options.ts';
import { type OwnerQuestion, terminalSender } from '../application/owner-socket.ts';
import { terminalPrefix } from '../application/terminal-host.ts';
import { createApplication } from '../application.ts';
import { printingHost } from '../host/printing-host.ts';
import { newId } from '../platform/ids.ts';
import { askOwner } from '../platform/local-socket.ts';
import type { Caller, CallFiles } from './command.ts';

/** Failures: those of opening the app; the cause of the rescue screen when the data cannot be opened. */
export async function openCaller(options: ApplicationOptions): Promise<Result<Caller>> {
  const opened = await createApplication({
    ...options,
    actorKind: 'commandLine',
    host: printingHost(join(options.profileDir, 'temp')),
  });
  if (!opened.ok) return opened.failure.code === 'profileInUse' ? ok(besideOwner(options)) : opened;
  const rescue = opened.value.rescue();
  if (rescue === null) return ok(inProcess(opened.value));
  await opened.value.close();
  return { ok: false, failure: rescue };
}

function inProcess(app: Application): Caller {
  // One caller for the whole command: its undo and its files belong together.
  const windowId = `${terminalPrefix}${newId()}`;
  return {
    async call(name, input, files = {}) {
      app.terminal.offer(windowId, files.read ?? [], files.saveTo ?? null);
      return parsed(await app.dispatch(terminalSender(windowId), JSON.stringify({ name, input })));
    },
    close: () => app.close(),
  };
}

function besideOwner(options: ApplicationOptions): Caller {
  let reader: Application | undefined;
  const caller = newId();
  const ask = (name: CallName, input: unknown, files: CallFiles): Promise<Result<string>> => {
    const question: OwnerQuestion = {
      caller,
      json: JSON.stringify({ name, input }),
      files: files.read ?? [],
      saveTo: files.saveTo ?? null,
      environment: options.environmentName ?? null,
    };
    return askOwner(options.profileDir, JSON.stringify(question));
  };
  const read = async <N extends CallName>(
    name: N,
    input: CallInput<N>,
    files: CallFiles,
  ): Promise<Result<CallOutput<N>>> => {
    if (reader === undefined) {
      const opened = await createApplication({ ...options, readonly: true, practice: 'none' });
      if (!opened.ok) return opened;
      reader = opened.value;
    }
    const rescue = reader.rescue();
    return rescue === null ? inProcess(reader).call(name, input, files) : { ok: false, failure: rescue };
  };
  return {
    async call<N extends CallName>(name: N, input: CallInput<N>, files: CallFiles = {}) {
      const answered = await ask(name, input, files);
      if (answered.ok) {
        const result = parsed<N>(answered.value);
        const elsewhere = !result.ok && result.failure.code === 'profileInUse';
        return elsewhere && calls[name].reads ? read(name, input, files) : result;
      }
      if (answered.failure.code !== 'ownerUnreachable') return answered;
      return calls[name].reads ? read(name, input, files) : fail('profileInUse', { retry: 'safe' });
    },
    async close() {
      await reader?.close();
    },
  };
}

/** The dispatcher checked the output against the contract before it became this text. */
const parsed = <N extends CallName>(json: string): Result<CallOutput<N>> =>
  JSON.parse(json) as Result<CallOutput<N>>;
