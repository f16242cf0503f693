// Reading what applicants opened, through the real practice services: the answer, what ends it, and what stands in the history.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicantDataSet } from '../../../preload/contract/applicants.ts';
import type { Right } from '../../../preload/contract/services.ts';
import { type CitizenBench, ELENA, JASMIJN, openCitizens, ROGER, RUBEN, STIJN } from './citizen-bench.ts';

let bench: CitizenBench;
const both: ApplicantDataSet[] = ['flexiJobEligibility', 'studentWorkHours'];
const flexi: ApplicantDataSet[] = ['flexiJobEligibility'];
const code = async (id: string): Promise<string> => {
  const result = await bench.call('applicantAnswer.read', { id });
  return result.ok ? 'read' : result.failure.code;
};
/** A request that is approved and read, of a person of whom nothing else is open. */
async function opened(dataSets: ApplicantDataSet[], insz: string): Promise<string> {
  await bench.revoke(insz);
  const id = await bench.ask(dataSets);
  await bench.approve(id, insz);
  await bench.must('applicantAnswer.read', { id });
  return id;
}
/** What the history keeps about a request, by its code: all, or of one kind. */
async function kept(id: string, kind?: string) {
  const { code } = await bench.row(id);
  const found = await bench.must('history.search', {
    kinds: kind === undefined ? [] : [kind],
    pageSize: 200,
  });
  const own = found.rows.filter(({ summary }) => summary === code);
  return Promise.all(own.map((row) => bench.must('history.show', { id: row.id })));
}
/** How often the practice services were asked for data, and for an access. */
async function arrivedAtService(): Promise<{ consulted: number; asked: number }> {
  const ledger = (await bench.admin('GET', '/ledger?all=true&limit=10000')) as { items: { path: string }[] };
  const ending = (end: string) => ledger.items.filter(({ path }) => path.endsWith(end)).length;
  return { consulted: ending('/precontractualData/consult'), asked: ending('/mandateRequests') };
}
async function withdrawn(id: string): Promise<void> {
  const { revision } = await bench.row(id);
  await bench.must('applicantRequest.withdraw', { id, expectedRevision: revision });
}
const payloadsOf = async (id: string, kind: string): Promise<unknown[]> =>
  (await kept(id, kind)).map(({ payload }) => payload);

beforeAll(async () => {
  bench = await openCitizens();
});
afterAll(() => bench.close());

describe('reading', () => {
  it('brings the answer with its quarter, its year and its ends, and writes down who read it why', async () => {
    const id = await bench.ask(both, { label: 'Afwas, balie 2' });
    expect(await code(id)).toBe('stateNotAllowed');
    await bench.approve(id, JASMIJN);
    expect(await bench.row(id)).toMatchObject({ state: 'approved', answer: null, column: 'approved' });
    await bench.must('applicantAnswer.read', { id, purpose: 'beforeExtension' });
    const row = await bench.row(id);
    expect(row).toMatchObject({
      column: 'read',
      insz: JASMIJN,
      accesses: [
        { dataSet: 'flexiJobEligibility', state: 'active', from: '2025-03-01', until: '2025-03-31' },
        { dataSet: 'studentWorkHours', state: 'active', from: '2025-03-01', until: '2025-05-31' },
      ],
      answer: {
        flexiJob: { eligible: false, quarter: '2025Q1', from: '2025-01-01', to: '2025-03-31' },
        studentHours: { year: 2025, quota: 650, available: 412 },
        missing: [],
        gone: null,
      },
    });
    expect(row.answer?.readAt.slice(0, 10)).toBe('2025-03-01');
    expect(await payloadsOf(id, 'applicantAnswer.consulted')).toEqual([
      {
        purpose: 'beforeExtension',
        dataSets: both,
        register: { type: 'APPLICANT', begin: '2025-03-01', end: '2025-05-31' },
      },
    ]);
    const told = JSON.stringify(await kept(id));
    expect(told).toContain('beforeExtension');
    // By itself: three figures stand by chance in a hash or an id.
    expect(told).not.toMatch(/(?<![0-9a-f])412(?![0-9a-f])|06071599223|Jasmijn|Afwas/);
  });

  it('again replaces the earlier answer, by what the service then says', async () => {
    const id = await opened(both, ROGER);
    expect((await bench.row(id)).answer?.studentHours?.available).toBe(650);
    await bench.admin('PUT', '/citizen/people', { insz: ROGER, studentHours: { '2025': 50 } });
    // Two clicks are one reading.
    const check = { id, purpose: 'check' } as const;
    await Promise.all([1, 2, 3].map(() => bench.must('applicantAnswer.read', check)));
    expect((await bench.row(id)).answer?.studentHours?.available).toBe(600);
    expect(await payloadsOf(id, 'applicantAnswer.consulted')).toHaveLength(2);
  });

  it.each(['problem403', 'problem404', 'status200'])(
    'of what was revoked between the list and the reading hides what was kept: %s',
    async (noActiveMandateForm) => {
      const id = await opened(both, JASMIJN);
      await bench.admin('PUT', '/switches', { noActiveMandateForm });
      await bench.revoke(JASMIJN);
      expect(await code(id)).toBe('noActiveCitizenMandate');
      expect(await bench.row(id)).toMatchObject({
        column: 'ended',
        state: 'ended',
        answer: { flexiJob: null, studentHours: null, gone: 'revoked' },
      });
      expect(await payloadsOf(id, 'applicantAnswer.withheld')).toEqual([{ reason: 'accessEnded' }]);
      expect(await code(id)).toBe('stateNotAllowed');
      const pdf = await bench.call('applicantAnswer.savePdf', { id, language: 'nl' });
      expect(pdf).toMatchObject({ ok: false, failure: { code: 'stateNotAllowed' } });
    },
  );

  it('of one of two that was revoked shows the other, and the one as missing', async () => {
    const id = await opened(both, JASMIJN);
    await bench.revoke(JASMIJN, 'studentWorkHours');
    expect(await code(id)).toBe('read');
    expect(await bench.row(id)).toMatchObject({
      column: 'read',
      answer: { flexiJob: { eligible: false }, studentHours: null, missing: ['studentWorkHours'] },
      accesses: [{ state: 'active' }, { dataSet: 'studentWorkHours', state: 'revoked' }],
    });
  });

  it('of a number that was replaced reads nothing, shows the new one, and reads with that', async () => {
    const id = await opened(flexi, RUBEN);
    const names = { givenName: 'Ruben', familyName: 'Akkerland' };
    await bench.admin('PUT', '/citizen/people', { insz: RUBEN, ...names, replacedBy: ELENA });
    expect(await bench.call('applicantAnswer.read', { id })).toMatchObject({
      ok: false,
      failure: { code: 'identifierInvalid', details: { reason: 'numberReplaced' } },
    });
    expect(await bench.row(id)).toMatchObject({ insz: ELENA, column: 'read' });
    expect(await kept(id, 'applicantAnswer.consulted')).toHaveLength(1);
  });

  it('fails without harm where the right was withdrawn, and goes on when it is back', async () => {
    const id = await opened(flexi, ROGER);
    const rights = async (given: Right[]): Promise<void> => {
      const [account] = (await bench.must('account.list', {})).rows;
      if (account === undefined) throw new Error('no account');
      const { id: accountId, revision: expectedRevision, name, clientId } = account;
      const certificateId = account.certificateId ?? '';
      const input = { id: accountId, expectedRevision, name, clientId, certificateId, rights: given };
      await bench.must('account.update', input);
    };
    await rights(['citizenMandatesManage']);
    expect(await code(id)).toBe('permissionMissing');
    expect((await bench.row(id)).answer?.flexiJob).toMatchObject({ eligible: true });
    await rights(['citizenMandatesManage', 'citizenDataConsult']);
    expect(await code(id)).toBe('read');
  });
});

describe('the register', () => {
  it('has a line of whoever approved, which allows reading; without it nothing is read where that is set', async () => {
    const id = await opened(flexi, ROGER);
    const allowing = { purpose: 'precontractual', employerId: bench.employerId, insz: ROGER } as const;
    const asked = () => bench.must('register.allowing', allowing);
    expect(await asked()).toMatchObject({ mode: 'warning', line: { type: 'APPLICANT' } });
    const { line } = await asked();
    expect((await payloadsOf(id, 'applicantAnswer.consulted')).at(-1)).toMatchObject({ register: line });
    const key = { employerId: bench.employerId, insz: ROGER, dossierType: 'APPLICANT' };
    await bench.must('register.delete', key);
    await bench.must('register.setAllowing', { mode: 'stop' });
    const readings = (await kept(id, 'applicantAnswer.consulted')).length;
    const arrived = await arrivedAtService();
    expect(await code(id)).toBe('noRegisterLine');
    expect((await kept(id, 'applicantAnswer.consulted')).length).toBe(readings);
    expect(await arrivedAtService()).toEqual(arrived);
    // Asking again is reading first.
    const again = { employerId: bench.employerId, dataSets: flexi, insz: ROGER, language: 'nl' } as const;
    expect(await bench.call('applicantRequest.ask', again)).toMatchObject({
      failure: { code: 'noRegisterLine' },
    });
    expect(await arrivedAtService()).toEqual(arrived);
    // Of somebody who never approved anything no data are read: the request leaves, and its approval would make the line.
    await withdrawn(await bench.ask(flexi, { insz: STIJN }));
    expect(await arrivedAtService()).toEqual({ consulted: arrived.consulted, asked: arrived.asked + 1 });
    await bench.must('register.setAllowing', { mode: 'warning' });
    await withdrawn(await bench.ask(flexi, { insz: STIJN }));
    expect(await arrivedAtService()).toEqual({ consulted: arrived.consulted + 1, asked: arrived.asked + 2 });
    expect(await code(id)).toBe('read');
    expect(await payloadsOf(id, 'applicantAnswer.consulted')).toContainEqual(
      expect.objectContaining({ register: null }),
    );
  });
});

describe('advice', () => {
  it('stands beside the request by the rules of the day, and keeps what was answered', async () => {
    const id = await bench.ask(both);
    const idsOn = async () =>
      (await bench.must('applicantAnswer.advice', { id })).lines.map((line) => line.id);
    expect(await idsOn()).toEqual(expect.arrayContaining(['FLX-SECTOR-LIST', 'STU-QUOTA-650', 'DIM-STU']));
    await bench.must('applicantAnswer.adviseOn', { id, line: 'FLX-SECTOR-LIST', answer: 'yes' });
    const answers = async () =>
      (await bench.must('applicantAnswer.advice', { id })).lines
        .filter(({ answer }) => answer !== 'open')
        .map((line) => [line.id, line.answer]);
    expect(await answers()).toEqual([['FLX-SECTOR-LIST', 'yes']]);
    await bench.must('applicantAnswer.adviseOn', { id, line: 'FLX-SECTOR-LIST', answer: 'open' });
    expect(await answers()).toEqual([]);
    const other = await bench.call('applicantAnswer.adviseOn', {
      id,
      line: 'FLX-SECTOR-OPEN',
      answer: 'yes',
    });
    expect(other).toMatchObject({ ok: false, failure: { code: 'notFound' } });
  });
});

describe('the last day', () => {
  it('of an access may still be read, the day after it no more; the answer is erased as that day begins', async () => {
    const id = await opened(both, STIJN);
    await bench.must('practice.setDate', { date: '2025-03-31' });
    expect(await code(id)).toBe('read');
    expect((await bench.row(id)).answer?.flexiJob).toMatchObject({ eligible: true, quarter: '2025Q1' });
    await bench.must('practice.setDate', { date: '2025-04-01' });
    expect(await code(id)).toBe('read');
    expect(await bench.row(id)).toMatchObject({
      answer: { flexiJob: null, missing: ['flexiJobEligibility'], studentHours: { year: 2025 } },
      accesses: [{ state: 'expired' }, { state: 'active', until: '2025-05-31' }],
    });
    await bench.must('practice.setDate', { date: '2025-06-01' });
    expect(await code(id)).toBe('noActiveCitizenMandate');
    expect(await bench.row(id)).toMatchObject({ answer: { studentHours: null, gone: 'accessEnded' } });
    await bench.must('applicantCare.update', { keepDays: 90 });
    expect(await bench.row(id)).toMatchObject({ state: 'ended', insz: null, name: null, answer: null });
  });
});
