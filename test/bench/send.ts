// A thousand worker-years to the practice service: ours reads, freezes on disk, sends and writes down each; newman only
// makes the calls, once with the same reading before each replacement and once without it.
import { nodeFlags } from '../../main/launch/node-flags.ts';
import { childFile } from './bundle.ts';
import { type Figures, printRows, printTarget, type Row, runOnce, summarize } from './measure.ts';
import { hasNewman, runNewman, serve, writeCalls } from './newman.ts';
import { copyOf, profileToSend } from './profile-folder.ts';

const runs = 5;
const slowRuns = 3;
const latencyMs = 50;

export async function bench(): Promise<void> {
  const ready = await profileToSend();
  let sent = '';
  const send = async (latency: number, times: number, what: string): Promise<Row> => {
    const figures: Figures[] = [];
    for (let run = 0; run < times; run += 1) {
      sent = copyOf(ready);
      const figuresOfRun = await runOnce(process.execPath, [
        ...nodeFlags,
        childFile('send'),
        sent,
        String(latency),
      ]);
      const { sendMs = 0, cpuMs = 0, peakMb = 0, answered } = figuresOfRun;
      if (answered !== 1_000) throw new Error(`${answered} of 1,000 worker-years were answered`);
      figures.push({ sendMs, cpuMs, peakMb });
    }
    return summarize(what, figures);
  };
  const fast = await send(0, runs, 'ours, GET and PUT, 0 ms');
  const slow = await send(latencyMs, slowRuns, `ours, GET and PUT, ${latencyMs} ms`);
  const rows = [fast, slow];
  const peers: [string, Row][] = [];
  if (hasNewman()) {
    const calls = await writeCalls(sent);
    for (const [methods, latency] of [
      [['PUT'], 0],
      [['PUT'], latencyMs],
      [['GET', 'PUT'], latencyMs],
    ] as const) {
      const served = await serve(copyOf(ready));
      const what = `newman, ${methods.join(' and ')}, ${latency} ms`;
      const row = summarize(what, [await runNewman(served, calls, methods, latency)]);
      await served.close();
      rows.push(row);
      if (latency > 0) peers.push([what, row]);
    }
  }
  printRows('Sending 1,000 worker-years to the practice service in a process of its own', rows);
  if (!hasNewman()) process.stdout.write('  newman is not there: npm --prefix test/bench/peers install\n');
  const median = (row: Row, figure: string) => row.figures[figure]?.median ?? 0;
  printTarget('sending at 0 ms, ms', median(fast, 'sendMs'), 2_000, 'atMost');
  printTarget('sending, peak MB of the sender', median(fast, 'peakMb'), 130, 'atMost');
  for (const [what, row] of peers)
    printTarget(`times faster than ${what}`, median(row, 'sendMs') / median(slow, 'sendMs'), 8, 'atLeast');
}
