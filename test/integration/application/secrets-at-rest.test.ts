// After the whole job no number of a person, password, key, token or assertion lies on the disk, in any encoding, in any
// file or file name of the profile, the logs and the temporary folder. Each search proves first that it can find.
import { createPrivateKey } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasOpenssl, makeContainer } from '../../../main/launch/demo/certificate-file.ts';
import { searchBytes, searchWorks } from '../../../main/launch/demo/search-bytes.ts';
import { practiceHttp } from '../../../main/platform/http-undici.ts';
import { emptyTraining } from '../../../preload/rules/training/facts.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';

const enterprise = { name: 'Schoonmaak De Berk', number: '0999999130' };
const people = [
  { insz: '01020399645', familyName: 'Bensoltane', givenName: 'Rania' },
  { insz: '78031099771', familyName: 'Hazelaar', givenName: 'Bram' },
];
const root = newFolder();
const profileDir = join(root, 'profile');
const temporary = join(root, 'temporary');
const workshop = join(root, 'workshop');
/** What must not be found, gathered while the job runs. */
const secrets: Record<string, string | Uint8Array> = {};
const before = process.env['TMPDIR'];
let bench: AppBench;

beforeAll(async () => {
  for (const folder of [profileDir, temporary, workshop]) mkdirSync(folder, { recursive: true });
  process.env['TMPDIR'] = temporary;
  bench = await openApp({
    profileDir,
    // Looks at what passes by, as nothing else may know an assertion or a token.
    http: ({ caPem }) => {
      const port = practiceHttp({ caPem: caPem ?? '' });
      return {
        close: () => port.close(),
        async fetch(request) {
          const sent = new URLSearchParams(typeof request.body === 'string' ? request.body : '').get(
            'client_assertion',
          );
          if (sent !== null) secrets['assertion'] = sent;
          const outcome = await port.fetch(request);
          const answer = outcome.kind === 'answer' ? Buffer.from(outcome.body).toString() : '';
          const token = /"access_token":"([^"]+)"/.exec(answer)?.[1];
          if (token !== undefined) secrets['token'] = token;
          return outcome;
        },
      };
    },
  });
});

afterAll(async () => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await bench.close();
  removeFolder(root);
});

/** OpenSSL where it is present, for a key whose bytes are known; under CI it must be. */
function container(): { file: string; password: string } {
  expect(hasOpenssl() || !process.env['CI'], 'OpenSSL is needed for this test').toBe(true);
  const made = makeContainer(workshop, enterprise);
  const key = createPrivateKey(readFileSync(join(workshop, 'office.key.pem')));
  const jwk = key.export({ format: 'jwk' });
  secrets['key as PKCS#8'] = key.export({ format: 'der', type: 'pkcs8' }).subarray(40);
  secrets['private exponent'] = Buffer.from(String(jwk.d), 'base64url');
  secrets['first prime'] = Buffer.from(String(jwk.p), 'base64url');
  secrets['container'] = readFileSync(made.file);
  secrets['certificate password'] = made.password;
  return made;
}

it('leaves nothing at rest after certificate, token, trainings, refusal and history', {
  timeout: 120_000,
}, async () => {
  const { file, password } = container();
  const { must, app } = bench;
  const selectionId = '0196f2d4-0000-7000-8000-0000000000a1';
  app.terminal.offer('cli:test', [{ selectionId, path: file }], null);
  const opening = { selectionId, name: 'Kantoor' };
  const wrong = await bench.call('certificate.import', { ...opening, password: 'not it' });
  expect(wrong).toMatchObject({ ok: false, failure: { code: 'wrongPassword' } });
  const { id: imported } = await must('certificate.import', { ...opening, password });
  const fields = { enterpriseName: enterprise.name, enterpriseNumber: enterprise.number, name: 'Kantoor' };
  await must('account.registerInPractice', { ...fields, quality: 'employerNsso', certificateId: imported });
  const employerFields = {
    name: enterprise.name,
    enterpriseNumber: enterprise.number,
    sizeBracket: 'from20',
  } as const;
  const { id: employerId } = await must('employer.add', employerFields);
  const workerIds: string[] = [];
  for (const person of people) {
    secrets[`number of ${person.givenName}`] = person.insz;
    secrets[`written number of ${person.givenName}`] = person.insz.replace(
      /^(..)(..)(..)(...)(..)$/,
      '$1.$2.$3-$4.$5',
    );
    const added = await must('worker.add', { employerId, ...person, startDate: '2022-01-03' as never });
    workerIds.push(added.id);
  }
  const training = {
    ...emptyTraining,
    title: 'Ergonomie',
    startDate: '2025-02-04',
    endDate: '2025-02-04',
    durationMinutes: 228,
  };
  const { ids } = await must('training.add', { workerIds, year: 2025, fields: training });
  await must('training.submit', { ids });
  await must('outbox.send', { employerId: null });
  await expect.poll(async () => (await must('outbox.status', {})).running, { timeout: 60_000 }).toBe(false);
  const states = (await must('training.list', {})).rows.map((row) => row.state).sort();
  expect(states).toEqual(['accepted', 'refused']);
  await must('history.search', { text: people[0]?.insz ?? '' });
  await app.dispatch(
    { windowId: 'x', origin: 'null', topFrame: true },
    JSON.stringify({ name: 'worker.add', input: people[0] }),
  );
  expect(Object.keys(secrets)).toEqual(expect.arrayContaining(['token', 'assertion', 'number of Rania']));

  await bench.close();
  rmSync(workshop, { recursive: true });
  writeFileSync(join(temporary, 'control'), String(secrets['token']));
  const folders = [profileDir, temporary];
  expect(searchWorks(profileDir)).toBe(true);
  expect(searchBytes(folders, secrets).map(({ what, as }) => `${what} ${as}`)).toEqual(['token utf8']);
  rmSync(join(temporary, 'control'));
  expect(searchBytes(folders, secrets)).toEqual([]);
});
