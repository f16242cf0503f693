// A clerk's day as steps: forty clients, a list of each with a mistake in it, put right together, approved by two persons, sent
// over a bad line by a process that is killed on the way, explained, printed, one client brought home, and the books compared.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasOpenssl } from './certificate-file.ts';
import { compareBooks } from './clerk-books.ts';
import { clients, filedElsewhere, secretariat, withFiledElsewhere, world } from './clerk-day.ts';
import { createJudge } from './clerk-judge.ts';
import { approve, type Clerk, explain, putListsRight } from './clerk-pages.ts';
import { seedClerk } from './clerk-seed.ts';
import { aboutProfile, obtained, type Run, sociodesk, startCommand } from './command.ts';
import { openWindow } from './open-window.ts';
import { freePort, startServers } from './practice-servers.ts';
import { expect, type Report } from './report.ts';

const pins = { Nadia: 'tulp-4821', Bruno: 'roos-1174' };
/**
 * Three without a mandate, and one of a worker whom the service does not know. Once the service refused a mandate, what else
 * that client has stays ready until somebody saw to it: how many of the three left before depends on the moment of the kill.
 */
const notTaken = 4;

type Waiting = { counts: Record<string, number> };
const count = ({ counts }: Waiting, state: string): number => counts[state] ?? 0;
const stillWaits = (status: Waiting): number =>
  count(status, 'sending') +
  count(status, 'unknown') +
  Math.max(0, count(status, 'ready') + count(status, 'refused') - notTaken);

/** Pictures go to `pictures`. Answers the folder of the profile, for whoever searches it. */
export async function clerkSteps(report: Report, work: string, pictures: string): Promise<string> {
  const profile = join(work, 'clerk');
  const sent = join(work, 'clerk-files');
  const file = join(work, 'clerk.json');
  for (const folder of [pictures, sent]) mkdirSync(folder, { recursive: true });
  const about = aboutProfile(profile, file);
  const run: Run = (words, input = '') => sociodesk([...words, ...about], input);
  const servers = await startServers(profile, await freePort(), file);
  try {
    const judge = createJudge(file);
    await judge.administer('POST', '/world/import', world);
    await judge.administer('POST', '/world/trainings', filedElsewhere);
    await inPages(async (clerk) => {
      await report.step("A clerk's day: forty clients", async () => {
        await seedClerk(clerk, pins);
        return `${clients.length} clients of ${secretariat.name} with three workers each`;
      });
      await report.step('Their lists, put right together', () => putListsRight(clerk, sent));
      await report.step('Two persons approve', () => approve(clerk, pins));
    });
    await report.step('A bad line, and a process that is killed', async () => {
      const faults = [
        { kind: 'latency', ms: 60 },
        { kind: '503', every: 9, retryAfter: 1, count: 6 },
        { kind: '429', every: 13, retryAfter: 1, count: 4 },
        { kind: 'resetBeforeCommit', every: 7 },
        { kind: 'resetAfterCommit', every: 10 },
        { kind: 'halfBody', every: 17, commit: true },
        { kind: 'garbledJson', every: 31, commit: true },
      ].map((fault) => ({ ...fault, method: 'PUT', path: '/trainings' }));
      await judge.administer('PUT', '/faults', { faults });
      const sending = startCommand(['outbox', 'send', ...about]);
      const ended = new Promise((resolve) => sending.once('close', resolve));
      while ((await judge.ledger()).length < 25 && sending.exitCode === null)
        await new Promise((resolve) => setTimeout(resolve, 20));
      sending.kill('SIGKILL');
      await ended;
      const before = (await judge.ledger()).length;
      expect(before >= 25 && before < 116, `killed in the midst of it, after ${before}`);
      let left = clients.length;
      let said = '';
      const end = performance.now() + 120_000;
      for (let turn = 0; left > 0 && performance.now() < end; turn += 1) {
        const { code, result } = await run(['outbox', turn % 2 === 0 ? 'send' : 'resolve']);
        said = `${code} ${result.ok ? '' : result.failure.code}`;
        left = stillWaits(obtained<Waiting>(await run(['outbox', 'status']), 'status'));
      }
      await judge.administer('DELETE', '/faults');
      const status = obtained<Waiting>(await run(['outbox', 'status']), 'status');
      expect(left === 0, `nothing waits, but ${JSON.stringify(status.counts)} after ${said}`);
      const refused = count(status, 'refused');
      const held = count(status, 'ready');
      expect(refused >= 2 && refused + held === notTaken, `${notTaken} not taken: ${refused} and ${held}`);
      return `killed after ${before} of 120; sent again, nothing is unknown, ${refused} refused, ${held} held back with them`;
    });
    await report.step('Accounts of training as PDF', async () => {
      const { name, number } = clients[withFiledElsewhere] ?? secretariat;
      const pdf = join(sent, 'accounts.pdf');
      obtained(await run(['training', 'account-pdf', pdf, '--employer', number, '--all']), 'accounts');
      expect(readFileSync(pdf).subarray(0, 5).toString() === '%PDF-', 'a PDF was saved');
      return `of all workers of ${name}`;
    });
    await report.step('A client is brought home', async () => {
      const { name, number } = clients[withFiledElsewhere] ?? secretariat;
      const words = ['rescue', 'start', '--employer', number, '--years', '2025', '--accept-notice'];
      const { clients: home } = obtained<{ clients: { counts: { found: number; records: number } }[] }>(
        await run(words),
        'rescue',
      );
      expect(home[0]?.counts.records === 4, `4 records, found ${home[0]?.counts.records}`);
      obtained(
        await run(['rescue', 'export', join(sent, 'home.xlsx'), '--employer', number, '--format', 'xlsx']),
        'export',
      );
      return `${name}: 4 records, one of which was typed in the web application`;
    });
    await inPages(async (clerk) => {
      await report.step('A refusal is explained', () => explain(clerk));
      await report.step('The ledger and the register agree', async () => {
        const read = hasOpenssl() ? await judge.reader(work, secretariat) : null;
        return compareBooks(clerk, await judge.ledger(), read);
      });
    });
    return profile;
  } finally {
    await servers.stop();
  }

  /** Opens the window, and closes it: a command that follows has the profile to itself. */
  async function inPages(act: (clerk: Clerk) => Promise<void>): Promise<void> {
    const { page, must, problems, close } = await openWindow(profile, file);
    const picture = async (name: string): Promise<void> =>
      writeFileSync(join(pictures, `${name}.png`), await page.screenshot());
    try {
      await act({ page, must, picture });
      expect(problems.length === 0, `no problem in the page: ${problems.slice(0, 3).join(' | ')}`);
    } catch (error) {
      await picture('failed');
      throw error;
    } finally {
      await close();
    }
  }
}
