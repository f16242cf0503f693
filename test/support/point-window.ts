// The app as a process of its own with its window, ready to become the registration point of a practice site. What comes in
// line by line goes to the app as the command line's calls do, or to the practice service as its administrator's.
import { createInterface } from 'node:readline';
import { terminalSender } from '../../main/application/owner-socket.ts';
import { createChromiumHost } from '../../main/host/chromium.ts';
import { findChromium } from '../../main/host/chromium-find.ts';
import { systemClock } from '../../main/platform/clock.ts';
import { newId } from '../../main/platform/ids.ts';
import { openSite } from '../integration/presences/site-bench.ts';
import { withWorks } from '../integration/registration-point/point-bench.ts';
import type { PointAsked, PointOrder } from './point-run.ts';

const say = (answer: unknown): void => void process.stdout.write(`${JSON.stringify(answer ?? null)}\n`);

async function open({ profileDir, pageDir, port }: PointOrder) {
  // Before the window is there, nobody may call.
  let trusts: (typeof host)['trusts'] = () => false;
  // The window has the clock of this computer.
  const site = await openSite({
    ...{ profileDir, actorKind: 'person', clock: systemClock },
    trusted: (sender) => trusts(sender),
  });
  await site.must('settings.update', { language: 'nl', firstRunDone: true });
  await withWorks(site, { contact: 'Marek Janssens' });
  const made = await createChromiumHost({
    ...{ app: site.app, newId, pageDir, tempDir: `${profileDir}/temp`, saveDir: profileDir },
    monotonic: () => performance.now(),
    linkHosts: [],
    executable: findChromium() ?? '',
    closed: () => {},
    headless: true,
    size: { width: 800, height: 1280 },
    extraSwitches: [`--remote-debugging-port=${port}`],
  });
  if (!made.ok) throw new Error(made.failure.code);
  const host = made.value;
  trusts = host.trusts;
  site.app.attachHost(host, host.trusts);
  await host.openWindow();
  return { site, host };
}

async function answer({ site }: Awaited<ReturnType<typeof open>>, asked: PointAsked): Promise<unknown> {
  if ('path' in asked) return site.admin(asked.method, asked.path, asked.json);
  return JSON.parse(await site.app.dispatch(terminalSender('cli:test'), JSON.stringify(asked)));
}

const lines = createInterface({ input: process.stdin });
lines.once('line', (first) => {
  open(JSON.parse(first) as PointOrder).then(
    (opened) => {
      lines.on('line', (line) => {
        answer(opened, JSON.parse(line) as PointAsked).then(say, (error: Error) =>
          say({ error: error.message }),
        );
      });
      lines.once('close', () => {
        void opened.host
          .close()
          .then(() => opened.site.close())
          .then(() => process.exit(0));
      });
      say({ ready: true });
    },
    (error: unknown) => {
      say({ error: error instanceof Error ? error.message : 'unknown' });
      process.exit(1);
    },
  );
});
