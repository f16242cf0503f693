// 500 A4 posters in four languages: drawn and printed, by laying what they share under each and, as the peer, each whole or each alone.
// Then all of them read by an independent reader, also with a part of the code covered.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPdf } from '../../main/codes/pdf-pages.ts';
import type { Pixels } from '../../main/codes/read-pixels.ts';
import { onPath } from '../../main/launch/system-parts.ts';
import { keepThread } from '../../main/platform/workers.ts';
import type { PosterContent } from '../../main/posters/poster-content.ts';
import { codeSide } from '../../main/posters/poster-style.ts';
import { printed, readAgain } from '../../main/posters/print-posters.ts';
import { qrPath } from '../../main/posters/qr-path.ts';
import { codeOnA4, covered, readByZbar, speckled } from '../support/covered-codes.ts';
import { keptPrinter } from '../support/kept-printer.ts';
import { printTarget } from './measure.ts';

const count = Number(process.env['SOCIODESK_BENCH_POSTERS'] ?? 500);
/** Pages of the peer that prints each poster alone, which takes too long for all. */
const alone = 20;
const look = { size: 'a4', languages: ['nl', 'fr', 'uk', 'ar'], practice: false } as const;
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

const contents: PosterContent[] = Array.from({ length: count }, (_, at) => {
  const last = `${letters[at % 34]}${letters[Math.floor(at / 34) % 34]}`;
  const reference = `9ZX4K7R2M5T${last}`;
  return {
    worksId: String(at),
    reference,
    name: `Kantoren Noordzee, gebouw ${at + 1}`,
    address: `Havenlaan ${at + 1}, 1000 Brussel`,
    until: '2027-03-31',
    call: 'Fien Aardewijn 0470 12 34 56',
    code: `https://checkinout.example/registration?workplace=${reference}`,
    codeKind: 'official',
  };
});

export async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sociodesk-posters-'));
  const host = await keptPrinter(folder);
  const thread = keepThread({ maxHeapMb: 768 });
  const run = {
    signal: new AbortController().signal,
    pass: () => Promise.resolve(),
    onRead: () => undefined,
  };
  const order = { look, contents };
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  try {
    // The hidden window and the thread are there while the app prints; starting them is no part of a poster.
    await printed({ host }, thread, { look, contents: contents.slice(0, 1) }, run);
    const joined = await timed(() => printed({ host }, thread, order, run));
    if (!joined.value.ok) throw new Error(joined.value.failure.code);
    const pdf = joined.value.value;
    say(`\n${count} A4 posters in four languages`);
    printTarget('drawn and printed, what they share laid under each, s', joined.seconds, 3.5, 'atMost');
    say(
      `  processor time ${joined.processor.toFixed(1)} s, the file ${(pdf.length / 2 ** 20).toFixed(1)} MiB`,
    );
    const whole = await timed(async () => {
      const drawn = await thread.run('posters.draw', { ...order, part: 'whole' }, { maxMs: 300_000 });
      return drawn.ok && drawn.value.ok ? host.makePdf(drawn.value.value.html) : null;
    });
    const bytes = whole.value?.ok === true ? whole.value.value.length : 0;
    say(
      `  peer, each page whole in one document: ${whole.seconds.toFixed(1)} s (processor time ${whole.processor.toFixed(1)} s), ${(bytes / 2 ** 20).toFixed(1)} MiB`,
    );
    const few = await timed(async () => {
      for (const content of contents.slice(0, alone))
        await printed({ host }, thread, { look, contents: [content] }, run);
    });
    say(`  peer, one document for each: ${((few.seconds / alone) * count).toFixed(1)} s (from ${alone})`);
    const codes = contents.map(({ code }) => code);
    const again = await timed(() => readAgain(thread, pdf, codes, run));
    say(
      `  every code read again before the file is offered: ${again.value.ok ? again.value.value : 'none'} in ${again.seconds.toFixed(1)} s`,
    );
    if (onPath('zbarimg')) await readElsewhere(pdf);
    else say('  zbarimg is not installed: npm run setup');
  } finally {
    thread.end();
    await host.close();
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

type Timed<T> = { value: T; seconds: number; processor: number };

/** `processor`: seconds of all processors, ours and the browser's: what a busy machine does not lengthen much. */
async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const [began, used] = [performance.now(), processorSeconds()];
  const value = await work();
  return { value, seconds: (performance.now() - began) / 1_000, processor: processorSeconds() - used };
}

/** Of this process and all below it; where the system does not tell, of this one alone. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1e6;
  if (!existsSync('/proc/self/stat')) return own;
  const parents = new Map<number, { parent: number; seconds: number }>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const fields = statOf(name);
    // Of proc(5): the parent, and the ticks spent in the program and in the system, a hundred a second.
    if (fields !== null)
      parents.set(Number(name), {
        parent: Number(fields[1]),
        seconds: (Number(fields[11]) + Number(fields[12])) / 100,
      });
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid)?.parent ?? 0;
    return parent === process.pid || (parent > 1 && isBelow(parent));
  };
  return [...parents].reduce((sum, [pid, { seconds }]) => (isBelow(pid) ? sum + seconds : sum), own);
}

function statOf(pid: string): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

async function readElsewhere(pdf: Uint8Array): Promise<void> {
  const opened = await openPdf(pdf);
  if (!opened.ok) throw new Error(opened.failure.code);
  const path = qrPath(contents[0]?.code ?? '', codeSide('a4'));
  const code = codeOnA4(path.ok ? path.value.side : 0);
  let seed = 11;
  const random = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const covers: Record<string, (page: Pixels) => Pixels> = {
    'nothing covered': (page) => page,
    '15 % covered, light': (page) => covered(page, code, 0.15),
    '15 % covered, dark': (page) => covered(page, code, 0.15, true),
    'spots over 3 %': (page) => speckled(page, code, 0.03, random),
  };
  for (const dpi of [150, 300]) {
    const read = new Map(Object.keys(covers).map((name) => [name, 0]));
    for (const [at, content] of contents.entries()) {
      const page = await opened.value.draw(at, (297 / 25.4) * dpi);
      if (page === null) continue;
      for (const [name, cover] of Object.entries(covers))
        if (readByZbar([cover(page)])[0] === content.code) read.set(name, (read.get(name) ?? 0) + 1);
    }
    for (const [name, good] of read) printTarget(`zbarimg at ${dpi} dpi, ${name}`, good, count, 'atLeast');
  }
  opened.value.close();
}
