// A process that is the point of a site until it is killed: workers press keys, some twice, and every answer is printed. Reads
// its order from the first line of standard input; without `keys` it only clears up what was left open.
import { createInterface } from 'node:readline';
import { createConnections } from '../../../main/outbox/connection.ts';
import type { Environment } from '../../../main/platform/environment.ts';
import { practiceHttp } from '../../../main/platform/http-undici.ts';
import { secret } from '../../../main/platform/secret.ts';
import { registrationPointHandlers } from '../../../main/registration-point/handlers.ts';
import { insertPoint, pointIsOn } from '../../../main/registration-point/point-store.ts';
import { ok } from '../../../preload/contract/result.ts';
import { openProfile } from '../../support/seed-profile.ts';

export type Key = { insz: string; type: 'IN' | 'OUT'; times: number };
export type PointOrder = {
  file: string;
  keyHex: string;
  environment: Environment;
  token: string;
  /** Milliseconds after which a call is given up: nobody waits for five seconds in a test. */
  patience: number;
  keys: Key[];
};
/** `kind` as `point.register` answers; `sure`: nothing of it left. */
export type PointSaid = {
  insz?: string;
  type?: string;
  kind?: string;
  sure?: boolean;
  done?: true;
  error?: string;
};

const say = (line: PointSaid): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
const call = { windowId: 'w1', traceId: 't1' };

export function openPoint(order: PointOrder) {
  const { environment } = order;
  const port = practiceHttp({ caPem: environment.caPem ?? '' });
  const profile = openProfile({
    file: order.file,
    key: Buffer.from(order.keyHex, 'hex'),
    environment,
    http: {
      ...port,
      fetch: (request) => port.fetch({ ...request, timeoutMs: Math.min(order.patience, request.timeoutMs) }),
    },
  });
  const { db } = profile.session;
  if (!pointIsOn(db)) {
    db.prepare(
      `INSERT INTO works_declaration (id, employer_id, reference, name, latitude, longitude, created_at)
       VALUES ('w', ?, '1Y100PARK0001', 'Zalen Het Park', 51.2085, 4.4093, '')`,
    ).run(profile.employerId);
    const hashed = { salt: new Uint8Array(1), hash: new Uint8Array(1), cost: 1 };
    insertPoint(db, {
      worksId: 'w',
      channels: ['number'],
      languages: ['nl'],
      sound: false,
      at: '',
      ...hashed,
    });
  }
  const tokens = { token: async () => ok({ value: secret(order.token) }) };
  const connections = () => createConnections(tokens, () => ok({ accountId: 'account', scope: null }));
  return { profile, handlers: registrationPointHandlers(profile.session, connections) };
}

async function press(handlers: ReturnType<typeof openPoint>['handlers'], key: Key): Promise<void> {
  const once = async (): Promise<void> => {
    const { insz, type } = key;
    const answer = await handlers['point.register']({ entered: insz, by: 'typed', type }, call);
    if (!answer.ok) return say({ error: answer.failure.code });
    const { value } = answer;
    const sure = value.kind === 'noConnection' && value.registrationId === null;
    say({ insz, type, kind: value.kind, sure });
  };
  await Promise.all(Array.from({ length: key.times }, once));
}

async function work(order: PointOrder): Promise<void> {
  const { handlers } = openPoint(order);
  await handlers['point.check']({}, call);
  for (const key of order.keys) await press(handlers, key);
  say({ done: true });
}

if (process.argv[1] === import.meta.filename)
  createInterface({ input: process.stdin }).once('line', (line) => {
    work(JSON.parse(line) as PointOrder).catch((error: unknown) => {
      say({ error: error instanceof Error ? error.message : 'unknown' });
      process.exit(1);
    });
  });
