// Asking an applicant for access against the practice services: who is asked, what is found again, and what is not kept.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { applicantCommands } from '../../../main/cli/applicant.ts';
import { runCommand } from '../../support/run-command.ts';
import { type CitizenBench, ELENA, JASMIJN, OLD_ELENA, openCitizens, ROGER } from './citizen-bench.ts';

let bench: CitizenBench;
beforeAll(async () => {
  bench = await openCitizens();
});
afterEach(async () => {
  await bench.admin('DELETE', '/faults');
  await bench.admin('PUT', '/switches', { mandateRequestIds: 'everywhere', mandatesAwaitAcceptance: false });
});
afterAll(() => bench.close());

const both = ['flexiJobEligibility', 'studentWorkHours'] as const;
const input = (insz: string | null = null, label = '') => ({
  employerId: bench.employerId,
  dataSets: [...both],
  insz,
  label,
  language: 'nl' as const,
});
type AtService = { requestId: string; state: string; mandates: { mandateId: string }[] };
const atService = async (): Promise<AtService[]> =>
  ((await bench.admin('GET', '/citizen/requests')) as { items: AtService[] }).items;
const numberOf = async (id: string): Promise<string> => {
  const { link } = await bench.must('applicantRequest.get', { id });
  return /request\/([0-9a-f-]{36})$/.exec(link?.url ?? '')?.[1] ?? '';
};
const history = async (): Promise<string> =>
  JSON.stringify((await bench.must('history.search', { pageSize: 200 })).rows);

it('all that must be in order is told beforehand, and the Circle of Trust only once the service said so', async () => {
  const before = await bench.must('applicantRequest.readiness', { employerId: bench.employerId });
  expect(before.way).toBe('rest');
  const state = (shown: typeof before, step: string) => shown.steps.find((one) => one.step === step)?.state;
  expect(state(before, 'circleOfTrust')).toBe('unknown');
  await bench.ask(['flexiJobEligibility']);
  const after = await bench.must('applicantRequest.readiness', { employerId: bench.employerId });
  expect(after.steps.every((one) => one.state === 'done')).toBe(true);
});

it('whoever scans the code opens the data: the approval tells who it was', async () => {
  const { id, outcome } = await bench.must('applicantRequest.ask', input(null, 'Kassa,\tbalie\u202e 2'));
  expect(outcome).toBe('asked');
  const { request, link, secondsLeft } = await bench.must('applicantRequest.get', { id });
  expect(request).toMatchObject({ state: 'open', column: 'asked', insz: null, label: 'Kassa, balie 2' });
  expect(request.code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  expect(link?.from).toBe('service');
  expect(link?.code.drawing).toMatch(/^M4 4/);
  expect(secondsLeft).toBeGreaterThan(0);
  await bench.approve(id, JASMIJN);
  expect(await bench.row(id)).toMatchObject({
    ...{ state: 'approved', column: 'approved', insz: JASMIJN, name: 'Jasmijn Wolkenveld' },
    accesses: [
      { dataSet: 'flexiJobEligibility', state: 'active', from: '2025-03-01', until: '2025-03-31' },
      { dataSet: 'studentWorkHours', state: 'active', from: '2025-03-01', until: '2025-05-31' },
    ],
  });
  expect((await bench.must('applicantRequest.get', { id })).link).toBeNull();
});

it('a known number is read first: what is open already is not asked for again', async () => {
  const before = (await atService()).length;
  const again = await bench.must('applicantRequest.ask', input(JASMIJN));
  expect(again.outcome).toBe('read');
  expect((await bench.row(again.id)).answer?.studentHours).toMatchObject({ available: 412, quota: 650 });
  expect((await atService()).length).toBe(before);
});

it('an access that was given elsewhere is read as well, and stands here with its days', async () => {
  const first = await bench.must('applicantRequest.ask', input(ROGER));
  expect(first.outcome).toBe('asked');
  await bench.admin('POST', `/citizen/requests/${await numberOf(first.id)}/approve`, { insz: ROGER });
  await bench.must('applicantRequest.refresh', {});
  const other = await bench.must('employer.list', { text: 'De Berk' });
  expect(other.rows).toHaveLength(1);
  await bench.admin('POST', '/citizen/revoke', { insz: ROGER });
  await bench.must('applicantRequest.refresh', {});
  expect(await bench.row(first.id)).toMatchObject({ state: 'ended', column: 'ended' });
  // Revoked: nothing is open, so it has to be asked for anew.
  const anew = await bench.must('applicantRequest.ask', input(ROGER));
  expect(anew).toMatchObject({ outcome: 'asked' });
  expect(anew.id).not.toBe(first.id);
});

it('a person of whom it is open still is not asked twice', async () => {
  const twice = await bench.call('applicantRequest.ask', input(ROGER));
  const { rows } = await bench.must('applicantRequest.list', { column: 'asked', text: ROGER });
  expect(twice).toMatchObject({
    ok: false,
    failure: { code: 'alreadyExists', details: { id: rows[0]?.id } },
  });
});

it('of two that were wanted the one that is not open stands as missing, and may be asked for by itself', async () => {
  await bench.revoke(JASMIJN, 'studentWorkHours');
  await bench.must('applicantRequest.refresh', {});
  const part = await bench.must('applicantRequest.ask', input(JASMIJN));
  expect(part.outcome).toBe('read');
  expect((await bench.row(part.id)).answer).toMatchObject({
    flexiJob: { eligible: false },
    missing: ['studentWorkHours'],
  });
  const rest = { ...input(JASMIJN), dataSets: ['studentWorkHours' as const] };
  expect(await bench.must('applicantRequest.ask', rest)).toMatchObject({ outcome: 'asked' });
});

it('a label with a number of a person in it is refused before anything leaves, and the sentence says why', async () => {
  const before = await bench.must('applicantRequest.counts', {});
  const refused = { ok: false, failure: { code: 'refusedByRule', details: { rules: 'APB-LABEL' } } };
  for (const label of ['Kassa 06.07.15-992.23', 'INSZ 06071599223, balie', '06071\u200b599223'])
    expect(await bench.call('applicantRequest.ask', input(null, label))).toMatchObject(refused);
  expect(await bench.must('applicantRequest.counts', {})).toEqual(before);
  const id = await bench.ask([...both], { label: 'Kassa 06.07.15-992.24' });
  const named = { id, expectedRevision: (await bench.row(id)).revision, label: JASMIJN };
  expect(await bench.call('applicantRequest.setLabel', named)).toMatchObject(refused);
  expect((await bench.row(id)).label).toBe('Kassa 06.07.15-992.24');
  const command = applicantCommands.find(({ verb }) => verb === 'request');
  const said = await runCommand(bench, command, [], { employer: '0999999130', label: JASMIJN });
  expect(said).toMatchObject({ result: refused, lines: [expect.stringMatching(/^The label holds an SSIN/)] });
});

it('two clicks are one request', async () => {
  const before = (await atService()).length;
  const [one, other] = await Promise.all([
    bench.must('applicantRequest.ask', input(null, 'twee keer')),
    bench.must('applicantRequest.ask', input(null, 'twee keer')),
  ]);
  expect(one.id).toBe(other.id);
  expect((await atService()).length).toBe(before + 1);
});

it('a request whose answer was lost is found by our own reference, and made once', async () => {
  const before = (await atService()).length;
  await bench.admin('PUT', '/faults', {
    method: 'POST',
    path: '/mandateRequests',
    count: 1,
    kind: 'resetAfterCommit',
  });
  const { id, outcome } = await bench.must('applicantRequest.ask', input(null, 'verloren'));
  expect(outcome).toBe('asked');
  expect((await bench.row(id)).state).toBe('open');
  expect((await atService()).length).toBe(before + 1);
});

it('a request that never arrived leaves again under the same reference', async () => {
  const before = (await atService()).length;
  await bench.admin('PUT', '/faults', {
    method: 'POST',
    path: '/mandateRequests',
    count: 1,
    kind: 'resetBeforeCommit',
  });
  const { outcome } = await bench.must('applicantRequest.ask', input(null, 'nooit aangekomen'));
  expect(outcome).toBe('asked');
  expect((await atService()).length).toBe(before + 1);
});

it('a replaced number is shown before anything is asked for the new one', async () => {
  const { id, outcome } = await bench.must('applicantRequest.ask', input(OLD_ELENA));
  expect(outcome).toBe('replaced');
  expect(await bench.row(id)).toMatchObject({
    state: 'notMade',
    insz: ELENA,
    failure: { code: 'identifierInvalid' },
  });
  await bench.must('applicantRequest.remove', { id });
  expect(await bench.call('applicantRequest.get', { id })).toMatchObject({ failure: { code: 'notFound' } });
});

it('a refusal leaves the count and nothing of the person, not even in the history', async () => {
  const { id } = await bench.must('applicantRequest.ask', input(ELENA, 'Toog, Elena'));
  await bench.admin('POST', `/citizen/requests/${await numberOf(id)}/refuse`, { insz: ELENA });
  await bench.must('applicantRequest.refresh', {});
  expect(await bench.row(id)).toMatchObject({
    state: 'refused',
    column: 'refused',
    insz: null,
    name: null,
    label: '',
  });
  expect((await bench.must('applicantRequest.counts', {})).refusals).toBe(1);
  // The board's one answer says what its lanes and its counts say.
  const board = await bench.must('applicantRequest.board', { past: 'refused', pageSize: 40 });
  expect(board.counts).toEqual(await bench.must('applicantRequest.counts', {}));
  for (const [lane, column] of [
    ['asked', 'asked'],
    ['approved', 'approved'],
    ['read', 'read'],
    ['over', 'refused'],
  ] as const)
    expect(board[lane]).toEqual(await bench.must('applicantRequest.list', { column, page: 1, pageSize: 40 }));
  expect(board.over.total).toBe(1);
  expect(await history()).not.toMatch(new RegExp(`${ELENA}|Toog|Marovic`));
  await bench.must('practice.setDate', { date: '2025-03-02' });
  await bench.must('applicantRequest.watch', { ids: [], inFront: false });
  expect(await bench.call('applicantRequest.get', { id })).toMatchObject({ failure: { code: 'notFound' } });
  expect((await bench.must('applicantRequest.counts', {})).refusals).toBe(1);
});

it('what nobody approved is over when the service says so, and loses its person when the day is over', async () => {
  const { id } = await bench.must('applicantRequest.ask', input(ELENA, 'Elena'));
  await bench.must('practice.setDate', { date: '2025-03-03' });
  await bench.must('applicantRequest.refresh', {});
  expect(await bench.row(id)).toMatchObject({ state: 'expired', column: 'expired' });
  await bench.must('practice.setDate', { date: '2025-03-04' });
  await bench.must('applicantRequest.watch', { ids: [], inFront: false });
  expect(await bench.row(id)).toMatchObject({ state: 'expired', insz: null, name: null, label: '' });
});

it('a withdrawal that comes after the approval changes nothing and shows the approval', async () => {
  const { id } = await bench.must('applicantRequest.ask', input());
  const { revision } = await bench.row(id);
  await bench.admin('POST', `/citizen/requests/${await numberOf(id)}/approve`, { insz: ELENA });
  const late = await bench.call('applicantRequest.withdraw', { id, expectedRevision: revision });
  expect(late).toMatchObject({ failure: { code: 'stateNotAllowed', details: { state: 'approved' } } });
  expect(await bench.row(id)).toMatchObject({ state: 'approved', insz: ELENA });
  const other = await bench.call('applicantRequest.renounce', { id, expectedRevision: revision });
  expect(other).toMatchObject({ failure: { code: 'conflict' } });
  const now = (await bench.row(id)).revision;
  await bench.must('applicantRequest.renounce', { id, expectedRevision: now });
  expect(await bench.row(id)).toMatchObject({
    state: 'ended',
    accesses: [{ state: 'renounced' }, { state: 'renounced' }],
  });
});

it('a request is withdrawn once, whoever of two is second is told', async () => {
  const { id } = await bench.must('applicantRequest.ask', input());
  const { revision } = await bench.row(id);
  await bench.admin('PUT', '/faults', {
    method: 'POST',
    path: '/withdraw',
    count: 1,
    kind: 'resetAfterCommit',
  });
  await bench.must('applicantRequest.withdraw', { id, expectedRevision: revision });
  expect((await bench.row(id)).state).toBe('withdrawn');
  const second = await bench.call('applicantRequest.withdraw', { id, expectedRevision: revision });
  expect(second).toMatchObject({ failure: { code: 'conflict' } });
});

it('an approval that names no request belongs to one only after a person said so', async () => {
  await bench.admin('PUT', '/switches', { mandateRequestIds: 'nowhere' });
  const { id } = await bench.must('applicantRequest.ask', input(null, 'zonder nummer'));
  await bench.admin('POST', `/citizen/requests/${await numberOf(id)}/approve`, { insz: JASMIJN });
  await bench.must('applicantRequest.refresh', {});
  const shown = await bench.must('applicantRequest.get', { id });
  expect(shown.request).toMatchObject({ toLink: true, insz: null, accesses: [] });
  expect(shown.candidates).toEqual([{ insz: JASMIJN, name: 'Jasmijn Wolkenveld', approvedOn: '2025-03-04' }]);
  const { revision } = shown.request;
  await bench.must('applicantRequest.link', { id, expectedRevision: revision, insz: JASMIJN });
  expect(await bench.row(id)).toMatchObject({ state: 'approved', insz: JASMIJN, toLink: false });
});

it('what awaits acceptance is accepted by a person', async () => {
  await bench.admin('PUT', '/switches', { mandatesAwaitAcceptance: true });
  const { id } = await bench.must('applicantRequest.ask', input(ROGER));
  await bench.admin('POST', `/citizen/requests/${await numberOf(id)}/approve`, { insz: ROGER });
  await bench.must('applicantRequest.refresh', {});
  const { state, revision } = await bench.row(id);
  expect(state).toBe('awaitingAcceptance');
  await bench.must('applicantRequest.accept', { id, expectedRevision: revision });
  expect(await bench.row(id)).toMatchObject({ state: 'approved', column: 'approved' });
});

it('nothing of it is in the history but who asked when', async () => {
  const kinds = new Set((await bench.must('history.search', { pageSize: 200 })).rows.map(({ kind }) => kind));
  for (const kind of [
    'made',
    'approved',
    'refused',
    'expired',
    'withdrawn',
    'answerLost',
    'linked',
    'accepted',
    'renounced',
  ])
    expect(kinds).toContain(`applicantRequest.${kind}`);
  expect(await history()).not.toMatch(new RegExp(`${JASMIJN}|${ROGER}|${ELENA}`));
});
