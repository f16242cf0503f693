// What is told of a way that was walked: who signed the certificate at its end, and what answers in place of a service.
import { describe, expect, it } from 'vitest';
import { checkWay } from '../../../main/doctor/check-way.ts';
import type { HttpOutcome, HttpPort, ServerCertificate, Way } from '../../../main/platform/http.ts';

const url = 'https://services.example.test/token';
const now = new Date('2025-03-01T09:00:00Z');
const certificate: ServerCertificate = {
  subject: 'services.example.test',
  issuer: 'Example Trust',
  root: 'Example Root',
  trusted: 'yes',
  authority: 'public',
  validTo: '2026-01-01T00:00:00.000Z',
};
const open: Way = {
  host: 'services.example.test',
  proxy: null,
  name: 'found',
  connection: 'open',
  certificate,
  noTls: false,
};
const answer = (status: number, headers: Record<string, string> = {}, body = '{}'): HttpOutcome => ({
  kind: 'answer',
  status,
  headers: { date: now.toUTCString(), 'content-type': 'application/json', ...headers },
  body: Buffer.from(body),
});

async function told(way: Partial<Way> | null, outcome: HttpOutcome = answer(405)): Promise<string[]> {
  const port: HttpPort = {
    fetch: async () => outcome,
    inspect: async () => (way === null ? null : { ...open, ...way }),
    close: async () => {},
  };
  const { links } = await checkWay(port, url, () => now);
  return links.filter((link) => link.outcome !== 'ok').map(({ key, outcome: how }) => `${how} ${key}`);
}
const signed = (more: Partial<ServerCertificate>): Partial<Way> => ({
  certificate: { ...certificate, ...more },
});

describe('the way to a service', () => {
  it('is in order with a public authority and a right clock', async () => {
    expect(await told({})).toEqual([]);
  });

  it.each([
    ['an office proxy that opens the connection', signed({ authority: 'computer' }), ['warning tlsOffice']],
    ['an unknown authority', signed({ trusted: 'unknownAuthority' }), ['failed tlsUnknown']],
    ['a certificate of something else', signed({ trusted: 'otherName' }), ['failed tlsOtherName']],
    ['a certificate that ended', signed({ trusted: 'ended' }), ['failed tlsEnded']],
    ['a certificate of the future', signed({ trusted: 'notYet' }), ['failed tlsNotYet']],
    ['a broken certificate', signed({ trusted: 'broken' }), ['failed tlsBroken']],
    ['no TLS at all', { certificate: null, noTls: true }, ['failed tlsNone']],
    ['no network', { connection: 'offline', name: 'silent' }, ['failed networkOffline']],
    ['a name server that is silent', { connection: null, name: 'silent' }, ['failed dnsSilent']],
    [
      'a proxy that is away',
      { connection: 'proxyUnreachable', name: 'leftToProxy' },
      ['failed proxyUnreachable'],
    ],
    ['a firewall that swallows', { connection: 'timeout' }, ['failed networkTimeout']],
  ] as const)('tells of %s', async (_what, way, expected) => {
    expect(await told(way)).toEqual(expected);
  });

  it.each([
    ['a page', answer(200, { 'content-type': 'text/html' }, '<html>'), ['failed networkSignIn']],
    [
      'a page without a type',
      answer(200, { 'content-type': '' }, '<!DOCTYPE html>'),
      ['failed networkSignIn'],
    ],
    ['another address', answer(302, { location: 'http://login.hotel.test/' }), ['failed networkSignIn']],
    [
      'a sign-in demand of the network',
      answer(511, { 'content-type': 'text/html' }),
      ['failed networkSignIn'],
    ],
    ['its own error page', answer(405, { 'content-type': 'text/html' }, '<html>'), []],
    ['its own address', answer(301, { location: 'https://services.example.test/REST/token' }), []],
    ['no date', answer(405, { date: 'soon' }), ['warning clockUnknown']],
    [
      'a date a quarter of an hour on',
      answer(405, { date: 'Sat, 01 Mar 2025 09:15:00 GMT' }),
      ['warning clockBehind'],
    ],
    [
      'a date a second further on than is allowed for',
      answer(405, { date: 'Sat, 01 Mar 2025 09:15:01 GMT' }),
      ['warning clockFarBehind'],
    ],
    [
      'a date of a quarter of an hour ago',
      answer(405, { date: 'Sat, 01 Mar 2025 08:45:00 GMT' }),
      ['warning clockAhead'],
    ],
    [
      'a date of an hour ago',
      answer(405, { date: 'Sat, 01 Mar 2025 08:00:00 GMT' }),
      ['warning clockFarAhead'],
    ],
    ['half a minute of difference', answer(405, { date: 'Sat, 01 Mar 2025 09:00:30 GMT' }), []],
  ] as const)('answered by %s', async (_what, outcome, expected) => {
    expect(await told({}, outcome)).toEqual(expected);
  });

  it('is judged by the request alone where the port cannot walk', async () => {
    expect(await told(null)).toEqual([]);
    expect(await told(null, { kind: 'notSent', reason: 'tlsNotTrusted' })).toEqual(['failed tlsUnknown']);
    expect(await told(null, { kind: 'notSent', reason: 'proxyRefused' })).toEqual(['failed proxyRefuses']);
  });
});
