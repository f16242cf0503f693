// The app in this very process with its window on a profile, for steps that a person does in pages.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CallInput, CallName, CallOutput } from '../../../preload/contract/index.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { terminalSender } from '../../application/owner-socket.ts';
import { createApplication } from '../../application.ts';
import { createChromiumHost } from '../../host/chromium.ts';
import { findChromium } from '../../host/chromium-find.ts';
import { systemClock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { projectRoot } from '../source-stamp.ts';
import type { Must } from './clerk-seed.ts';

export type OpenWindow = {
  page: Page;
  must: Must;
  /** What went wrong in the page: errors of its scripts and of its console. */
  problems: string[];
  close(): Promise<void>;
};

/** Whoever opens it closes it: nobody else can have the profile meanwhile. */
export async function openWindow(profileDir: string, environmentsFile: string): Promise<OpenWindow> {
  const executable = findChromium();
  if (executable === null) throw new Error('no Chromium is installed');
  mkdirSync(profileDir, { recursive: true });
  const opened = await createApplication({
    ...{ profileDir, environmentsFile, environmentName: 'practice', actorKind: 'person' },
  });
  if (!opened.ok) throw new Error(`the app did not open: ${opened.failure.code}`);
  const app = opened.value;
  const shown = Promise.withResolvers<Page>();
  const host = await createChromiumHost({
    ...{ app, executable, newId },
    pageDir: join(projectRoot, 'out', 'renderer'),
    tempDir: join(profileDir, 'temp'),
    monotonic: systemClock.monotonic,
    linkHosts: [],
    closed: () => {},
    headless: true,
    size: { width: 1366, height: 768 },
    onPage: shown.resolve,
  });
  if (!host.ok) throw new Error(`no window: ${host.failure.code}`);
  const window = host.value;
  app.attachHost(window, window.trusts);
  const close = async (): Promise<void> => {
    await window.close();
    await app.close();
  };
  try {
    await window.openWindow();
    const page = await shown.promise;
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(`script error: ${error.message.slice(0, 200)}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text().slice(0, 200)}`);
    });
    const must: Must = async <N extends CallName>(name: N, input: CallInput<N>) => {
      const json = await app.dispatch(terminalSender('cli:demo'), JSON.stringify({ name, input }));
      const answer = JSON.parse(json) as Result<CallOutput<N>>;
      if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`);
      return answer.value;
    };
    return { page, must, problems, close };
  } catch (error) {
    await close();
    throw error;
  }
}
