// The desktop app. Electron is imported as a value here and in the preload only.
import { join } from 'node:path';
import * as electron from 'electron';
import { createApplication } from './application.ts';
import { startInElectron } from './host/electron-app.ts';
import { endOnBug, sayFailure, systemLanguage } from './host/say-start.ts';
import { hostsIn } from './host/security.ts';
import { readStartOptions } from './host/start-options.ts';
import { systemClock } from './platform/clock.ts';
import { electronHttp } from './platform/http-electron.ts';
import { practiceHttp, systemHttp } from './platform/http-undici.ts';
import { newId } from './platform/ids.ts';
import { resourcesDir } from './platform/resource-path.ts';
import { createTexts } from './platform/texts.ts';
import { readLinks } from './settings/environments.ts';

endOnBug();
const options = readStartOptions(process.argv.slice(1));
const out = join(resourcesDir(), '..', 'out');
const texts = createTexts();

// Not awaited: Electron becomes ready only after this module has been evaluated.
void startInElectron(electron, {
  open: () =>
    createApplication({
      ...options,
      actorKind: 'person',
      locale: electron.app.getLocale(),
      http({ kind, caPem }) {
        if (kind === 'practice' && caPem !== null) return practiceHttp({ caPem });
        if (caPem !== null) return systemHttp({ caPem });
        // A session of its own, in memory: system proxy and trust, no cookies, no cache.
        const session = electron.session.fromPartition('services', { cache: false });
        return electronHttp(
          (url, init) => session.fetch(url, init),
          (url) => session.resolveProxy(url),
        );
      },
    }),
  refused: sayFailure,
  host: {
    pageDir: join(out, 'renderer'),
    preload: join(out, 'preload', 'index.cjs'),
    boundsFile: join(options.profileDir, 'window.json'),
    newId,
    monotonic: systemClock.monotonic,
    linkHosts: hostsIn([...readLinks(resourcesDir()).values()]),
  },
  menuText: (key) => texts.t(systemLanguage({ LANG: electron.app.getLocale() }), `host.menu.${key}`),
  userData: join(options.profileDir, 'electron'),
});
