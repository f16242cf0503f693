// What every HTTP port must do, as a list of cases that both vitest (undici) and a plain Electron run can go through.
import assert from 'node:assert/strict';
import type { HttpOutcome, HttpPort, HttpRequest } from '../../../main/platform/http.ts';
import type { MisbehavingServer } from './misbehaving-server.ts';

export type Surroundings = {
  port: HttpPort;
  server: MisbehavingServer;
  /** A server whose certificate the port does not trust. */
  untrusted: MisbehavingServer;
  /** False for ports that cannot tell whether a stopped request had begun to be written. */
  seesWriting: boolean;
};
export type Case = { name: string; run(around: Surroundings): Promise<void> };

const request = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'PUT',
  url,
  headers: { 'content-type': 'application/json' },
  body: '{"a":1}',
  timeoutMs: 5000,
  ...more,
});

const brief = (outcome: HttpOutcome): string =>
  outcome.kind === 'answer' ? `answer ${outcome.status}` : `${outcome.kind} ${outcome.reason}`;

export const conformanceCases: readonly Case[] = [
  {
    name: 'gives status, headers and body of an answer, and sends method, headers and body',
    async run({ port, server }) {
      const outcome = await port.fetch(
        request(`${server.url}/echo?q=1`, { headers: { 'x-one': 'two' }, body: 'é€' }),
      );
      assert.equal(outcome.kind, 'answer');
      if (outcome.kind !== 'answer') return;
      const echo: unknown = JSON.parse(Buffer.from(outcome.body).toString('utf8'));
      assert.match(JSON.stringify(echo), /"method":"PUT".*"x-one":"two"/);
      assert.equal(outcome.headers['x-twice'], 'a, b');
      assert.equal(server.received.at(-1), 'PUT /echo?q=1 é€');
    },
  },
  {
    name: 'takes a refusal for an answer',
    async run({ port, server }) {
      const outcome = await port.fetch(request(`${server.url}/refuse`));
      assert.equal(brief(outcome), 'answer 429');
      if (outcome.kind === 'answer') assert.equal(outcome.headers['retry-after'], '7');
    },
  },
  {
    name: 'does not follow a redirect',
    async run({ port, server }) {
      assert.equal(
        brief(await port.fetch(request(`${server.url}/redirect`, { method: 'POST' }))),
        'answer 302',
      );
      assert.ok(!server.received.some((line) => line.includes('/elsewhere')));
    },
  },
  {
    name: 'knows that a request never left when nobody listens, the name is unknown or the certificate is not trusted',
    async run({ port, server, untrusted }) {
      assert.equal(brief(await port.fetch(request(`${server.closedUrl}/x`))), 'notSent connectionRefused');
      const nowhere = await port.fetch(request('https://no-such-host.invalid/x'));
      assert.match(brief(nowhere), /^notSent (nameNotResolved|offline)$/);
      assert.equal(brief(await port.fetch(request(`${untrusted.url}/x`))), 'notSent tlsNotTrusted');
      assert.deepEqual(untrusted.received, []);
    },
  },
  {
    name: 'does not call unknown what was cut off before TLS was up',
    async run({ port, server, seesWriting }) {
      const outcome = await port.fetch(request(`${server.cutUrl}/x`));
      assert.equal(outcome.kind, seesWriting ? 'notSent' : outcome.kind);
    },
  },
  {
    name: 'calls unknown a request that was reset after it was received',
    async run({ port, server }) {
      const before = server.received.length;
      assert.equal(brief(await port.fetch(request(`${server.url}/reset`))), 'unknown connectionLost');
      assert.equal(server.received.length, before + 1, 'received once and not sent again');
    },
  },
  {
    name: 'calls unknown an answer of which only half came, and gives its status',
    async run({ port, server }) {
      const outcome = await port.fetch(request(`${server.url}/half`));
      assert.deepEqual(outcome, { kind: 'unknown', reason: 'halfBody', status: 200 });
    },
  },
  {
    name: 'calls unknown what timed out after sending, before and within the answer',
    async run({ port, server }) {
      assert.equal(
        brief(await port.fetch(request(`${server.url}/silent`, { timeoutMs: 150 }))),
        'unknown timeout',
      );
      assert.equal(
        brief(await port.fetch(request(`${server.url}/trickle`, { timeoutMs: 150 }))),
        'unknown timeout',
      );
    },
  },
  {
    name: 'stops at the largest answer it was told to take',
    async run({ port, server }) {
      const large = `${server.url}/large`;
      assert.equal(brief(await port.fetch(request(large, { maxBytes: 100_000 }))), 'unknown tooLarge');
      assert.equal(brief(await port.fetch(request(large, { maxBytes: 300_000 }))), 'answer 200');
    },
  },
  {
    name: 'does not send what was cancelled before, and calls unknown what is cancelled after',
    async run({ port, server }) {
      const before = server.received.length;
      const cancelled = await port.fetch(request(`${server.url}/x`, { signal: AbortSignal.abort() }));
      assert.equal(brief(cancelled), 'notSent cancelled');
      assert.equal(server.received.length, before);
      const ending = new AbortController();
      const running = port.fetch(request(`${server.url}/silent`, { signal: ending.signal }));
      while (server.received.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
      ending.abort();
      assert.equal(brief(await running), 'unknown cancelled');
    },
  },
  {
    name: 'never sends what was given up while it waited for a free connection',
    async run({ port, server, seesWriting }) {
      if (!seesWriting) return;
      // As many as the port with the most connections has.
      const held = Array.from({ length: 24 }, () =>
        port.fetch(request(`${server.url}/silent`, { timeoutMs: 600 })),
      );
      const waiting = await port.fetch(request(`${server.url}/waited`, { timeoutMs: 200 }));
      assert.equal(brief(waiting), 'notSent timeout');
      await Promise.all(held);
      assert.equal(brief(await port.fetch(request(`${server.url}/after`))), 'answer 200');
      assert.ok(!server.received.some((line) => line.includes('/waited')));
    },
  },
];
