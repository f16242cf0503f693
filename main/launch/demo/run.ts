// The whole job on real parts: guide, certificate, connection, doctor, renewal, people, trainings drafted while the servers are down, a process that
// ends, sending, three kinds of answer, presences, applicants, the person register, history, pictures of every page, and a search for what must not lie about.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../source-stamp.ts';
import { applicantNumbers, applicantSteps } from './applicant-steps.ts';
import {
  type CertificateFile,
  hasOpenssl,
  makeContainer,
  makeUnusableContainer,
} from './certificate-file.ts';
import { numbersOfPeople } from './clerk-day.ts';
import { clerkSteps } from './clerk-steps.ts';
import { aboutProfile, obtained, type Run, sociodesk } from './command.ts';
import { beginGuide, doctorWithoutServers, endGuide, renew, seeDoctor } from './connection-steps.ts';
import { acceptCircleOfTrust } from './practice-place.ts';
import { freePort, type Servers, startServers } from './practice-servers.ts';
import { presenceSteps } from './presence-steps.ts';
import { registerSteps } from './register-steps.ts';
import { createReport, expect } from './report.ts';
import { takeScreenshots } from './screenshots.ts';
import { searchBytes, searchWorks } from './search-bytes.ts';
import { employer, personalNumbers, trainingsFile, workers } from './story.ts';

const folder = join(projectRoot, 'demo-output');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'sociodesk-demo-'));
const profile = join(work, 'profile');
// Temporary files of every process of the demonstration stand where they can be searched.
const temporary = join(work, 'temporary');
mkdirSync(temporary);
process.env['TMPDIR'] = temporary;
const environments = join(work, 'practice.json');
const report = createReport();
let servers: Servers | null = null;

const run: Run = (words, input = '') => sociodesk([...words, ...aboutProfile(profile, environments)], input);
const value = obtained;
const bench = { report, run, value };
type Rows<T> = { rows: T[]; total?: number };
type TrainingRow = { state: string; anomalies: { code: string }[]; fields: { title: string } };

try {
  const port = await freePort();
  await report.step('Practice services start', async () => {
    servers = await startServers(profile, port, environments);
    return 'OAuth, Chaman and FLA over HTTPS on this PC';
  });
  const guide = await beginGuide(bench, employer);
  const certificate = await certificateSteps();
  await report.step('Account in the practice Chaman', async () => {
    await acceptCircleOfTrust(environments, employer.number);
    const words = [
      'account',
      'register',
      '--enterprise',
      employer.name,
      '--number',
      employer.number,
      '--quality',
      'employerNsso',
      '--rights',
      'careerProFlaDeclaration,checkInAndOutAtWork,citizenMandatesManage,citizenDataConsult',
    ];
    const made = value<{ clientId: string }>(await run(words), 'account');
    return `client id ${made.clientId}`;
  });
  await seeDoctor(bench);
  await renew(bench);
  await report.step('Employer and workers', async () => {
    value(
      await run([
        'employer',
        'add',
        '--name',
        employer.name,
        '--number',
        employer.number,
        '--size',
        'from20',
      ]),
      'employer',
    );
    for (const worker of workers) {
      const words = [
        'worker',
        'add',
        '--employer',
        employer.number,
        '--insz',
        worker.insz,
        '--name',
        worker.name,
      ];
      value(
        await run([...words, '--given', worker.given, '--start', worker.start, '--part', worker.part]),
        'worker',
      );
    }
    const wrong = await run([
      'worker',
      'add',
      '--employer',
      employer.number,
      '--insz',
      '05.01.15-123.79',
      '--name',
      'X',
      '--start',
      '01/01/2024',
    ]);
    expect(wrong.code === 2 || wrong.code === 1, 'a number with wrong check digits is refused');
    return `${workers.length} workers; a wrong check digit was refused`;
  });
  await report.step('The servers go down', async () => {
    await servers?.stop();
    servers = null;
    return 'nothing answers';
  });
  await report.step('Trainings drafted offline', async () => {
    const file = join(work, 'opleidingen.csv');
    writeFileSync(file, trainingsFile);
    const validated = await run(['training', 'validate', file, '--employer', employer.number]);
    expect(validated.result.ok, 'the file can be checked without a network');
    value(await run(['training', 'import', file, '--employer', employer.number, '--submit']), 'import');
    const again = await run(['training', 'import', file, '--employer', employer.number]);
    expect(again.result.ok, 'importing twice is harmless');
    const list = value<Rows<TrainingRow>>(
      await run(['training', 'list', '--employer', employer.number]),
      'list',
    );
    expect(list.rows.length === 5, `5 trainings, found ${list.rows.length}`);
    return '5 trainings, each in a process that then ended';
  });
  await report.step('Sending without servers', async () => {
    const sent = await run(['outbox', 'send']);
    expect(sent.code === 1, 'sending offline ends with 1');
    return `said to be offline; everything still waits; ${await doctorWithoutServers(bench)}`;
  });
  await report.step('The servers come back, and the outbox is sent', async () => {
    servers = await startServers(profile, port, environments);
    const sent = await run(['outbox', 'send']);
    expect(sent.code === 2, `a batch with a refusal ends with 2, ended with ${sent.code}`);
    const rows = value<Rows<TrainingRow>>(
      await run(['training', 'list', '--employer', employer.number]),
      'list',
    ).rows;
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    expect(
      count('accepted') >= 1 && count('acceptedWithWarnings') >= 1 && count('refused') >= 1,
      'all three kinds of answer',
    );
    const codes = [...new Set(rows.flatMap((row) => row.anomalies.map((anomaly) => anomaly.code)))].sort();
    return `${count('accepted')} accepted, ${count('acceptedWithWarnings')} accepted with a remark, ${count('refused')} refused (${codes.join(', ')})`;
  });
  await presenceSteps(bench, work, environments);
  await applicantSteps(bench, environments);
  const registered = await registerSteps(bench, work, environments);
  await endGuide(bench, guide);
  await report.step('History found again and verified', async () => {
    const found = value<Rows<unknown>>(await run(['history', 'search', '--text', 'Bensoltane']), 'search');
    expect(found.rows.length > 0, 'the history is found by name');
    const verified = value<{ events: number; intact: boolean }>(await run(['history', 'verify']), 'verify');
    expect(verified.intact, 'the history is intact');
    value(await run(['history', 'export', join(work, 'history.jsonl')]), 'export');
    return `${verified.events} events, none altered`;
  });
  let shots = 0;
  await report.step('Every page, Dutch and French, light and dark', async () => {
    const { taken, problems } = await takeScreenshots(profile, environments, join(folder, 'pages'), {
      'register-person': registered.page,
    });
    expect(problems.length === 0, `no problem in the page: ${problems.slice(0, 3).join(' | ')}`);
    shots = taken;
    return `${taken} pictures`;
  });
  const clerkProfile = await clerkSteps(report, work, join(folder, 'clerk'));
  await report.step('Search for numbers, passwords and keys at rest', async () => {
    expect(searchWorks(work) && searchWorks(folder), 'the search finds a planted value');
    // What the person made or exported on purpose is theirs: the CSV, the container, the exported history.
    for (const name of ['opleidingen.csv', 'history.jsonl']) rmSync(join(work, name), { force: true });
    const wanted = Object.fromEntries(
      [...personalNumbers, ...applicantNumbers, ...registered.numbers, ...numbersOfPeople].map(
        (number, index) => [`number ${index + 1}`, number],
      ),
    );
    const hits = searchBytes([profile, clerkProfile, temporary, folder], {
      ...wanted,
      password: certificate.password,
      key: 'PRIVATE KEY-----',
    });
    expect(
      hits.length === 0,
      `nothing found, but: ${hits
        .map((hit) => `${hit.what} in ${hit.file}`)
        .slice(0, 5)
        .join('; ')}`,
    );
    return 'none found; the planted value was';
  });
  report.save(join(folder, 'summary.md'), [
    `Pictures of every page stand in \`pages/\` (${shots}), those of the clerk's day in \`clerk/\`.`,
  ]);
  process.stdout.write(`\nSociodesk: the whole job was done. Pictures and summary: ${folder}\n`);
} catch (error) {
  process.stderr.write(`\nSociodesk: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await (servers as Servers | null)?.stop();
  rmSync(work, { recursive: true, force: true });
}

async function certificateSteps(): Promise<CertificateFile> {
  if (!hasOpenssl()) {
    await report.step('Certificate made by the app', async () => {
      value(
        await run(['certificate', 'generate', '--enterprise', employer.name, '--number', employer.number]),
        'generate',
      );
      return 'OpenSSL is not here, so the app made one';
    });
    return { file: '', password: 'no-container-was-made-with-this-one' };
  }
  const enterprise = { name: employer.name, number: employer.number.replaceAll('.', '') };
  const good = makeContainer(work, enterprise);
  await report.step('Verdict on a certificate of OpenSSL', async () => {
    const bad = makeUnusableContainer(work, enterprise);
    const refused = await run(['certificate', 'inspect', bad.file, '--password-stdin'], bad.password);
    expect(refused.code === 2, `a key on P-256 is refused with 2, ended with ${refused.code}`);
    const wrong = await run(['certificate', 'inspect', good.file, '--password-stdin'], 'not it');
    expect(
      !wrong.result.ok && wrong.result.failure.code === 'wrongPassword',
      'a wrong password is told as such',
    );
    value(await run(['certificate', 'inspect', good.file, '--password-stdin'], good.password), 'inspect');
    return 'RSA 3072 usable, P-256 refused, a wrong password told';
  });
  await report.step('Certificate into the keychain, .cer out', async () => {
    const words = ['certificate', 'import', good.file, '--name', 'Kantoor', '--password-stdin'];
    value(
      await run([...words, '--enterprise', employer.name, '--number', employer.number], good.password),
      'import',
    );
    value(await run(['certificate', 'export', join(work, 'kantoor.cer')]), 'export');
    return 'key and password in the keychain only';
  });
  for (const name of ['office.p12', 'office.key.pem', 'curve.p12', 'curve.key.pem'])
    rmSync(join(work, name), { force: true });
  return good;
}
