// Every fault switch as it is seen on the wire, and whether the service had committed.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate } from './support/certificates.ts';
import { DAAN, type PracticeClient, startClient, training, yearPath } from './support/client.ts';

let client: PracticeClient;
let token: string;
let reference = 0;

beforeAll(async () => {
  client = await startClient();
  const certificate = makeCertificate();
  token = await client.token(await client.register(certificate), certificate.keyPem);
});
afterEach(() => client.admin('DELETE', '/faults'));
afterAll(() => client.close());

const PATH = `${yearPath(DAAN)}/trainings`;
const put = () => {
  reference += 1;
  return client.fla('PUT', PATH, token, { trainings: [training(`F${reference}`)] });
};
const stored = async (): Promise<boolean> => {
  const { items } = (await client.fla('GET', PATH, token)).json;
  return items.some((item: { externalReference: string }) => item.externalReference === `F${reference}`);
};
const arm = async (fault: Record<string, unknown>): Promise<void> => {
  const answer = await client.admin('PUT', '/faults', {
    method: 'PUT',
    path: '/trainings',
    count: 1,
    ...fault,
  });
  expect(answer.status).toBe(200);
};

describe('a refusal in place of the service', () => {
  it.each([
    ['429', 429],
    ['503', 503],
    ['500', 500],
    ['409', 409],
    ['413', 413],
    ['403mandate', 403],
  ])('%s answers %i once, before commit', async (kind, status) => {
    await arm({ kind });
    const answer = await put();
    expect([answer.status, answer.json.status]).toEqual([status, status]);
    expect(await stored()).toBe(false);
    expect((await put()).status).toBe(200);
  });
  it('429 names a wait in seconds or as a date', async () => {
    await arm({ kind: '429', retryAfter: 7 });
    expect((await put()).headers['retry-after']).toBe('7');
    await arm({ kind: '429', retryAfter: 60, retryAfterAs: 'date' });
    const before = Date.now();
    const at = Date.parse(String((await put()).headers['retry-after']));
    expect(at).toBeGreaterThan(before + 50_000);
  });
  it('503 comes without a wait unless one is asked', async () => {
    await arm({ kind: '503' });
    expect((await put()).headers['retry-after']).toBeUndefined();
    await arm({ kind: '503', retryAfter: 3 });
    expect((await put()).headers['retry-after']).toBe('3');
  });
});

describe('answers that leave the outcome unknown', () => {
  it.each([
    ['resetBeforeCommit', false],
    ['resetAfterCommit', true],
  ])('%s breaks the connection', async (kind, committed) => {
    await arm({ kind });
    await expect(put()).rejects.toThrow();
    expect(await stored()).toBe(committed);
  });
  it('halfBody breaks off in the middle of the answer, after commit', async () => {
    await arm({ kind: 'halfBody' });
    await expect(put()).rejects.toThrow();
    expect(await stored()).toBe(true);
  });
  it.each([
    ['500AfterCommit', 500],
    ['503AfterCommit', 503],
  ])('%s says no although it committed', async (kind, status) => {
    await arm({ kind });
    expect((await put()).status).toBe(status);
    expect(await stored()).toBe(true);
  });
  it('htmlInsteadOfJson is a page with status 200, before commit unless asked otherwise', async () => {
    await arm({ kind: 'htmlInsteadOfJson' });
    const answer = await put();
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html;charset=UTF-8']);
    expect(await stored()).toBe(false);
    await arm({ kind: 'htmlInsteadOfJson', commit: true });
    await put();
    expect(await stored()).toBe(true);
  });
  it.each([
    [{ kind: 'silence', ms: 300 }, 'broken off', false],
    [{ kind: 'silence', ms: 300, commit: true }, 'broken off', true],
    [{ kind: 'trickle', ms: 1 }, '200', true],
  ])('%j keeps the caller waiting, and ends %s', async (fault, end, committed) => {
    await arm(fault);
    const order: string[] = [];
    const slow = put().then(
      ({ status }) => order.push(String(status)),
      () => order.push('broken off'),
    );
    const quick = client.fla('GET', '/health', undefined).then(() => order.push('health'));
    await Promise.all([slow, quick]);
    expect(order).toEqual(['health', end]);
    expect(await stored()).toBe(committed);
  });
  it('garbledJson is the answer without its end, after commit', async () => {
    await arm({ kind: 'garbledJson' });
    await expect(put()).rejects.toThrow(SyntaxError);
    expect(await stored()).toBe(true);
  });
  it('otherReferences answers about trainings that were not in the request', async () => {
    await arm({ kind: 'otherReferences' });
    const { items } = (await put()).json;
    expect(items).toMatchObject([{ externalReference: 'OTHER-1', state: 'accepted' }]);
    expect(await stored()).toBe(true);
  });
  it('wrongJson is JSON of another shape, after commit', async () => {
    await arm({ kind: 'wrongJson' });
    expect((await put()).json).toEqual({ unexpected: [{ shape: true }], items: 'none' });
    expect(await stored()).toBe(true);
  });
});

describe('other faults', () => {
  it('latency lets later requests overtake the slowed one, which still succeeds', async () => {
    await arm({ kind: 'latency', ms: 300 });
    const order: string[] = [];
    const slow = put().then(({ status }) => order.push(`slowed ${status}`));
    const quick = client.fla('GET', '/health', undefined).then(() => order.push('health'));
    await Promise.all([slow, quick]);
    expect(order).toEqual(['health', 'slowed 200']);
    expect(await stored()).toBe(true);
  });
  it('expireTokens ends every token in the middle of a run', async () => {
    await arm({ kind: 'expireTokens' });
    const answer = await put();
    expect([answer.status, answer.json.type]).toEqual([401, 'urn:problem-type:belgif:expiredAccessToken']);
    const certificate = makeCertificate();
    token = await client.token(await client.register(certificate), certificate.keyPem);
    expect((await put()).status).toBe(200);
  });
  it('strike the token endpoint too', async () => {
    await client.admin('PUT', '/faults', { kind: '503', path: '/oauth/' });
    expect((await client.present('a.b.c')).status).toBe(503);
  });
});

describe('which requests are struck', () => {
  const statuses = async (count: number): Promise<number[]> => {
    const found: number[] = [];
    for (let i = 0; i < count; i += 1) found.push((await client.fla('GET', '/health', undefined)).status);
    return found;
  };
  it.each([
    [{ nth: 2 }, [200, 503, 200, 200]],
    [{ nth: 2, count: 2 }, [200, 503, 503, 200]],
    [{ every: 2 }, [200, 503, 200, 503]],
    [{ every: 2, count: 1 }, [200, 503, 200, 200]],
    [{ count: 3 }, [503, 503, 503, 200]],
    [{}, [503, 503, 503, 503]],
    [{ path: '/health' }, [503, 503, 503, 503]],
    [{ path: '/REST/**/health' }, [503, 503, 503, 503]],
    [{ path: '/REST/*/health' }, [200, 200, 200, 200]],
    [{ path: '^/REST/.*health$' }, [503, 503, 503, 503]],
    [{ method: 'PUT' }, [200, 200, 200, 200]],
  ])('%j', async (which, expected) => {
    await client.admin('PUT', '/faults', { kind: '503', ...which });
    expect(await statuses(4)).toEqual(expected);
  });
  it('a share is drawn from the seed: the same again for the same, another for another', async () => {
    const drawn = async (seed: number): Promise<number[]> => {
      await client.admin('PUT', '/faults', { kind: '503', share: 0.5, seed });
      return statuses(24);
    };
    const first = await drawn(1);
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await drawn(1)).toEqual(first);
    expect(await drawn(2)).not.toEqual(first);
  });
  it('takes back the list as it was shown, also an empty one', async () => {
    await client.admin('PUT', '/faults', { faults: [{ kind: '503' }] });
    expect(await statuses(1)).toEqual([503]);
    await client.admin('PUT', '/faults', { faults: [] });
    expect(await statuses(1)).toEqual([200]);
  });
  it('counts what was seen and struck', async () => {
    await client.admin('PUT', '/faults', [
      { kind: '503', nth: 1 },
      { kind: 'latency', ms: 1 },
    ]);
    await statuses(3);
    expect((await client.admin('GET', '/faults')).json.faults).toEqual([
      { kind: '503', nth: 1, seen: 3, struck: 1 },
      { kind: 'latency', ms: 1, seen: 3, struck: 3 },
    ]);
  });
  it.each([
    [{ kind: 'nothing' }],
    [{}],
    [{ kind: '503', nth: 0 }],
    [{ kind: '503', often: true }],
    [{ kind: '503', share: 1.5 }],
    [{ kind: '503', path: '^(' }],
    [[{ kind: 'latency' }, 5]],
  ])('refuses the switch %j and keeps the ones that stand', async (wrong) => {
    await client.admin('PUT', '/faults', { kind: 'latency', ms: 1 });
    expect((await client.admin('PUT', '/faults', wrong)).status).toBe(400);
    expect((await client.admin('GET', '/faults')).json.faults).toHaveLength(1);
  });
});
