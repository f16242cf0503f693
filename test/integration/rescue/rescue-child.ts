// A process that reads from the service until it is killed. It says how many worker-years were answered.
import { createInterface } from 'node:readline';
import type { Environment } from '../../../main/platform/environment.ts';
import { practiceHttp } from '../../../main/platform/http-undici.ts';
import { secret } from '../../../main/platform/secret.ts';
import { rescueHandlers } from '../../../main/rescue/handlers.ts';
import { acceptNotice } from '../../../main/rescue/notice.ts';
import { ok } from '../../../preload/contract/result.ts';
import { openProfile } from '../../support/seed-profile.ts';

export type RescueOrder = {
  file: string;
  keyHex: string;
  environment: Environment;
  token: string;
  years: number[];
};

createInterface({ input: process.stdin }).once('line', (line) => {
  const order = JSON.parse(line) as RescueOrder;
  const { session, employerId } = openProfile({
    file: order.file,
    key: Buffer.from(order.keyHex, 'hex'),
    environment: order.environment,
    http: practiceHttp({ caPem: order.environment.caPem ?? '' }),
  });
  const handlers = rescueHandlers(session, {
    tokens: { token: async () => ok({ value: secret(order.token) }) },
    route: () => ok({ accountId: 'account', scope: null }),
    concurrency: 4,
  });
  acceptNotice(session);
  const input = { employerId, which: 'all' as const, years: order.years, again: 'none' as const };
  const started = handlers['rescue.start'](input, { windowId: 'w1', traceId: 't1' });
  void Promise.resolve(started).then((result) => {
    if (!result.ok) process.exit(1);
  });
  setInterval(() => {
    const answered = session.db
      .prepare("SELECT count(*) FROM rescue_year WHERE state IN ('found', 'empty')")
      .pluck()
      .get() as number;
    process.stdout.write(`${answered}\n`);
  }, 5);
});
