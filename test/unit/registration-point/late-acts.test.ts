// A request that comes in as late as it likes: what may have left does not leave twice where two could come of it, and what turns
// up after it was given up counts, or is taken back as the second of two.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/platform/clock.ts';
import { secret } from '../../../main/platform/secret.ts';
import { type Act, findAct, insertAct, settleAct } from '../../../main/registration-point/act-store.ts';
import { settleOne } from '../../../main/registration-point/late-acts.ts';
import type { Line } from '../../../main/registration-point/line.ts';
import { clientReferenceOf, sendActs } from '../../../main/registration-point/send-acts.ts';
import { watchService } from '../../../main/registration-point/service-watch.ts';
import { fail } from '../../../preload/contract/result.ts';
import { type OpenProfile, openProfile } from '../../support/seed-profile.ts';

let profile: OpenProfile;
beforeEach(() => {
  profile = openProfile();
});
afterEach(() => profile.close());

type Wire = {
  id: number;
  registrationDate: string;
  type: string;
  cancelled?: true;
  clientReference?: string;
};
type Service = {
  line: Line;
  records: Wire[];
  /** Requests that registered, in their order: the references of their items. */
  sent: (string | undefined)[];
  /** What is to become of the next cancelling. */
  cancelling: 'done' | 'refused' | 'lost' | 'lostBefore';
};

/** A service that keeps what it gets; the connection breaks on the first `breaks` registrations before they come in. */
function serviceWith({ breaks = 0, keepsReferences = false }): Service {
  const service: Service = { line: {} as Line, records: [], sent: [], cancelling: 'done' };
  const answer = (json: unknown) => ({
    kind: 'answer' as const,
    status: 200,
    headers: {},
    body: new TextEncoder().encode(JSON.stringify(json)),
  });
  const shown = ({ cancelled, ...one }: Wire) => ({
    ...one,
    ...{ creationDate: one.registrationDate, ssin: insz, employer: { enterpriseNumber: '0999999130' } },
    ...{
      contractualRelationshipReference: reference,
      channel: 'webService',
      validity: 'pending',
      remarks: [],
    },
    ...(cancelled ? { cancellation: { reason: 'other', cancellationDate: one.registrationDate } } : {}),
  });
  const broken = { kind: 'unknown' as const, reason: 'connectionLost' as const };
  service.line = {
    ...{ employerId: profile.employerId, enterpriseNumber: '0999999130', baseUrl: 'https://127.0.0.1:9' },
    ...{ connection: {} as Line['connection'], keepsReferences },
    ask: (_ms, ask) =>
      ask({
        http: {
          close: async () => undefined,
          fetch: async ({ url, body }) => {
            const json = JSON.parse(String(body));
            if (url.endsWith('/search')) {
              const items = service.records
                .filter(({ type }) => json.type === undefined || type === json.type)
                .map(shown);
              return answer({ items, total: items.length });
            }
            if (url.endsWith('/cancelInBulk')) {
              const record = service.records.find(({ id }) => id === json.items[0].id);
              if (service.cancelling === 'lostBefore') return broken;
              if (record !== undefined && service.cancelling !== 'refused') record.cancelled = true;
              if (service.cancelling === 'lost') return broken;
              const what = service.cancelling === 'refused' ? 'notCancelled' : 'cancelled';
              return answer({ items: [{ [`${what}PresenceRegistration`]: {} }] });
            }
            const [item] = json.items;
            service.sent.push(item.clientReference);
            if (service.sent.length <= breaks) return broken;
            const id = 100 + service.records.length;
            service.records.push({ id, ...item });
            const created = { createdPresenceRegistration: { id, validity: 'pending' } };
            return answer({ items: [created] });
          },
        },
        token: secret('t'),
        now: new Date(),
        traceId: 't',
      }),
  };
  return service;
}

const insz = '01020399744';
const reference = '1Y100PARK0001';
const place = { coordinates: { latitude: 50.85, longitude: 4.35 } };
const second = (moment: number): number => Math.floor(moment / 1_000) * 1_000;
let serial = 0;
function written(type: 'IN' | 'OUT', agoSeconds: number): Act {
  serial += 1;
  const act: Act = {
    id: `01980000-0000-7000-8000-${String(serial).padStart(12, '0')}`,
    employer_id: profile.employerId,
    ...{ reference, insz, type, moment: second(Date.now()) - agoSeconds * 1_000, origin: 'point' },
  };
  insertAct(profile.session.db, act);
  return act;
}
const send = async (service: Service, act: Act) => {
  const watch = watchService(systemClock, () => undefined);
  const sending = { session: profile.session, line: service.line, watch, place };
  return (await sendActs(sending, [act])).get(act.id);
};
const wire = (act: Act, id: number): Wire => ({
  id,
  registrationDate: new Date(act.moment).toISOString(),
  type: act.type,
});
const kinds = () => profile.session.db.prepare('SELECT kind FROM history_event ORDER BY rowid').pluck().all();

describe('a connection that breaks before the answer', () => {
  it('with a service that knows no reference of ours: it does not leave again, and is looked for', async () => {
    const service = serviceWith({ breaks: 1 });
    const act = written('IN', 0);
    expect(await send(service, act)).toEqual({ kind: 'open', code: null, mayArrive: true });
    expect(service.sent).toEqual([undefined]);
    expect(findAct(profile.session.db, act.id)?.state).toBe('open');
  });

  it('with one that does: it leaves again under the same reference', async () => {
    const service = serviceWith({ breaks: 1, keepsReferences: true });
    const act = written('IN', 0);
    expect(await send(service, act)).toMatchObject({ kind: 'registered' });
    expect(service.sent).toEqual([clientReferenceOf(act.id), clientReferenceOf(act.id)]);
    expect(clientReferenceOf(act.id)).toMatch(/^[\w-]{22}$/);
  });
});

describe('an act that was given up and comes in after all', () => {
  const lost = (type: 'IN' | 'OUT', agoSeconds: number): Act => {
    const act = written(type, agoSeconds);
    settleAct(profile.session.db, act.id, 'notRegistered', { code: 'outcomeUnknown' });
    return act;
  };
  const known = (act: Act) => findAct(profile.session.db, act.id);
  const kept = (id: number) =>
    profile.session.db.prepare('SELECT cancelled_at FROM presence WHERE service_id = ?').pluck().get(id);

  it('counts where its worker did not register again, also when the way back was registered', async () => {
    const service = serviceWith({});
    const act = lost('IN', 600);
    service.records.push(wire(act, 7), { ...wire(written('OUT', 60), 8) });
    expect(await settleOne(profile.session, service.line, act)).toBe(true);
    expect(known(act)).toMatchObject({ state: 'registered', service_id: 7 });
    expect(service.records.map(({ cancelled }) => cancelled)).toEqual([undefined, undefined]);
    expect(kinds()).toContain('presence.registered');
  });

  it('is taken back where its worker registered again, and only it', async () => {
    const service = serviceWith({});
    const act = lost('IN', 90);
    // The later one was taken in first.
    service.records.push(wire(written('IN', 30), 7), wire(act, 8));
    expect(await settleOne(profile.session, service.line, act)).toBe(true);
    expect(service.records.map(({ cancelled }) => cancelled)).toEqual([undefined, true]);
    expect(known(act)).toMatchObject({ state: 'notRegistered', service_id: 8, code: 'doubleCancelled' });
    expect(kept(8)).not.toBeNull();
    expect(kinds()).toEqual(['presence.doubleCancelled']);
  });

  it.each([
    ['refused', 'doubleLeft', undefined],
    ['lost', 'doubleCancelled', true],
  ] as const)('where taking it back is %s, the history tells %s', async (cancelling, code, cancelled) => {
    const service = serviceWith({});
    service.cancelling = cancelling;
    const act = lost('OUT', 90);
    service.records.push(wire(act, 8), wire(written('OUT', 30), 7));
    await settleOne(profile.session, service.line, act);
    expect(known(act)?.code).toBe(code);
    expect(service.records[0]?.cancelled).toBe(cancelled);
    expect(kinds()).toEqual([`presence.${code}`]);
  });

  it('stays as it was while nobody knows whether it was taken back, and is tried again', async () => {
    const service = serviceWith({});
    service.cancelling = 'lostBefore';
    const act = lost('IN', 90);
    service.records.push(wire(act, 8), wire(written('IN', 30), 7));
    await settleOne(profile.session, service.line, act);
    expect(known(act)).toMatchObject({ state: 'notRegistered', service_id: null });
    service.cancelling = 'done';
    await settleOne(profile.session, service.line, act);
    expect(known(act)?.code).toBe('doubleCancelled');
  });

  it('is no second one of a registration an hour later', async () => {
    const service = serviceWith({});
    const act = lost('IN', 7_200);
    service.records.push(wire(act, 8), wire(written('IN', 3_000), 7));
    await settleOne(profile.session, service.line, act);
    expect(known(act)?.state).toBe('registered');
  });

  it('is left alone while the service does not say', async () => {
    const service = serviceWith({});
    const act = lost('IN', 90);
    const mute: Line = {
      ...service.line,
      ask: async () => ({ kind: 'notSent', failure: fail('offline').failure }),
    };
    expect(await settleOne(profile.session, mute, act)).toBe(false);
    expect(known(act)).toMatchObject({ state: 'notRegistered', service_id: null });
  });
});
