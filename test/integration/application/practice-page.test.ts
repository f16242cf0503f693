// The address that the app opens leads into the practice portal: with the key of the run, in the app's language, for the
// enterprise and in the quality that a guide is about.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PracticeService, startPracticeService } from '../../../main/practice/service.ts';
import { practiceEnvironment } from '../../../main/settings/environments.ts';
import { openPracticePage } from '../../../main/settings/practice-page.ts';
import { enterpriseNumberSchema } from '../../../preload/contract/values.ts';

let service: PracticeService;
beforeAll(async () => {
  service = await startPracticeService();
});
afterAll(() => service.close());

/** What a window with an empty jar gets to see. */
const visit = async (address: string): Promise<{ url: string; text: string }> => {
  let url = address;
  let cookie = '';
  for (let steps = 0; steps < 6; steps += 1) {
    const answer = await fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const next = answer.headers.get('location');
    if (next === null) return { url, text: await answer.text() };
    url = new URL(next, url).href;
  }
  throw new Error('redirected without end');
};

it('leads to the log-in, and from there to Chaman in that quality', async () => {
  const environment = practiceEnvironment(service.environments);
  if (!environment.ok) throw new Error('the practice service printed no environment');
  const opened: string[] = [];
  const openPractice = (url: string) => {
    opened.push(url);
    return Promise.resolve({ ok: true as const, value: undefined });
  };
  const session = { environment: environment.value, host: { openPractice } } as never;
  const enterpriseNumber = enterpriseNumberSchema.parse('0999.999.130');
  const input = { page: 'chaman', enterpriseNumber, quality: 'employerNsso' } as const;
  expect(await openPracticePage(session, input, 'fr')).toEqual({ ok: true, value: {} });
  const { url, text } = await visit(opened[0] ?? '');
  expect(text).toContain('<html lang="fr">');
  expect(text).toContain('Hilde Berkelmans');
  expect(new URL(url).searchParams.get('next')).toBe('/chaman?enterprise=0999999130&quality=employer');
  expect(url).not.toContain('entry=');
});

it.each([
  ['portal', 'Se connecter au portail d’exercice'],
  ['accessManagement', 'Qui êtes-vous ?'],
  ['mahis', 'Qui êtes-vous ?'],
  ['circleOfTrust', 'Qui êtes-vous ?'],
] as const)('finds a page for %s', async (page, title) => {
  const environment = practiceEnvironment(service.environments);
  const opened: string[] = [];
  const openPractice = (url: string) => Promise.resolve({ ok: true, value: void opened.push(url) });
  const session = { environment: environment.ok ? environment.value : null, host: { openPractice } } as never;
  await openPracticePage(session, { page }, 'fr');
  expect((await visit(opened[0] ?? '')).text).toContain(`<h1>${title}</h1>`);
});
