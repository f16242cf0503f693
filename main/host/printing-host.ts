// A host that only prints, for the command line: an installed browser, started out of sight for one document and ended again.
import { fail } from '../../preload/contract/result.ts';
import { newId } from '../platform/ids.ts';
import type { HostPort } from '../platform/session.ts';
import { findChromium } from './chromium-find.ts';
import { windowlessHost } from './host.ts';

/** `tempDir`: for the browser's throw-away profile. `makePdf` fails with notSupportedHere where no browser is installed. */
export function printingHost(tempDir: string): HostPort {
  return {
    ...windowlessHost(),
    async makePdf(html) {
      const executable = findChromium();
      if (executable === null) return fail('notSupportedHere');
      // Loaded only to print: other commands should start without it.
      const { createChromiumHost } = await import('./chromium.ts');
      const made = await createChromiumHost({
        executable,
        tempDir,
        headless: true,
        app: {
          dispatch: () => Promise.resolve(JSON.stringify(fail('untrustedSender'))),
          onEvent: () => () => {},
          windowClosed: () => {},
        },
        pageDir: tempDir,
        newId,
        monotonic: () => performance.now(),
        linkHosts: [],
        closed: () => {},
      });
      if (!made.ok) return fail('notSupportedHere');
      try {
        return await made.value.makePdf(html);
      } finally {
        await made.value.close();
      }
    },
  };
}
