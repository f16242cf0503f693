// The real practice service with an account in it, and a profile whose outbox sends to it: what the tests of sending need.

import type { TokenPort } from '../../main/outbox/connection.ts';
import { trainingAndOutboxHandlers } from '../../main/outbox/handlers.ts';
import type { CallContext } from '../../main/platform/handler.ts';
import { practiceHttp } from '../../main/platform/http-undici.ts';
import { secret } from '../../main/platform/secret.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import { makeCertificate } from '../integration/practice/support/certificates.ts';
import { type PracticeClient, startClient, yearPath } from '../integration/practice/support/client.ts';
import { type OpenProfile, openProfile, workers } from './seed-profile.ts';

export const call: CallContext = { windowId: 'w1', traceId: 't1' };

/** A certificate made once for a run: OpenSSL takes its time. */
export const certificate = makeCertificate();

export type Practice = PracticeClient & { tokens: TokenPort; tokensAsked(): number };

export async function startPractice(options: Parameters<typeof startClient>[0] = {}): Promise<Practice> {
  const client = await startClient(options);
  const clientId = await client.register(certificate);
  let asked = 0;
  let held: string | undefined;
  const tokens: TokenPort = {
    async token(_accountId, _scope, { fresh = false } = {}) {
      if (held === undefined || fresh) {
        asked += 1;
        try {
          held = await client.token(clientId, certificate.keyPem);
        } catch {
          return fail('serviceUnavailable', { retry: 'safe' });
        }
      }
      return ok({ value: secret(held) });
    },
  };
  return { ...client, tokens, tokensAsked: () => asked };
}

export type Bench = OpenProfile & { handlers: ReturnType<typeof trainingAndOutboxHandlers> };

/** A profile wired to the practice service; waits are shortened to a tenth. */
export function openBench(
  practice: Practice,
  options: { file?: string; key?: Buffer; businessDate?: () => string } = {},
): Bench {
  const environment = practice.service.environments['practice'];
  if (environment === undefined) throw new Error('no practice entry');
  const profile = openProfile({
    ...options,
    environment: { ...environment, caPem: practice.service.caPem, practice: null, name: 'practice' },
    http: practiceHttp({ caPem: practice.service.caPem }),
  });
  const handlers = trainingAndOutboxHandlers(profile.session, {
    tokens: practice.tokens,
    route: () => ok({ accountId: 'account', scope: null }),
    random: () => 0,
    firstPauseMs: 10,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 40))),
  });
  return { ...profile, handlers };
}

export async function must<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const given = await result;
  if (!given.ok) throw new Error(`${given.failure.code} ${JSON.stringify(given.failure.details ?? {})}`);
  return given.value;
}

/** A training that every rule accepts on 1 March 2025. */
export const sound = (title: string, more: Partial<TrainingFields> = {}): Partial<TrainingFields> => ({
  title,
  startDate: '2025-02-03',
  endDate: '2025-02-03',
  durationMinutes: 228,
  ...more,
});

export async function addOne(
  bench: Bench,
  worker: keyof typeof workers,
  fields: Partial<TrainingFields>,
): Promise<string> {
  const { ids } = await must(
    bench.handlers['training.add']({ workerIds: [bench.workerIds[worker]], year: 2025, fields }, call),
  );
  return ids[0] ?? '';
}

/** Sends what is ready and waits for the end; answers the job's failure code or null. */
export async function sendAll(bench: Bench): Promise<string | null> {
  const { jobId } = await must(bench.handlers['outbox.send']({ employerId: null, confirmed: true }, call));
  return ended(bench, jobId);
}

export async function ended(bench: Bench, jobId: string): Promise<string | null> {
  for (;;) {
    const job = bench.session.jobs.list().find((one) => one.id === jobId);
    if (job !== undefined && job.state !== 'running') return job.failure?.code ?? null;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const stateOf = async (bench: Bench, id: string) => must(bench.handlers['training.get']({ id }, call));

/** What stands at the service for a worker, by title. */
export async function titlesAt(practice: Practice, worker: keyof typeof workers): Promise<string[]> {
  const token = await practice.tokens.token('account', null);
  if (!token.ok) throw new Error('no token');
  const path = `${yearPath(workers[worker])}/trainings`;
  let answer = await practice.fla('GET', path, token.value.value.reveal());
  if (answer.status === 401) {
    const fresh = await practice.tokens.token('account', null, { fresh: true });
    if (fresh.ok) answer = await practice.fla('GET', path, fresh.value.value.reveal());
  }
  return (answer.json.items as { title: string }[]).map((item) => item.title).toSorted();
}
