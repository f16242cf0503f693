// An app with the practice service beside it, its admin interface, and one question to the inscription service after the other.
import { Agent, request } from 'undici';
import { expect } from 'vitest';
import type { Session } from '../../../main/platform/session.ts';
import { listExchanges } from '../../../main/register/cbss/exchange-store.ts';
import type { CallInput, CallOutput } from '../../../preload/contract/index.ts';
import { type AppBench, openApp } from '../../support/application-bench.ts';

type Call = CallInput<'cbss.call'>;
type Answer = CallOutput<'cbss.call'>;
export type CbssBench = AppBench & {
  session(): Session;
  admin(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, json?: object): Promise<unknown>;
  ask(operation: Call['operation'], fields?: Call['fields']): Promise<Answer>;
  /** From the first day of 2026 as an employee. */
  insert(ssin: string, more?: Record<string, string>): Promise<Answer>;
  /** The next answer suffers it, and no other. */
  fault(kind: string): Promise<unknown>;
  exchanges(): number;
  /** To the service as it stands: status and text. */
  post(message: string): Promise<[number, string]>;
};

/** What practice can be made to do with the next answer, what comes of it, and how often the message left. */
export const scenarios: readonly [string, object, number][] = [
  ['soa02002', { layer: 'business', value: 'OK' }, 2],
  [
    'soa02001',
    {
      layer: 'platform',
      code: 'SOA-02001',
      origin: 'Provider',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
    1,
  ],
  ['cbssFaultDetail', { layer: 'cbss', reasonCode: 'MSG00003', severity: 'FATAL' }, 1],
  ['cbssFaultError', { layer: 'cbss', reasonCode: 'MSG00003', severity: 'FATAL' }, 1],
  ['truncatedXml', { layer: 'transport', reason: 'truncated', mayHaveHappened: true }, 1],
  ['otherTicket', { layer: 'transport', reason: 'wrongTicket', mayHaveHappened: true }, 1],
  ['bom', { layer: 'transport', reason: 'byteOrderMark', mayHaveHappened: true }, 1],
  ['html502', { layer: 'transport', reason: 'htmlPage', status: 502, mayHaveHappened: true }, 1],
  ['resetAfterCommit', { layer: 'transport', reason: 'connectionLost', mayHaveHappened: true }, 1],
];

/** `fresh`: with the sample employers, which a profile that is opened again has. */
export async function openCbss(
  options: Parameters<typeof openApp>[0] = {},
  fresh = true,
): Promise<CbssBench> {
  const bench = await openApp(options);
  if (fresh) await bench.must('practice.addSamples', {});
  const session = (): Session => {
    const open = bench.app.session();
    if (open == null) throw new Error('no session');
    return open;
  };
  // Practice has its authority once it runs.
  let agent: Agent | null = null;
  const trusting = (): Agent => {
    agent ??= new Agent({ connect: { ca: session().environment.caPem ?? '' } });
    return agent;
  };
  const admin: CbssBench['admin'] = async (method, path, json) => {
    const { practice } = session().environment;
    const answer = await request(`${practice?.adminUrl}${path}`, {
      ...{ method, dispatcher: trusting(), body: json === undefined ? null : JSON.stringify(json) },
      headers: { authorization: `Bearer ${practice?.adminToken}`, 'content-type': 'application/json' },
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const ask: CbssBench['ask'] = (operation, fields = {}) => bench.must('cbss.call', { operation, fields });
  return {
    ...bench,
    session,
    admin,
    ask,
    insert: (ssin, more = {}) =>
      ask('insertInscription', {
        'inscription.ssin': ssin,
        'inscription.inscriptionContext': 'EMPLOYEE',
        'inscription.period.beginDate': '2026-01-01',
        ...more,
      }),
    fault: (kind) => admin('PUT', '/faults', { faults: [{ kind, path: '/CBSSInscription', count: 1 }] }),
    exchanges: () => listExchanges(session().db, {}, { page: 1, pageSize: 1 }).total,
    async post(message) {
      const answer = await request(session().environment.cbss?.baseUrl.value ?? '', {
        ...{ method: 'POST', dispatcher: trusting(), body: message },
        headers: { 'content-type': 'text/xml; charset=utf-8' },
      });
      return [answer.statusCode, await answer.body.text()];
    },
    async close() {
      await agent?.close();
      agent = null;
      await bench.close();
    },
  };
}
