// Which official values may be entered: what production must never take, and what is asked for twice.
import { describe, expect, it } from 'vitest';
import { type FactContext, judgeFact } from '../../../main/settings/judge-fact.ts';
import type { FactRule } from '../../../preload/contract/going-live.ts';

const domains = new Set(['example.org']);
const production: FactContext = { kind: 'production', domains, confirmed: false };
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
  ];
  it.each(cases)('%s in production: %s', (value, rule) => {
    expect(judgeFact('address', value, production)).toBe(rule);
  });

  it('of another domain is taken once the person said so, and nothing else is', () => {
    const sure = { ...production, confirmed: true };
    expect(judgeFact('address', 'https://services.other.org/fla', sure)).toBeNull();
    expect(judgeFact('address', 'http://services.other.org/fla', sure)).toBe('httpsOnly');
    expect(judgeFact('address', 'https://127.0.0.1/fla', sure)).toBe('noLoopback');
  });

  it('of this computer is taken where tests run', () => {
    expect(judgeFact('address', 'https://127.0.0.1:4443/fla', acceptance)).toBeNull();
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
    ['template', 'https://www.other.org/{id}', 'otherDomain'],
    ['issuers', 'Example CA 2022\nExample CA 2025', null],
    ['issuers', ' \n ', 'tooManyIssuers'],
  ] as const)('%s %s: %s', (kind, value, rule) => {
    expect(judgeFact(kind, value, production)).toBe(rule);
  });
});
