// Which link an applicant is handed: nobody sees where a code leads before scanning it.
import { expect, it } from 'vitest';
import { linkOf } from '../../../main/applicants/applicant-link.ts';
import type { Environment } from '../../../main/platform/environment.ts';
import { resourcesDir } from '../../../main/platform/resource-path.ts';
import { type OpenProfile, openProfile } from '../../support/seed-profile.ts';

const number = '3f2a7c18-54f7-4a7e-9d2a-6f0f5f6f8a11';
const template = 'https://burger.example/aanvraag/{id}';

async function environment(): Promise<Environment> {
  const profile: OpenProfile = openProfile();
  await profile.close();
  return profile.session.environment;
}
const shipped = await environment();

/** `confirmed`: with a template that a person confirmed. */
const outside = (url: string | null, confirmed = false, id: string | null = number) =>
  linkOf(
    {
      resourcesDir: resourcesDir(),
      environment: {
        ...{ ...shipped, kind: 'production', practice: null },
        templates: {
          applicantLink: confirmed ? { value: template, status: 'entered' } : null,
          posterQr: null,
        },
      } as Environment,
    },
    { state: 'open', service_id: id, url },
  );
const inPractice = (url: string | null, id: string | null) =>
  linkOf(
    {
      resourcesDir: resourcesDir(),
      environment: {
        ...shipped,
        practice: {
          ...{ adminUrl: '', adminToken: '', chamanUrl: '' },
          requestUrl: 'http://127.1.2.3:45599/request/{id}',
        },
      },
    },
    { state: 'open', service_id: id, url },
  );

it('a link to a host of the authority is handed out as it is', () => {
  const url = 'https://www.mandaten.socialsecurity.be/request/1?x=a%20b#c';
  expect(outside(url)).toEqual({ url, from: 'service' });
});

it.each([
  'http://www.socialsecurity.be/request/1',
  'https://evil.example/request/1',
  'https://socialsecurity.be.evil.example/1',
  'https://evilsocialsecurity.be/1',
  'https://www.socialsecurity.be@evil.example/1',
  'https://user:pw@www.socialsecurity.be/1',
  'https://www.socialsecurity.be:8443/1',
  'https://evil.example\\.socialsecurity.be/1',
  'https://evil.example\\@www.socialsecurity.be/1',
  'https://www.socialsecurity.be./1',
  'https://[::1]/1',
])('%s is not handed out', (url) => {
  expect(outside(url)).toBeNull();
  expect(outside(url, true)).toEqual({ url: `https://burger.example/aanvraag/${number}`, from: 'template' });
});

it('a link to the host of a template that a person confirmed is handed out', () => {
  const url = 'https://burger.example/andere/weg';
  expect(outside(url, true)).toEqual({ url, from: 'service' });
  expect(outside(url)).toBeNull();
});

it('a number stands in a template as it is, whatever its signs mean elsewhere', () => {
  expect(outside(null, true, "$&$'/../x")?.url).toBe("https://burger.example/aanvraag/%24%26%24'%2F..%2Fx");
});

it('in practice only the page of practice itself is handed out', () => {
  expect(inPractice('https://evil.example/1', number)?.url).toBe(`http://127.1.2.3:45599/request/${number}`);
  expect(inPractice('https://evil.example/1', null)).toBeNull();
  expect(inPractice('http://127.1.2.3:45599/request/9', null)?.url).toBe('http://127.1.2.3:45599/request/9');
  expect(inPractice('http://127.0.0.1:9/request/9', null)).toBeNull();
});
