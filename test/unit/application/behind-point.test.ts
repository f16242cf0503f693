// What a window may do while a registration point is on, over the whole list of calls.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { behindPoint, mayHear } from '../../../main/application/behind-point.ts';
import type { Handlers } from '../../../main/platform/handler.ts';
import type { Session } from '../../../main/platform/session.ts';
import { insertPoint } from '../../../main/registration-point/point-store.ts';
import { type CallName, calls } from '../../../preload/contract/index.ts';
import { ok } from '../../../preload/contract/result.ts';
import { type OpenProfile, openProfile } from '../../support/seed-profile.ts';

let profile: OpenProfile;
const names = Object.keys(calls) as CallName[];

beforeAll(() => {
  profile = openProfile();
  profile.session.db
    .prepare(
      "INSERT INTO works_declaration (id, employer_id, reference, name, created_at) VALUES ('w', ?, 'R', 'N', '')",
    )
    .run(profile.employerId);
  const hashed = { salt: new Uint8Array(1), hash: new Uint8Array(1), cost: 1 };
  insertPoint(profile.session.db, {
    worksId: 'w',
    channels: ['number'],
    languages: ['nl'],
    sound: true,
    at: '',
    ...hashed,
  });
});
afterAll(() => profile.close());

/** Names of the calls that come through to their handlers. */
async function answered(kind: 'person' | 'commandLine'): Promise<string[]> {
  const session: Session = {
    ...profile.session,
    actor: () => ({ kind, name: '', osAccount: '' }),
  };
  const all = Object.fromEntries(
    names.map((name) => [name, () => ok({ environments: [], environment: {} })]),
  );
  const gated = behindPoint(all as unknown as Handlers, session);
  const through: string[] = [];
  for (const name of names) {
    const answer = await (gated[name] as (a: object, b: object) => unknown)({}, {});
    if ((answer as { ok: boolean }).ok) through.push(name);
  }
  return through.sort();
}

describe('while a point is on', () => {
  it('a window reaches the calls of the point and the bare state of the app, and no others', async () => {
    expect(await answered('person')).toEqual([
      'app.state',
      'point.check',
      'point.enrol',
      'point.leave',
      'point.register',
      'point.state',
    ]);
  });

  it('the command line reaches everything', async () => {
    expect(await answered('commandLine')).toEqual([...names].sort());
  });

  it('only what happens at the point is heard', () => {
    const heard = (name: string) => mayHear(profile.session, JSON.stringify({ name, payload: {} }));
    expect(heard('point.settled')).toBe(true);
    expect(heard('presence.changed')).toBe(false);
    expect(heard('job.progress')).toBe(false);
  });
});
