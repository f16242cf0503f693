// The app as a process of its own with its window, for tests that drive it from outside and kill it: a real keychain, a real
// browser that also listens for the test. Besides, it answers calls that come in line by line, as the command line's would.
import { createInterface } from 'node:readline';
import { terminalSender } from '../../main/application/owner-socket.ts';
import { createApplication } from '../../main/application.ts';
import { createChromiumHost } from '../../main/host/chromium.ts';
import { findChromium } from '../../main/host/chromium-find.ts';
import { newId } from '../../main/platform/ids.ts';
import type { WindowOrder } from './clerk-run.ts';

const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function open({ profileDir, environmentsFile, ...order }: WindowOrder) {
  const opened = await createApplication({
    ...{ profileDir, environmentsFile, environmentName: 'practice', practice: 'none' },
    ...{ actorKind: 'person', locale: 'nl_BE' },
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const app = opened.value;
  const host = await createChromiumHost({
    ...{ app, newId, pageDir: order.pageDir, tempDir: order.tempDir, saveDir: order.saveDir },
    monotonic: () => performance.now(),
    linkHosts: [],
    executable: findChromium() ?? '',
    closed: () => {},
    headless: true,
    size: { width: 1366, height: 900 },
    extraSwitches: [`--remote-debugging-port=${order.port}`],
  });
  if (!host.ok) throw new Error(host.failure.code);
  app.attachHost(host.value, host.value.trusts);
  return { app, host: host.value };
}

const lines = createInterface({ input: process.stdin });
lines.once('line', (first) => {
  open(JSON.parse(first) as WindowOrder).then(
    ({ app, host }) => {
      lines.on('line', (line) => {
        if (line === 'window') void host.openWindow().then(() => say({ shown: true }));
        else
          void app
            .dispatch(terminalSender('cli:test'), line)
            .then((answer) => process.stdout.write(`${answer}\n`));
      });
      lines.once('close', () => {
        void host
          .close()
          .then(() => app.close())
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
