// The address under which a page of the practice portal is opened, and where there is none.
import { describe, expect, it } from 'vitest';
import { openPracticePage, practicePageUrl } from '../../../main/settings/practice-page.ts';
import { enterpriseNumberSchema } from '../../../preload/contract/values.ts';

const portalUrl = 'http://127.0.0.1:4711/?entry=abc';
const enterpriseNumber = enterpriseNumberSchema.parse('0999.999.130');

describe('the address of a page', () => {
  it('keeps the key and carries language, enterprise and the quality as the portal names it', () => {
    const url = practicePageUrl(
      portalUrl,
      { page: 'chaman', enterpriseNumber, quality: 'employerNsso' },
      'fr',
    );
    expect(url).toBe('http://127.0.0.1:4711/chaman?entry=abc&lang=fr&enterprise=0999999130&quality=employer');
  });
  it('carries the name of the enterprise, whatever is in it', () => {
    const enterpriseName = 'Smits & Co? 100 % #1';
    const url = practicePageUrl(portalUrl, { page: 'portal', enterpriseNumber, enterpriseName }, 'nl');
    expect(new URL(url).searchParams.get('name')).toBe(enterpriseName);
  });
  it.each([
    ['portal', '/'],
    ['accessManagement', '/access'],
    ['mahis', '/mahis'],
    ['circleOfTrust', '/circle'],
    ['registers', '/registers'],
    ['registerAccess', '/registers/access'],
  ] as const)('of %s stands at %s', (page, path) => {
    expect(new URL(practicePageUrl(portalUrl, { page }, 'nl')).pathname).toBe(path);
  });
});

describe('opening one', () => {
  const parts = (practice: object | null, opened: string[] = []) =>
    ({
      environment: { practice },
      host: {
        openPractice: (url: string) => {
          opened.push(url);
          return Promise.resolve({ ok: true, value: undefined });
        },
      },
    }) as never;
  it('hands the address to the window', async () => {
    const opened: string[] = [];
    expect(await openPracticePage(parts({ portalUrl }, opened), { page: 'mahis' }, 'de')).toEqual({
      ok: true,
      value: {},
    });
    expect(opened).toEqual(['http://127.0.0.1:4711/mahis?entry=abc&lang=de']);
  });
  it.each([null, {}, { portalUrl: 'nonsense' }])('is not offered where practice is %j', async (practice) => {
    expect(await openPracticePage(parts(practice), { page: 'portal' }, 'nl')).toMatchObject({
      failure: { code: 'notSupportedHere' },
    });
  });
});
