// The app in an installed Chrome, Chromium or Edge window: the same main, page and policy as in Electron.
import { join } from 'node:path';
import { createApplication } from './application.ts';
import { sayAlreadyOpen } from './host/already-open.ts';
import { createChromiumHost } from './host/chromium.ts';
import { findChromium } from './host/chromium-find.ts';
import { endOnBug, sayFailure, sayStart } from './host/say-start.ts';
import { hostsIn } from './host/security.ts';
import { readStartOptions } from './host/start-options.ts';
import { systemClock } from './platform/clock.ts';
import { newId } from './platform/ids.ts';
import { resourcesDir } from './platform/resource-path.ts';
import { readLinks } from './settings/environments.ts';

endOnBug();
process.exitCode = await start();

async function start(): Promise<number> {
  const options = readStartOptions(process.argv.slice(2));
  const executable = findChromium();
  if (executable === null) {
    sayStart('noWindow');
    return 1;
  }
  const opened = await createApplication({ ...options, actorKind: 'person' });
  if (!opened.ok) {
    if (opened.failure.code === 'profileInUse') await sayAlreadyOpen(options.profileDir);
    else sayFailure(opened.failure.code);
    return 1;
  }
  const app = opened.value;
  const ended = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.resolve());
  const host = await createChromiumHost({
    app,
    executable,
    pageDir: join(resourcesDir(), '..', 'out', 'renderer'),
    tempDir: join(options.profileDir, 'temp'),
    newId,
    monotonic: systemClock.monotonic,
    linkHosts: hostsIn([...readLinks(resourcesDir()).values()]),
    closed: ended.resolve,
  });
  if (!host.ok) {
    await app.close();
    sayFailure(host.failure.code);
    return 1;
  }
  app.attachHost(host.value, host.value.trusts);
  try {
    await host.value.openWindow();
    await ended.promise;
    return 0;
  } catch {
    sayStart('noWindow');
    return 1;
  } finally {
    await host.value.close();
    await app.close();
  }
}
