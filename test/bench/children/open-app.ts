// Opens the real application on a profile for a measured program, and calls it as a window does.
import { readFileSync } from 'node:fs';
import { type Application, createApplication } from '../../../main/application.ts';
import type { Sender } from '../../../main/ipc/dispatch.ts';
import type { CallName, HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/result.ts';

const sender: Sender = { windowId: 'bench', origin: 'bench', topFrame: true };

export type Call = <N extends CallName>(
  name: N,
  input: Partial<HandlerInput<N>>,
) => Promise<HandlerOutput<N>>;

export type OpenApp = { app: Application; call: Call };

/** The profile's keys stand in the system's keychain, as for a person. */
export async function openApp(profileDir: string): Promise<OpenApp> {
  const opened = await createApplication({
    profileDir,
    trusted: (from) => from.windowId === sender.windowId,
  });
  if (!opened.ok) throw new Error(`not opened: ${opened.failure.code}`);
  const app = opened.value;
  const call: Call = async (name, input) => {
    const answer = JSON.parse(await app.dispatch(sender, JSON.stringify({ name, input }))) as Result<never>;
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`);
    return answer.value;
  };
  return { app, call };
}

/** Waits for a job as the person does, without holding up what it waits for; answers why it failed, or null. */
export async function jobEnd(app: Application, id: string): Promise<string | null> {
  const jobs = app.session()?.jobs;
  for (;;) {
    const job = jobs?.list().find((one) => one.id === id);
    if (job?.state === 'done') return null;
    if (job !== undefined && job.state !== 'running') return job.failure?.code ?? job.state;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The same, for a job that must not fail. */
export async function jobEnded(app: Application, id: string): Promise<void> {
  const failure = await jobEnd(app, id);
  if (failure !== null) throw new Error(`the job failed: ${failure}`);
}

/** Peak of this process so far. On Linux from its own page tables: `maxRSS` begins with what the parent had. */
export function peakMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1_024;
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}

export const say = (figures: Record<string, unknown>): void =>
  void process.stdout.write(`${JSON.stringify(figures)}\n`);
