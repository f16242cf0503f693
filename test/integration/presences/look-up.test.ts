// Presences from the phone of a worker to the list and the day of a site, through the real practice service.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAAN, openSite, PARK, RANIA, type SiteBench, today } from './site-bench.ts';

let bench: SiteBench;
const day = today();

beforeAll(async () => {
  bench = await openSite();
  await bench.admin('PUT', '/switches', { presenceDelaySeconds: 0 });
});
afterAll(() => bench.close());

const list = (more: object = {}) => bench.must('presence.list', { from: day, to: day, ...more });
const days = (count: number): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

describe('looking up', () => {
  it('brings what workers registered by phone, with names, site and remarks, and finds it again', async () => {
    await bench.must('worksDeclaration.add', {
      employerId: bench.employerId,
      reference: PARK,
      name: 'Zalen Het Park',
    });
    await bench.admin('PUT', '/presence/planned-remarks', {
      items: [{ code: 'limosaIdUnknown', times: 1, insz: RANIA }],
    });
    await bench.phone(DAAN, 'IN');
    await bench.phone(RANIA, 'IN');
    await bench.phone(DAAN, 'OUT');
    expect(await list()).toMatchObject({ total: 0 });
    await bench.lookUp(day);
    const { rows, total } = await list();
    expect(total).toBe(3);
    expect(rows[0]).toMatchObject({ insz: DAAN, type: 'OUT', workerName: 'Zoutleeuwen, Daan' });
    expect(rows[0]).toMatchObject({ siteName: 'Zalen Het Park', validity: 'valid', channel: 'qrCode' });
    const rania = rows.find(({ insz }) => insz === RANIA);
    expect(rania?.remarks).toEqual([{ code: 'limosaIdUnknown', severity: 'blocking' }]);
    const count = async (more: object) => (await list(more)).total;
    expect(await count({ validity: 'invalid' })).toBe(1);
    expect(await count({ remark: 'limosaIdUnknown' })).toBe(1);
    expect(await count({ text: 'zoutleeuwen' })).toBe(2);
    expect(await count({ text: '01.02.03-997' })).toBe(2);
    expect(await count({ type: 'IN' })).toBe(2);
    expect(await count({ subcontractors: 'only' })).toBe(0);
    expect(await count({ reference: '1Y100STAT0002' })).toBe(0);
    expect(await bench.must('presence.list', { from: days(-2), to: days(-1) })).toMatchObject({ total: 0 });
  });

  it('gives a remark its clock of thirty days', async () => {
    const { rows, total } = await bench.must('presence.remarks', { employerId: bench.employerId });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ code: 'limosaIdUnknown', insz: RANIA, until: days(30), daysLeft: 30 });
    expect(rows[0]).toMatchObject({ workerName: 'Bensoltane, Rania', siteName: 'Zalen Het Park' });
  });

  it('asked again brings nothing twice, and takes over what changed since', async () => {
    await bench.lookUp(day);
    expect(await list()).toMatchObject({ total: 3 });
    const { rows } = await list({ text: 'Rania' });
    const [ids] = [rows.map(({ serviceId }) => serviceId)];
    await bench.admin('POST', '/presence/judge-anew', { ids });
    await bench.lookUp(day);
    expect((await list({ text: 'Rania' })).rows[0]?.validity).toBe('invalid');
  });

  it('draws the day of the site, with who is inside, and knows when it was asked', async () => {
    const shown = await bench.must('presence.day', { reference: PARK, day });
    expect([shown.total, shown.seen, shown.inside]).toEqual([2, 2, 1]);
    expect(shown.rows.map(({ workerName, stays }) => [workerName, stays[0]?.kind])).toEqual([
      ['Bensoltane, Rania', 'inside'],
      ['Zoutleeuwen, Daan', 'closed'],
    ]);
    expect(shown.rows[0]?.remarks).toBe(1);
    expect(shown.withoutLine).toBe(0);
    expect(shown.askedAt).not.toBeNull();
    const arrivals = shown.rows.flatMap(({ stays }) => stays.map(({ from }) => from));
    expect(arrivals).toContain(shown.together?.at);
    const narrowed = async (more: object) => {
      const { rows, total, seen } = await bench.must('presence.day', { reference: PARK, day, ...more });
      return [rows.map(({ workerName }) => workerName?.split(',')[0]), total, seen];
    };
    expect(await narrowed({ text: 'zoutle' })).toEqual([['Zoutleeuwen'], 1, 2]);
    expect(await narrowed({ text: RANIA.slice(0, 9) })).toEqual([['Bensoltane'], 1, 2]);
    expect(await narrowed({ text: 'schoonmaak' })).toEqual([['Bensoltane', 'Zoutleeuwen'], 2, 2]);
    expect(await narrowed({ only: 'inside' })).toEqual([['Bensoltane'], 1, 2]);
    expect(await narrowed({ only: 'attention' })).toEqual([['Bensoltane'], 1, 2]);
    expect(await narrowed({ page: 2, pageSize: 1 })).toEqual([['Zoutleeuwen'], 2, 2]);
    expect(await bench.must('presence.day', { reference: PARK, day: days(-3) })).toMatchObject({
      total: 0,
      askedAt: null,
    });
  });

  it('marks whom no line of the person register has for the client on that day, and nothing is held back', async () => {
    const key = { employerId: bench.employerId, insz: DAAN, dossierType: 'EMPLOYEE' };
    const marked = async () => {
      const { rows, withoutLine } = await bench.must('presence.day', {
        ...{ reference: PARK, day, only: 'withoutLine' },
      });
      const listed = (await list()).rows.filter((row) => row.withoutLine).map(({ insz }) => insz);
      return [withoutLine, rows.map(({ insz }) => insz), [...new Set(listed)]];
    };
    expect(await marked()).toEqual([0, [], []]);
    await bench.must('register.delete', key);
    expect(await marked()).toEqual([1, [DAAN], [DAAN]]);
    // A line that ends before that day is none for it; that of somebody on the site is.
    await bench.must('register.insert', { ...key, period: { begin: days(-9), end: days(-1) } });
    expect(await marked()).toEqual([1, [DAAN], [DAAN]]);
    await bench.must('register.insert', { ...key, dossierType: 'ON_SITE', period: { begin: day, end: day } });
    expect(await marked()).toEqual([0, [], []]);
  });

  it('is kept in the history with the days, never with a number of a worker', async () => {
    const { rows } = await bench.must('history.search', { text: '' } as never);
    const found = rows.find(({ kind }) => kind === 'presence.fetched');
    expect(found?.summary).toBe(day);
    expect(JSON.stringify(rows.filter(({ kind }) => kind.startsWith('presence.')))).not.toContain(DAAN);
  });

  it.each([
    [-1_096, 0],
    [0, -1],
  ])('refuses a period of more than three years or backwards (%i to %i)', async (from, to) => {
    const { jobId } = await bench.must('presence.lookUp', {
      employerId: bench.employerId,
      from: days(from),
      to: days(to),
    });
    expect(await bench.ended(jobId)).toEqual({ state: 'failed', code: 'refusedByRule' });
  });

  it('says why nothing could be asked, and keeps what it has', async () => {
    const ask = async () => {
      const { jobId } = await bench.must('presence.lookUp', {
        employerId: bench.employerId,
        from: day,
        to: day,
      });
      return bench.ended(jobId);
    };
    await bench.admin('PUT', '/faults', [{ kind: '503', path: '/presenceRegistration/', count: 1 }]);
    expect(await ask()).toEqual({ state: 'failed', code: 'serviceUnavailable' });
    await bench.admin('DELETE', '/faults');
    expect(await ask()).toEqual({ state: 'done', code: null });
    await bench.must('route.set', {
      employerId: bench.employerId,
      service: 'checkInAndOutAtWork',
      route: { kind: 'elsewhere' },
    });
    expect(await ask()).toEqual({ state: 'failed', code: 'routeMissing' });
    expect(await list()).toMatchObject({ total: 3 });
  });

  it('over the account of a mandatary tells what a refusal says of the mandate', async () => {
    const klaver = { enterpriseName: 'Sociaal secretariaat Klaver', enterpriseNumber: '0999999031' };
    const made = { ...klaver, name: 'Klaver', keyKind: 'ecP384' } as const;
    const { id: certificateId } = await bench.must('certificate.generate', made);
    const { id: accountId } = await bench.must('account.registerInPractice', {
      ...{ ...klaver, name: 'Klaver', quality: 'socialSecretariat', rights: ['checkInAndOutAtWork'] },
      certificateId,
    });
    const { employerId } = bench;
    const service = 'checkInAndOutAtWork';
    await bench.must('route.set', { employerId, service, route: { kind: 'mandatary', accountId } });
    await bench.must('mandate.record', {
      ...{ employerId, service, mandataryNumber: klaver.enterpriseNumber },
      ...{ startQuarter: '2024Q2', endQuarter: null },
    });
    const { jobId } = await bench.must('presence.lookUp', {
      ...{ employerId, from: day, to: day, withSubcontractors: true },
    });
    expect(await bench.ended(jobId)).toEqual({ state: 'failed', code: 'mandateMissing' });
    const { rows } = await bench.must('mandate.list', { employerId });
    expect(rows.find((row) => row.service === service)?.lastAnswer).toBe('refuted');
    expect(await list()).toMatchObject({ total: 3 });
  });
});
