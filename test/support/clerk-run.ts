// Starts the process of `clerk-window.ts`, asks it things, reaches its window, kills it, and starts it again.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { freePort } from '../../main/launch/demo/practice-servers.ts';
import type { CallInput, CallName, CallOutput } from '../../preload/contract/index.ts';
import type { Result } from '../../preload/contract/result.ts';

/** What the process is told first. Here, as the checks of the tests of pages would read the whole app along otherwise. */
export type WindowOrder = {
  profileDir: string;
  environmentsFile: string;
  pageDir: string;
  tempDir: string;
  saveDir: string;
  /** On which the browser listens for the test. */
  port: number;
};

export type ClerkRun = {
  /** The value, or an exception that names the failure; one at a time. */
  must<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Shows the window; errors of its page are added to `complaints`. */
  show(complaints: string[]): Promise<Page>;
  /** Ends the process itself at once, as a power cut would. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

const childFile = new URL('./clerk-window.ts', import.meta.url).pathname;

export async function startClerk(
  order: Omit<WindowOrder, 'port'>,
  env: NodeJS.ProcessEnv,
): Promise<ClerkRun> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', childFile], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env,
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const waiting: ((line: string) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  const ask = (line: string): Promise<string> =>
    new Promise((resolve, reject) => {
      waiting.push(resolve);
      void ended.then(() => reject(new Error('the app ended')));
      child.stdin.write(`${line}\n`);
    });
  child.stdin.on('error', () => {});
  const said = JSON.parse(await ask(JSON.stringify({ ...order, port }))) as { error?: string };
  if (said.error !== undefined) throw new Error(`the app did not open: ${said.error}`);
  let browser: Browser | null = null;
  return {
    async must(name, input) {
      const answer = JSON.parse(await ask(JSON.stringify({ name, input }))) as Result<
        CallOutput<typeof name>
      >;
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`);
      return answer.value;
    },
    async show(complaints) {
      await ask('window');
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const page = browser.contexts()[0]?.pages()[0];
      if (page === undefined) throw new Error('no window');
      page.setDefaultTimeout(60_000);
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      return page;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      await browser?.close().catch(() => {});
    },
    async close() {
      await browser?.close().catch(() => {});
      child.stdin.end();
      await ended;
    },
  };
}

/**
 * Answers the file dialog that `act` opens with these files. By hand, as a browser that is reached from outside is given
 * their content only, and the app looks for where they are.
 */
export async function chooseFiles(
  page: Page,
  files: readonly string[],
  act: () => Promise<void>,
): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.enable');
  await cdp.send('Page.setInterceptFileChooserDialog', { enabled: true });
  const opened = new Promise<number>((resolve) =>
    cdp.once('Page.fileChooserOpened', ({ backendNodeId = 0 }) => resolve(backendNodeId)),
  );
  await act();
  await cdp.send('DOM.setFileInputFiles', { files: [...files], backendNodeId: await opened });
  await cdp.detach();
}
