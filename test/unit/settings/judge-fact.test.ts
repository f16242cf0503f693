// Which official values may be entered: what production must never take, and what a page alone cannot say.
import { describe, expect, it } from 'vitest';
import { type FactContext, foreignHost, hostsDiffer, judgeFact } from '../../../main/settings/judge-fact.ts';
import type { FactRule } from '../../../preload/contract/going-live.ts';

const domains = new Set(['example.org']);
const production: FactContext = { kind: 'production', domains, confirmed: false, local: false };
const acceptance: FactContext = { ...production, kind: 'acceptance' };

describe('an address', () => {
  const cases: [string, FactRule | null][] = [
    ['https://services.example.org/REST/fla/v1', null],
    ['http://services.example.org/REST', 'httpsOnly'],
    ['services.example.org', 'notAnAddress'],
    ['ftp://services.example.org/', 'notAnAddress'],
    ['https://services.example.org/a b', 'notAnAddress'],
    ['https://127.0.0.1/fla', 'noLoopback'],
    ['https://[::1]/fla', 'noLoopback'],
    ['https://localhost/fla', 'noLoopback'],
    ['https://app.localhost/fla', 'noLoopback'],
    ['https://2130706433/fla', 'noLoopback'],
    ['https://localhost:9000/x', 'noLoopback'],
    ['https://localhost:9000/x/', 'noLoopback'],
    ['http://clerk:secret@127.0.0.1:9000/?x#y', 'noLoopback'],
    ['https://10.0.0.8/fla', 'noAddressOfDigits'],
    ['https://[2001:db8::1]/fla', 'noAddressOfDigits'],
    ['https://clerk:secret@services.example.org/fla', 'noExtras'],
    ['https://services.example.org:8443/fla', 'noExtras'],
    ['https://services.example.org/fla?x=1', 'noExtras'],
    ['https://services.example.org/fla#x', 'noExtras'],
    ['https://services.example.org/', 'noExtras'],
    ['https://intranet/fla', 'hostUnlikely'],
    ['https://fla.local/x', 'hostUnlikely'],
    ['https://services.еxample.org/fla', 'hostUnlikely'],
    ['https://services.example.org.evil.com/fla', 'otherDomain'],
    ['https://services.other.org/fla', 'otherDomain'],
    ['https://evilexample.org/fla', 'otherDomain'],
    ['https://example.org/fla', null],
    ['https://a.b.example.org/fla', null],
  ];
  it.each(cases)('%s in production: %s', (value, rule) => {
    expect(judgeFact('address', value, production)).toBe(rule);
  });

  it('of another domain is taken by a file or the command line, and nothing else is', () => {
    const sure = { ...production, confirmed: true, local: true };
    expect(judgeFact('address', 'https://services.other.org/fla', sure)).toBeNull();
    expect(judgeFact('address', 'http://services.other.org/fla', sure)).toBe('httpsOnly');
    expect(judgeFact('address', 'https://127.0.0.1/fla', sure)).toBe('noLoopback');
  });

  it('of this computer is taken where tests run, but not on a page’s word', () => {
    const given = { ...acceptance, local: true };
    expect(judgeFact('address', 'https://127.0.0.1:4443/fla', given)).toBeNull();
    expect(judgeFact('address', 'https://127.0.0.1:4443/fla/', given)).toBe('noExtras');
    expect(judgeFact('address', 'https://127.0.0.1:4443/fla', acceptance)).toBe('loopbackByFile');
    expect(judgeFact('address', 'https://localhost:9000/x/', acceptance)).toBe('loopbackByFile');
    expect(judgeFact('address', 'http://localhost/fla', acceptance)).toBe('loopbackByFile');
    expect(judgeFact('address', 'http://services.example.org/fla', acceptance)).toBe('httpsOnly');
  });
});

describe('the others', () => {
  it.each([
    ['scope', 'scope:example:fla:employer', null],
    ['scope', 'Scope With Blanks', 'notAScope'],
    ['text', 'https://services.example.org/token', null],
    ['text', 'two words', 'notOneLine'],
    ['template', 'https://www.example.org/a/{id}', null],
    ['template', 'https://www.example.org/a?request={id}', null],
    ['template', 'https://www.example.org/a', 'placeholderMissing'],
    ['template', 'https://www.example.org/{id}/{id}', 'placeholderMissing'],
    ['template', 'https://{id}.example.org/a', 'placeholderMissing'],
    ['template', 'http://www.example.org/{id}', 'httpsOnly'],
    ['template', 'http://localhost:9000/{id}', 'noLoopback'],
    ['template', 'https://www.other.org/{id}', 'otherDomain'],
    ['template', 'https://clerk@www.example.org/{id}', 'noExtras'],
    ['template', 'https://:secret@www.example.org/{id}', 'noExtras'],
    ['template', 'https://www.example.org:8443/{id}', 'noExtras'],
    ['template', 'https://www.example.org/a#{id}', 'noExtras'],
    ['issuers', 'Example CA 2022\nExample CA 2025', null],
    ['issuers', ' \n ', 'tooManyIssuers'],
  ] as const)('%s %s: %s', (kind, value, rule) => {
    expect(judgeFact(kind, value, production)).toBe(rule);
  });
});

describe('hosts', () => {
  it('of an address or template that are not the authority’s are named', () => {
    expect(foreignHost('address', 'https://fla.other.org/v1', domains)).toBe('fla.other.org');
    expect(foreignHost('template', 'https://www.other.org/{id}', domains)).toBe('www.other.org');
    expect(foreignHost('address', 'https://services.example.org/v1', domains)).toBeNull();
    expect(foreignHost('scope', 'scope:a:b', domains)).toBeNull();
  });

  it.each([
    ['https://services.example.org/token', 'https://services.example.org/token', false],
    ['https://services.example.org/v5/token', 'https://services.example.org/v4/token', false],
    ['https://services.example.org/token', 'urn:example:audience', false],
    ['https://services.example.org/token', 'some-audience', false],
    ['https://services.other.org/token', 'https://services.example.org/token', true],
    ['https://services.example.org:8443/token', 'https://services.example.org/token', true],
  ])('of %s and the audience %s differ: %s', (tokenUrl, audience, differ) => {
    expect(hostsDiffer(tokenUrl, audience)).toBe(differ);
  });
});
