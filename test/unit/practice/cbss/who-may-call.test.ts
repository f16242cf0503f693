// Who may call the inscription service: whose certificate is known and good, whose application is in the access rules, and for whom.
import { afterAll, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../../integration/practice/support/certificates.ts';
import { makeBench } from './bench.ts';
import { insertion, questionXml, signedMessage } from './signed-message.ts';

const bench = makeBench();
afterAll(() => bench.close());
const other = makeCertificate();
const ssin = '85070399768';
const content = () => questionXml(insertion({ ssin }));
const refused = { status: 500, code: 'SOA-01001' };

describe('is refused as not authenticated', () => {
  it.each([
    ['an EC key', { key: 'ec:P-384' }],
    ['a key usage without digitalSignature', { keyUsage: 'critical,keyEncipherment' }],
    ['a certificate signed with SHA-1', { digest: 'sha1' }],
    ['a key of 1024 bits', { key: 'rsa:1024' }],
  ])('with %s', (_what, wish) => {
    const made = makeCertificate(wish);
    bench.attach(made, `client-${made.der.subarray(-8).toString('hex')}`);
    expect(bench.post(signedMessage(content(), made, { now: bench.now() }))).toMatchObject(refused);
  });

  it('with a certificate that no account has, or whose account was disabled', () => {
    const made = other;
    const send = () => bench.post(signedMessage(content(), made, { now: bench.now() }));
    expect(send()).toMatchObject(refused);
    bench.attach(made, 'client-later');
    expect(send().code).toBe('MSG00000');
    const account = bench.parts.accounts.account('client-later');
    if (account !== undefined) bench.parts.accounts.saveAccount({ ...account, state: 'disabled' });
    expect(send()).toMatchObject(refused);
  });
});

describe('not in the access rules', () => {
  it('an application is refused as not authorised, and taken once its URN stands there', () => {
    const made = other;
    bench.attach(made, 'client-park', '1999999250');
    const question = { ...insertion({ ssin }), customer: '<cbeNumber>1999999250</cbeNumber>' };
    const send = () => bench.post(signedMessage(questionXml(question), made, { now: bench.now() }));
    expect(send()).toMatchObject({ status: 500, code: 'SOA-01002' });
    bench.parts.cbssAccess.saveApplication({
      ...bench.application,
      urn: 'urn:practice:park',
      enterpriseNumber: '1999999250',
    });
    expect(send().code).toBe('MSG00000');
  });

  it('a customer that is not the application’s enterprise is not allowed, nor another legal context', () => {
    const question = insertion({ ssin });
    expect(bench.ask({ ...question, customer: '<cbeNumber>1999999250</cbeNumber>' })).toMatchObject({
      status: 200,
      value: 'NOK',
      code: 'MSG00013',
    });
    expect(bench.ask({ ...question, customer: '<sector>12</sector><institution>1</institution>' }).code).toBe(
      'MSG00013',
    );
    expect(bench.ask({ ...question, legalContext: 'TEST:OTHER' }).code).toBe('MSG00013');
  });
});
