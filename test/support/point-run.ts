// Starts the process of `point-window.ts`, reaches its window, and asks the practice service what is on record.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { freePort } from '../../main/launch/demo/practice-servers.ts';

/** What the process is told first. `port`: on which the browser listens for the test. */
export type PointOrder = { profileDir: string; pageDir: string; port: number };
export type PointAsked =
  | { method: string; path: string; json?: unknown }
  | { name: string; input: Record<string, unknown> };

export type PointRun = {
  page: Page;
  /** What the page complained of. */
  problems: string[];
  /** The practice service, as its administrator. */
  admin<T>(method: string, path: string, json?: unknown): Promise<T>;
  /** Ends the window and the app. */
  close(): Promise<void>;
};

const childFile = new URL('./point-window.ts', import.meta.url).pathname;

export async function startPoint(order: Omit<PointOrder, 'port'>): Promise<PointRun> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', childFile], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const waiting: ((line: string) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  child.stdin.on('error', () => {});
  const ask = async <T>(what: object): Promise<T> => {
    const line = await new Promise<string>((resolve, reject) => {
      waiting.push(resolve);
      void ended.then(() => reject(new Error('the app ended')));
      child.stdin.write(`${JSON.stringify(what)}\n`);
    });
    const said = JSON.parse(line) as (T & { error?: string }) | null;
    if (said?.error !== undefined) throw new Error(said.error);
    return said as T;
  };
  await ask({ ...order, port });
  const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('no window');
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  return {
    page,
    problems,
    admin: (method, path, json) => ask({ method, path, ...(json === undefined ? {} : { json }) }),
    async close() {
      await browser.close().catch(() => {});
      child.stdin.end();
      await ended;
    },
  };
}
