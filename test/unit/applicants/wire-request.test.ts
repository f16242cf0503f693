// What a service that errs or means harm may answer about citizens' mandates: what is believed of it, and what is no answer at all.
import { expect, it } from 'vitest';
import { mandatePage, ownMandate } from '../../../main/applicants/wire-mandate.ts';
import { lostRequest, madeRequest, ownRequest, requestPage } from '../../../main/applicants/wire-request.ts';

const berk = '0999999130';
const number = '3f2a7c18-54f7-4a7e-9d2a-6f0f5f6f8a11';
const jasmijn = '06071599223';
const asked = {
  enterpriseNumber: berk,
  dataSets: ['flexiJobEligibility', 'studentWorkHours'] as const,
  insz: jasmijn,
  clientReference: 'ours',
};
const request = {
  ...{ self: '', requestId: number, enterpriseNumber: berk, ssin: jasmijn, state: 'open' },
  ...{ dataSets: ['studentWorkHours', 'flexiJobEligibility'], clientReference: 'ours' },
  expiresAt: '2025-03-01T23:59:59+01:00',
};
const mandate = {
  ...{
    mandateId: 'm-1',
    ssin: jasmijn,
    enterpriseNumber: berk,
    dataSet: 'studentWorkHours',
    state: 'active',
  },
  period: { startDate: '2025-03-01', endDate: '2025-05-31' },
};
const page = (...items: unknown[]) => ({ items, total: items.length });

it('what was made is believed where it is what was asked for, and where the service does not repeat it', () => {
  expect(madeRequest(request, asked)).toMatchObject({
    serviceId: number,
    expiresAt: '2025-03-01T22:59:59.000Z',
  });
  expect(madeRequest({ state: 'open', requestId: number }, asked).serviceId).toBe(number);
});

it.each([
  ['employer', { enterpriseNumber: '0999999031' }],
  ['citizen', { ssin: '57031899175' }],
  ['reference', { clientReference: 'theirs' }],
  ['data', { dataSets: ['studentWorkHours'] }],
])('an answer about another %s is none to what was asked', (_what, other) => {
  expect(() => madeRequest({ ...request, ...other }, asked)).toThrow();
});

it('an answer that names a citizen where nobody was named is none', () => {
  expect(() => madeRequest(request, { ...asked, insz: null })).toThrow();
});

it.each(['../../../evil?x=', 'a#b', '$&$&$&$&', 'kort', 'x'.repeat(65), '<script>1</script>'])(
  'no request has the number %s',
  (requestId) => expect(() => madeRequest({ ...request, requestId }, asked)).toThrow(),
);

it('an answer of another request is not of ours, by its number, its address or our reference', () => {
  const own = { serviceId: number, clientReference: 'ours' };
  const other = '9a0c6a53-0f43-4b63-8c3e-0b8a3b0f9a02';
  expect(ownRequest(request, own).serviceId).toBe(number);
  expect(() => ownRequest({ ...request, requestId: other }, own)).toThrow();
  const self = (id: string) => ({ state: 'refused', self: `https://service/mandateRequests/${id}` });
  expect(() => ownRequest(self(other), own)).toThrow();
  expect(ownRequest(self(number), own).state).toBe('refused');
  expect(() => ownRequest({ state: 'refused', clientReference: 'theirs' }, own)).toThrow();
});

it('what cannot be read of a page is left out and counted, and the rest counts', () => {
  const odd = [
    { ...mandate, dataSet: 'salary' },
    { ...mandate, state: 'sleeping' },
    { ...mandate, ssin: '06071599224' },
    { ...mandate, enterpriseNumber: '0999999031' },
    { ...mandate, mandateId: '..' },
    { ...mandate, period: { startDate: '2025-02-30', endDate: '2025-05-31' } },
    null,
  ];
  const read = mandatePage({ items: [...odd, mandate], total: 8 }, berk);
  expect([read.items.map(({ mandateId }) => mandateId), read.skipped, read.total]).toEqual([['m-1'], 7, 8]);
  const requests = requestPage(page({ ...request, state: 'lost' }, request), berk);
  expect([requests.items.length, requests.skipped]).toEqual([1, 1]);
});

it('that the service has none of our reference is believed only where all it has was shown and read', () => {
  expect(lostRequest(page(), asked).request).toBeNull();
  expect(lostRequest(page({ state: 'odd' }, request), asked).request?.serviceId).toBe(number);
  expect(() => lostRequest(page({ state: 'odd' }), asked)).toThrow();
  expect(() => lostRequest({ items: [], total: 1 }, asked)).toThrow();
  expect(() => lostRequest(page({ ...request, ssin: '57031899175' }), asked)).toThrow();
});

it('another mandate than was asked for, or of another employer, is none of ours', () => {
  expect(ownMandate(mandate, berk, 'm-1').until).toBe('2025-05-31');
  expect(() => ownMandate(mandate, berk, 'm-2')).toThrow();
  expect(() => ownMandate({ ...mandate, enterpriseNumber: '0999999031' }, berk, 'm-1')).toThrow();
});

it('a name is cut to what the pages hold, without signs that turn or steer', () => {
  const long = { ...mandate, givenName: '\u202eJas\u0007mijn\t', familyName: 'W'.repeat(300) };
  const { name } = ownMandate(long, berk, 'm-1');
  expect(name).toHaveLength(200);
  expect(name?.startsWith('Jasmijn WWW')).toBe(true);
});
