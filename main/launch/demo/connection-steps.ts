// The steps around the connection: a guide that is walked, the doctor with and without servers, a renewal without a gap.
import type { Answer, Run } from './command.ts';
import { expect, type Report } from './report.ts';

export type Bench = {
  report: Report;
  run: Run;
  /** The value of an answer; a failure ends the demonstration. */
  value<T>(answer: Answer, what: string): T;
};

type Guide = { id: string; steps: { id: string; state: string }[] };
type DoctorReport = { outcome: string; examinations: { links: { key: string; outcome: string }[] }[] };

const doneIn = ({ steps }: Guide): number => steps.filter(({ state }) => state === 'done').length;

/** Answers the id of the guide, for its end. */
export async function beginGuide(
  { report, run, value }: Bench,
  enterprise: { name: string; number: string },
): Promise<string> {
  let id = '';
  await report.step('A guide to the services begins', async () => {
    const named = ['--enterprise', enterprise.name, '--number', enterprise.number];
    const begun = await run(['guide', 'start', ...named, '--want', 'fla', '--for', 'ownWorkers']);
    ({ id } = value<{ id: string }>(begun, 'guide'));
    const guide = value<Guide>(await run(['guide', 'show', id]), 'guide');
    const first = guide.steps.find(({ state }) => state === 'open')?.id ?? '';
    value(await run(['guide', 'step', id, first, 'done']), 'step');
    const walked = value<Guide>(await run(['guide', 'show', id]), 'guide');
    expect(doneIn(walked) > doneIn(guide), 'a step that was noted counts as done');
    return `${guide.steps.length} steps, the first one done`;
  });
  return id;
}

export const endGuide = ({ report, run, value }: Bench, id: string): Promise<void> =>
  report.step('The guide has seen what was done', async () => {
    const guide = value<Guide>(await run(['guide', 'show', id]), 'guide');
    expect(doneIn(guide) > 1, 'steps that the app saw itself are done');
    return `${doneIn(guide)} of ${guide.steps.length} steps done`;
  });

export const seeDoctor = ({ report, run, value }: Bench): Promise<void> =>
  report.step('The doctor and a token', async () => {
    const found = await run(['doctor']);
    expect(found.code === 0, 'every link of the connection holds');
    const token = value<{ expiresInSeconds: number }>(await run(['token', 'get']), 'token');
    expect(!('accessToken' in token), 'the token itself is not printed');
    return `every link holds; a token for ${token.expiresInSeconds} s`;
  });

/** While nothing answers: the doctor names the first broken link. */
export async function doctorWithoutServers({ run, value }: Bench): Promise<string> {
  const found = await run(['doctor']);
  expect(found.code === 1, 'a broken link ends with 1');
  const { examinations } = value<DoctorReport>(found, 'doctor');
  const broken = examinations[0]?.links.find(({ outcome }) => outcome === 'failed')?.key ?? '';
  expect(broken === 'networkRefused', `the doctor names the connection, named ${broken}`);
  return 'the doctor names the connection';
}

export const renew = ({ report, run, value }: Bench): Promise<void> =>
  report.step('The certificate is renewed without a gap', async () => {
    value(await run(['certificate', 'renew']), 'renew');
    const { rows } = value<{ rows: { uses: { role: string }[] }[] }>(
      await run(['certificate', 'expiry']),
      'expiry',
    );
    const roles = rows.flatMap(({ uses }) => uses.map(({ role }) => role)).sort();
    expect(roles.join() === 'former,inUse', `one former and one in use, found ${roles.join()}`);
    return 'the new one was tested and signs; the former one is kept';
  });
