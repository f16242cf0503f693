// What programs that make the same calls one after the other know afterwards, under the same bad luck: newman and Bruno's
// command line. Two favours: they are spared tokens that end in mid-run, and give up a call after a few seconds.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mixOf } from './fault-mix-faults.ts';
import { type Claim, judge, setFaults, type Verdict } from './fault-mix-judge.ts';
import { collectionOf, hasNewman, newmanProgram, runPeer, serve } from './newman.ts';
import { benchFolder } from './profile-folder.ts';

const brunoProgram = join(import.meta.dirname, 'peers', 'node_modules', '@usebruno', 'cli', 'bin', 'bru.js');
const timeoutMs = 3_000;
const employer = '0999999130';

type Row = { insz: string; year: number; body: string };
/** Runs one peer in a folder of its own; answers the status that it saw for each row, 0 for none. */
type Peer = {
  name: string;
  there(): boolean;
  run(place: Place): Promise<number[]>;
};
type Place = { folder: string; dataFile: string; authority: string; values: Record<string, string> };

const newman: Peer = {
  name: 'newman',
  there: hasNewman,
  async run({ folder, dataFile, authority, values }) {
    const collection = join(folder, 'collection.json');
    const environment = join(folder, 'environment.json');
    const report = join(folder, 'report.json');
    const pairs = Object.entries(values).map(([key, value]) => ({ key, value }));
    writeFileSync(collection, JSON.stringify(collectionOf(['PUT'])));
    writeFileSync(environment, JSON.stringify({ name: 'practice', values: pairs }), { mode: 0o600 });
    const given = ['-d', dataFile, '-e', environment, '--timeout-request', String(timeoutMs)];
    const told = ['--reporters', 'json', '--reporter-json-export', report];
    await runPeer(newmanProgram, ['run', collection, ...given, ...told], authority);
    const { run } = JSON.parse(readFileSync(report, 'utf8')) as {
      run: { executions: { cursor: { iteration: number }; response?: { code: number } }[] };
    };
    return byPlace(run.executions.map(({ cursor, response }) => [cursor.iteration, response?.code]));
  },
};

const bruno: Peer = {
  name: 'Bruno',
  there: () => existsSync(brunoProgram),
  async run({ folder, dataFile, authority, values }) {
    const collection = join(folder, 'collection');
    mkdirSync(join(collection, 'environments'), { recursive: true });
    writeFileSync(
      join(collection, 'bruno.json'),
      JSON.stringify({ version: '1', name: 'worker-years', type: 'collection' }),
    );
    writeFileSync(
      join(collection, 'environments', 'practice.bru'),
      block(
        'vars',
        Object.entries(values).map(([name, value]) => `${name}: ${value}`),
      ),
      { mode: 0o600 },
    );
    const url = `{{base}}/employers/${employer}/employees/{{insz}}/calendarYears/{{year}}/trainings`;
    const parts = [
      block('meta', ['name: replace', 'type: http', 'seq: 1']),
      block('put', [`url: ${url}`, 'body: json', 'auth: none']),
      block('headers', ['Authorization: Bearer {{token}}', 'Content-Type: application/json']),
      block('body:json', ['{{body}}']),
      block('settings', ['encodeUrl: false', `timeout: ${timeoutMs}`]),
    ];
    writeFileSync(join(collection, 'replace.bru'), parts.join('\n'));
    const report = join(folder, 'report.json');
    const trust = ['--cacert', authority, '--ignore-truststore', '--noproxy'];
    const told = ['--reporter-json', report, '--reporter-skip-all-headers', '--reporter-skip-request-body'];
    const given = ['--env', 'practice', '--json-file-path', dataFile];
    await runPeer(brunoProgram, ['run', 'replace.bru', ...given, ...trust, ...told], authority, collection);
    const iterations = JSON.parse(readFileSync(report, 'utf8')) as {
      iterationIndex: number;
      results: { response: { status: number | string | null } }[];
    }[];
    return byPlace(
      iterations.map(({ iterationIndex, results }) => [iterationIndex, results[0]?.response.status]),
    );
  },
};

const block = (name: string, lines: readonly string[]): string =>
  `${name} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}\n`;

function byPlace(seen: readonly (readonly [number, unknown])[]): number[] {
  const statuses: number[] = [];
  for (const [place, status] of seen) statuses[place] = typeof status === 'number' ? status : 0;
  return statuses;
}

export type PeerVerdict = Verdict & { what: string; wallMs: number };

const installed = (): Peer[] => [newman, bruno].filter((one) => one.there());
export const anyPeer = (): boolean => installed().length > 0;

/** Each peer that is installed, on a practice service of its own, at the same time. `profileCopy` makes a profile. */
export function peersUnder(
  seed: number,
  dataFile: string,
  profileCopy: () => string,
): Promise<PeerVerdict[]> {
  const rows = JSON.parse(readFileSync(dataFile, 'utf8')) as Row[];
  const under = async (peer: Peer): Promise<PeerVerdict> => {
    const served = await serve(profileCopy());
    const folder = join(benchFolder, `${peer.name}-${seed}`);
    mkdirSync(folder);
    const authority = join(folder, 'authority.pem');
    writeFileSync(authority, served.caPem);
    const values = { base: served.baseUrl, token: served.token };
    await setFaults(served, mixOf(seed, false));
    const started = performance.now();
    const statuses = await peer.run({ folder, dataFile, authority, values });
    const wallMs = performance.now() - started;
    await setFaults(served, []);
    const claims = rows.flatMap((row, at) => claimsOf(row, statuses[at] ?? 0));
    const verdict = await judge(served, claims);
    await served.close();
    return { what: peer.name, wallMs, ...verdict };
  };
  return Promise.all(installed().map(under));
}

/** A person believes a success that was seen, whatever its body; a 4xx that does not ask to come back is a refusal. */
function stateOf(status: number): Claim['state'] {
  if (status >= 200 && status < 300) return 'accepted';
  return status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status) ? 'refused' : 'open';
}

function claimsOf({ insz, year, body }: Row, status: number): Claim[] {
  const { trainings } = JSON.parse(body) as {
    trainings: (Omit<Claim, 'state'> & {
      externalReference: string;
      duration: { hours: number; minutes: number };
    })[];
  };
  return trainings.map(({ externalReference, title, startDate, endDate, duration }) => ({
    enterpriseNumber: employer,
    insz,
    year,
    reference: externalReference,
    state: stateOf(status),
    title,
    startDate,
    endDate,
    minutes: duration.hours * 60 + duration.minutes,
  }));
}
