// The steps at a site: a poster, the worker's phone behind its code, what the service knows of it, and its remark.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './connection-steps.ts';
import { practicePlace } from './practice-place.ts';
import { expect } from './report.ts';
import { employer, workers } from './story.ts';

/** A declaration of works that the practice world has for this employer. */
const park = '1Y100PARK0001';

/** Fills in the page behind the code, as a phone would; answers the page that came back. */
async function registerByPhone(url: string, insz: string): Promise<string> {
  const first = await fetch(url, { redirect: 'manual', headers: { 'accept-language': 'nl' } });
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const html = await (await fetch(url, { headers: { cookie } })).text();
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  const fields = new URLSearchParams(
    Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
  );
  fields.set('insz', insz);
  fields.set('type', 'IN');
  const sent = await fetch(new URL('/registration', url), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: new URL(url).origin },
    body: fields,
  });
  const next = new URL(sent.headers.get('location') ?? '/registration', url);
  return (await fetch(next, { headers: { cookie } })).text();
}

export async function presenceSteps(
  { report, run, value }: Bench,
  work: string,
  file: string,
): Promise<void> {
  const client = ['--employer', employer.number];
  await report.step('A poster for a site, and a worker who follows its code', async () => {
    value(await run(['works', 'add', park, ...client, '--name', 'Zalen Het Park']), 'works');
    const poster = join(work, 'affiche.pdf');
    const made = await run(['poster', 'make', poster, ...client, '--all', '--languages', 'nl,fr,pl,ar']);
    const { verified } = value<{ verified: number }>(made, 'poster');
    expect(verified === 1, 'the code on the poster was read again from the finished page');
    rmSync(poster);
    const page = await registerByPhone(`${practicePlace(file).workerUrl}${park}`, workers[0]?.insz ?? '');
    expect(/\d{2}:\d{2}:\d{2}/.test(page), 'the phone shows the time of the service');
    return 'one page, its code read again; the worker is registered by phone';
  });
  await report.step('Presences looked up', async () => {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(Date.now());
    const found = value<{ done: number }>(
      await run(['presence', 'look-up', ...client, '--from', day]),
      'look-up',
    );
    expect(found.done === 1, `one registration, found ${found.done}`);
    const list = await run(['presence', 'search', '--from', day]);
    const { rows } = value<{ rows: { type: string; reference: string }[] }>(list, 'search');
    expect(rows.length === 1 && rows[0]?.reference === park, 'it is found again');
    return 'one registration, found again on this PC';
  });
}
