// The person register: an inscription made at the source, and a number that the source replaces, told in the file of the day. What
// hangs on that person (worker, training, presence, applicant) is the same as before, under the number of now.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createJudge } from './clerk-judge.ts';
import type { Bench } from './connection-steps.ts';
import { decideAsCitizen } from './practice-place.ts';
import { expect } from './report.ts';
import { employer, workers } from './story.ts';

/** A presence keeps the number it was registered under, and has the one of now beside it. */
type Rows = { rows: { insz: string; currentInsz?: string | null; personId?: string }[] };
type Asked = { request: { id: string; insz: string | null }; link: { url: string } | null };
type Consulted = { lines: unknown[]; source: { lines: { stands: string }[] } | null };
type Taken = { files: { outcome: string; counts: { replaced: number } | null }[] };

/** The first page of that person in the register, and the numbers that must lie nowhere. */
export type Registered = { page: string; numbers: string[] };

/** `file`: what the practice services printed; `work`: a folder of the demonstration's own. */
export async function registerSteps(
  { report, run, value }: Bench,
  work: string,
  file: string,
): Promise<Registered> {
  const judge = createJudge(file);
  const client = ['--employer', employer.number];
  const [rania] = workers;
  const before = (rania?.insz ?? '').replace(/\D/g, '');
  const registered: Registered = { page: '', numbers: [] };

  await report.step('A period in the person register, inscribed at the CBSS', async () => {
    const { on } = value<{ on: boolean }>(await run(['cbss', 'profile', '--on']), 'profile');
    expect(on, 'the connection to CBSSInscription is on');
    const named = ['--name', rania?.name ?? '', '--given', rania?.given ?? '', '--type', 'trainee'];
    const key = [...client, '--insz', before];
    const period = ['--begin', '01/06/2022', '--end', '31/08/2022'];
    value(await run(['register', 'insert', ...key, ...named, ...period]), 'insert');
    const upsideDown = ['--type', 'trainee', '--begin', '31/08/2022', '--end', '01/06/2022'];
    const refused = await run(['register', 'insert', ...key, ...upsideDown]);
    expect(refused.code === 2, 'a period that ends before it begins is refused');
    const { lines, source } = value<Consulted>(await run(['register', 'consult', ...key]), 'consult');
    const both = source?.lines.filter(({ stands }) => stands === 'both').length ?? 0;
    expect(both >= 1, 'the source has what stands here');
    return `${lines.length} lines here, ${both} at the source too; a period upside down was refused`;
  });

  await report.step('A replaced number arrives by feed', async () => {
    const words = ['applicant', 'request', ...client, '--flexi', '--label', 'Zaterdag'];
    const asked = value<Asked>(await run(words), 'request');
    const requestId = /[0-9a-f-]{36}$/.exec(asked.link?.url ?? '')?.[0] ?? '';
    await decideAsCitizen(file, requestId, 'approve', before);
    const status = async (): Promise<string | null> =>
      value<Asked>(await run(['applicant', 'status', asked.request.id]), 'status').request.insz;
    expect((await status()) === before, 'who approved is known by the number of before');

    const folder = join(work, 'feed');
    mkdirSync(folder);
    const { newSsin } = (await judge.administer('POST', '/cbss/replace', { ssin: before })) as {
      newSsin: string;
    };
    registered.numbers.push(newSsin);
    const receiver = employer.number.replace(/\D/g, '');
    await judge.administer('POST', '/cbss/emit', { receiver, folder });
    const paths = readdirSync(folder).map((name) => join(folder, name));
    const { files } = value<Taken>(await run(['register', 'apply', ...paths]), 'apply');
    expect(files[0]?.outcome === 'applied' && files[0].counts?.replaced === 1, 'one number was replaced');

    const found = async (words: readonly string[], number: string): Promise<Rows['rows']> =>
      value<Rows>(await run(words), words.join(' ')).rows.filter(
        ({ insz, currentInsz }) => (currentInsz ?? insz) === number,
      );
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(Date.now());
    for (const words of [
      ['worker', 'list', ...client],
      ['training', 'list', ...client],
      ['presence', 'search', '--from', today],
    ]) {
      expect((await found(words, before)).length === 0, `${words[0]}: nothing under the number of before`);
      const [first] = await found(words, newSsin);
      expect(first !== undefined, `${words[0]}: found under the number of now`);
      if (first?.personId !== undefined) registered.page = `register/${first.personId}`;
    }
    expect((await status()) === newSsin, 'the applicant too');
    return 'worker, trainings, presence and applicant follow: one place changed';
  });
  return registered;
}
