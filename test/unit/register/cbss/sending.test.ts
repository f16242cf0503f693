// What leaves again and what does not, and what an outcome means to the register that asked.
import { describe, expect, it } from 'vitest';
import type { HttpOutcome, HttpRequest } from '../../../../main/platform/http.ts';
import { toldBy } from '../../../../main/register/cbss/cbss-source.ts';
import { sendMessage } from '../../../../main/register/cbss/send-message.ts';
import type { CbssOutcome } from '../../../../preload/contract/cbss-answer.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';

const status = (
  value: string,
  code: string,
  more: Partial<Extract<CbssOutcome, { layer: 'business' }>> = {},
): CbssOutcome => ({
  ...{ layer: 'business', value, code, description: null, information: [], anomalies: [], number: null },
  ...{ inscriptions: [], persons: [], ticketCBSS: null, consumer: null, ...more },
});
const platform = (code: string): CbssOutcome => ({
  ...{
    layer: 'platform',
    kind: 'SystemError',
    code,
    origin: null,
    id: 'x',
    retry: null,
    contact: null,
    messages: [],
  },
});
const answered = (name: string): HttpOutcome => ({
  kind: 'answer',
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: Buffer.from(name),
});
const notSent = (reason: Extract<HttpOutcome, { kind: 'notSent' }>['reason']): HttpOutcome => ({
  kind: 'notSent',
  reason,
});

/** Answers one after the other; an answer's body names the outcome that it is read as. */
async function sent(outcomes: readonly HttpOutcome[], readAs: Record<string, CbssOutcome> = {}, slowMs = 0) {
  const left: HttpRequest[] = [];
  const pauses: number[] = [];
  let [now, signed] = [0, 0];
  const result = await sendMessage({
    http: {
      fetch: async (request) => {
        left.push(request);
        now += slowMs;
        return outcomes[Math.min(left.length, outcomes.length) - 1] ?? notSent('offline');
      },
    },
    url: 'https://gateway.invalid/CBSSInscription/v1',
    soapAction: 'urn:x',
    message: async () => {
      signed += 1;
      return ok(`message ${signed}`);
    },
    read: async ({ bytes }) => readAs[Buffer.from(bytes).toString()] ?? status('OK', 'MSG00000'),
    monotonic: () => now,
    pause: async (ms) => {
      pauses.push(ms);
      now += ms;
    },
  });
  if (!result.ok) throw new Error(result.failure.code);
  return { ...result.value, left, pauses };
}

describe('sending', () => {
  it('posts SOAP 1.1 and gives it thirty seconds', async () => {
    const { left, tries, outcome } = await sent([answered('done')]);
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({
      ...{ method: 'POST', timeoutMs: 30_000, maxBytes: 1_048_576 },
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '"urn:x"' },
    });
    expect([tries, outcome.layer]).toEqual([1, 'business']);
  });

  it('goes again where the platform says that it should: a new message each time, longer pauses, three times at most', async () => {
    const { left, pauses, tries, outcome, message } = await sent([answered('later')], {
      later: platform('SOA-02002'),
    });
    expect(left.map(({ body }) => body)).toEqual(['message 1', 'message 2', 'message 3', 'message 4']);
    expect(pauses).toEqual([500, 1_000, 2_000]);
    expect([tries, message]).toEqual([4, 'message 4']);
    expect(outcome).toMatchObject({ layer: 'platform', code: 'SOA-02002' });
  });

  it.each(['offline', 'nameNotResolved', 'connectionRefused', 'connectionLost'] as const)(
    'goes again where no connection was made: %s',
    async (reason) => {
      const { tries, outcome } = await sent([notSent(reason), answered('done')]);
      expect([tries, outcome.layer]).toEqual([2, 'business']);
    },
  );

  it.each<[string, HttpOutcome, string]>([
    ['a certificate that is not trusted', notSent('tlsNotTrusted'), 'tlsNotTrusted'],
    ['a proxy that refuses', notSent('proxyRefused'), 'proxyRefused'],
    ['silence', { kind: 'unknown', reason: 'timeout' }, 'timeout'],
    ['a connection lost on the way', { kind: 'unknown', reason: 'connectionLost' }, 'connectionLost'],
    ['half an answer', { kind: 'unknown', reason: 'halfBody', status: 200 }, 'truncated'],
    ['too much of an answer', { kind: 'unknown', reason: 'tooLarge', status: 200 }, 'tooLarge'],
  ])('does not go again after %s', async (_what, outcome, reason) => {
    const done = await sent([outcome]);
    expect(done.tries).toBe(1);
    expect(done.outcome).toMatchObject({
      layer: 'transport',
      reason,
      mayHaveHappened: outcome.kind === 'unknown',
    });
  });

  it.each(['SOA-00001', 'SOA-01001', 'SOA-01002', 'SOA-02001', 'SOA-03006'])(
    'does not go again after %s',
    async (code) => {
      expect((await sent([answered('x')], { x: platform(code) })).tries).toBe(1);
    },
  );

  it('ends after thirty seconds in all, whatever may still be tried', async () => {
    const { left, tries } = await sent([notSent('connectionRefused')], {}, 14_000);
    expect(tries).toBe(3);
    expect(left.map(({ timeoutMs }) => timeoutMs)).toEqual([30_000, 15_500, 500]);
  });

  it('does not leave unsigned', async () => {
    const fetched: string[] = [];
    const result = await sendMessage({
      http: {
        fetch: async ({ url }) => {
          fetched.push(url);
          return answered('x');
        },
      },
      ...{ url: 'https://gateway.invalid/', soapAction: '', monotonic: () => 0, pause: async () => {} },
      message: async () => fail('certificateNotUsable'),
      read: async () => status('OK', 'MSG00000'),
    });
    expect([result.ok, fetched]).toEqual([false, []]);
  });
});

describe('to the register', () => {
  const number = { insz: '85070399768', canceled: false, replaces: '85270399714' };
  const lines = [
    { inscriptionContext: 'EMPLOYEE', qualityCode: null, period: { begin: '2026-01-01', end: null } },
  ];

  it('what was done is an answer with its lines, its present number and its warnings', () => {
    const anomalies = [
      {
        code: 'MSG00006',
        severity: 'WARNING',
        description: '',
        information: [{ fieldName: 'newSSIN', fieldValue: '85070399768' }],
      },
      { code: 'INS00006', severity: 'INFORMATION', description: '', information: [] },
    ];
    expect(
      toldBy(status('OK', 'MSG00000', { number, anomalies, inscriptions: lines }), '85270399714'),
    ).toEqual(
      ok({
        ...{ insz: '85070399768', replaces: '85270399714', lines },
        warnings: [{ code: 'MSG00006', newInsz: '85070399768' }, { code: 'INS00006' }],
      }),
    );
    expect(toldBy(status('NO_DATA_FOUND', 'MSG00100'), '85070399768')).toEqual(
      ok({ insz: '85070399768', replaces: null, lines: [], warnings: [] }),
    );
    expect(toldBy(status('NO_DATA_FOUND', 'MSG00009'), '85070399768')).toMatchObject({
      value: { warnings: [{ code: 'MSG00009' }] },
    });
  });

  it("what was refused is final, with the service's code and names of fields alone", () => {
    const information = [
      { fieldName: 'lastName', fieldValue: 'Kestelaar' },
      { fieldName: 'birthDate', fieldValue: null },
    ];
    const told = toldBy(status('NOK', 'INS00001', { information }), '85070399768');
    expect(told).toMatchObject({
      failure: {
        code: 'refusedByRule',
        retry: 'never',
        details: { rules: 'INS00001', fields: 'lastName,birthDate' },
      },
    });
    expect(JSON.stringify(told)).not.toContain('Kestelaar');
  });

  it.each<[CbssOutcome, string, string]>([
    [
      {
        ...{ layer: 'transport', reason: 'timeout', status: null, mayHaveHappened: true },
        ...{ line: null, finding: null },
      },
      'timeout',
      'safe',
    ],
    [
      {
        ...{ layer: 'transport', reason: 'wrongTicket', status: 200, mayHaveHappened: true },
        ...{ line: null, finding: null },
      },
      'unexpectedAnswer',
      'safe',
    ],
    [platform('SOA-02001'), 'serviceUnavailable', 'safe'],
    [platform('SOA-01001'), 'clientRefused', 'never'],
    [platform('SOA-01002'), 'permissionMissing', 'never'],
    [platform('SOA-03006'), 'unexpectedAnswer', 'never'],
    [
      {
        ...{ layer: 'cbss', severity: 'FATAL', reasonCode: 'MSG00003', diagnostic: '', authorCode: '' },
        ...{ information: [], details: [], ticketCBSS: null },
      },
      'serviceUnavailable',
      'safe',
    ],
  ])('what did not answer may be asked again, what was not let in may not: %o', (outcome, code, retry) => {
    expect(toldBy(outcome, '85070399768')).toMatchObject({ ok: false, failure: { code, retry } });
  });
});
