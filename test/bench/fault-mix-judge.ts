// Judges a sending by what the practice service wrote down and holds: its ledger, and a plain reading of each worker-year.
// Nothing here is shared with the app: it is given plain facts and speaks HTTP itself.
import { Agent, request } from 'undici';

export type Access = { baseUrl: string; caPem: string; adminUrl: string; adminToken: string; token: string };
/** What is said of one training by the program that is judged. */
export type Claim = {
  enterpriseNumber: string;
  insz: string;
  year: number;
  reference: string;
  /** `accepted` stands at the service, `refused` does not, anything else: it is not known. */
  state: 'accepted' | 'refused' | 'open';
  title: string;
  startDate: string;
  endDate: string;
  minutes: number;
};
export type Verdict = {
  records: number;
  /** With a state that says whether it stands at the service. */
  known: number;
  /** Of these, as it is at the service, field by field. */
  knownAndTrue: number;
  /** Wanted and not at the service at the end. */
  lost: number;
  /** At the service although its state is not known. */
  openButThere: number;
  /** Changes beyond the one that each record asks for, and what stands there that nobody sent. */
  doubleEffects: number;
};

type Stored = {
  externalReference: string;
  title: string;
  startDate: string;
  endDate: string;
  duration: { hours: number; minutes: number };
};
type Entry = { path: string; effects: { externalReference: string; effect: string }[]; sequence: number };

const page = 5_000;
const atOnce = 16;
const yearOf = /\/employers\/(\d+)\/employees\/(\d+)\/calendarYears\/(\d+)\/trainings$/;
type Subject = Pick<Claim, 'enterpriseNumber' | 'insz' | 'year'>;
const subjectOf = (one: Subject): string => `${one.enterpriseNumber} ${one.insz} ${one.year}`;

export async function judge(access: Access, claims: readonly Claim[]): Promise<Verdict> {
  const agent = new Agent({ connect: { ca: access.caPem }, connections: atOnce });
  try {
    const changes = changesOf(await ledgerOf(agent, access));
    const standing = await readAll(agent, access, claims);
    const wanted = new Set(claims.map((claim) => `${subjectOf(claim)} ${claim.reference}`));
    const stands = (claim: Claim) => standing.get(`${subjectOf(claim)} ${claim.reference}`);
    const known = claims.filter(({ state }) => state !== 'open');
    const beyond = [...changes].map(([key, count]) => Math.max(0, count - (wanted.has(key) ? 1 : 0)));
    return {
      records: claims.length,
      known: known.length,
      knownAndTrue: known.filter((claim) => {
        const there = stands(claim);
        return claim.state === 'accepted' ? there !== undefined && same(claim, there) : there === undefined;
      }).length,
      lost: claims.filter((claim) => stands(claim) === undefined).length,
      openButThere: claims.filter((claim) => claim.state === 'open' && stands(claim) !== undefined).length,
      doubleEffects: beyond.reduce((sum, count) => sum + count, 0),
    };
  } finally {
    await agent.destroy();
  }
}

const same = (claim: Claim, stored: Stored): boolean =>
  stored.title === claim.title &&
  stored.startDate === claim.startDate &&
  stored.endDate === claim.endDate &&
  stored.duration.hours * 60 + stored.duration.minutes === claim.minutes;

/** How often each training was created, changed or taken away. */
function changesOf(entries: readonly Entry[]): Map<string, number> {
  const changes = new Map<string, number>();
  for (const { path, effects } of entries) {
    const [, enterpriseNumber = '', insz = '', year = ''] = yearOf.exec(path) ?? [];
    for (const { externalReference, effect } of effects) {
      if (effect === 'unchanged' || effect === 'refused') continue;
      const key = `${subjectOf({ enterpriseNumber, insz, year: Number(year) })} ${externalReference}`;
      changes.set(key, (changes.get(key) ?? 0) + 1);
    }
  }
  return changes;
}

async function ledgerOf(agent: Agent, access: Access): Promise<Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const since = all.at(-1)?.sequence ?? 0;
    const url = `${access.adminUrl}/ledger?since=${since}&limit=${page}`;
    const { items } = (await read(agent, url, access.adminToken)) as { items: Entry[] };
    all.push(...items);
    if (items.length < page) return all;
  }
}

/** Everything that the service holds of the worker-years that are spoken of. */
async function readAll(agent: Agent, access: Access, claims: readonly Claim[]): Promise<Map<string, Stored>> {
  const waiting = [...new Map(claims.map((claim) => [subjectOf(claim), claim])).values()];
  const found = new Map<string, Stored>();
  const reader = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const url = `${access.baseUrl}/employers/${one.enterpriseNumber}/employees/${one.insz}/calendarYears/${one.year}/trainings`;
      const { items } = (await read(agent, url, access.token)) as { items: Stored[] };
      for (const item of items) found.set(`${subjectOf(one)} ${item.externalReference}`, item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  return found;
}

async function read(agent: Agent, url: string, token: string): Promise<unknown> {
  const answer = await request(url, { dispatcher: agent, headers: { authorization: `Bearer ${token}` } });
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`);
  return answer.body.json();
}

/** Sets the faults of a practice service; an empty list takes them away. */
export async function setFaults(access: Access, faults: readonly object[]): Promise<void> {
  const agent = new Agent({ connect: { ca: access.caPem } });
  const answer = await request(`${access.adminUrl}/faults`, {
    method: 'PUT',
    dispatcher: agent,
    headers: { authorization: `Bearer ${access.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ faults }),
  });
  await answer.body.dump();
  await agent.close();
  if (answer.statusCode !== 200) throw new Error(`faults: ${answer.statusCode}`);
}
