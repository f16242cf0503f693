// The board of applicants: whom a slip names and when, what it tells of an answer, and where its keys lead.
import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { ApplicantRequest } from '../../../preload/contract/applicants.ts';
import { accessWords, daysUntil } from '../../../renderer/features/applicants/answer/access-words.ts';
import { placeAfter } from '../../../renderer/features/applicants/board/board-keys.ts';
import {
  canRead,
  canWithdraw,
  readableUntil,
  runsAfterErasure,
  slipEnd,
  slipMore,
  slipTitle,
} from '../../../renderer/features/applicants/board/slip-words.ts';
import { createFormats } from '../../../renderer/i18n/formats.ts';

const t = ((key: string, values?: object) =>
  values === undefined ? key : `${key} ${JSON.stringify(values)}`) as unknown as TFunction<'applicants'>;
const formats = createFormats('nl');
const today = { today: ['2025-06-12'], employer: false };

const request = (more: Partial<ApplicantRequest>): ApplicantRequest => ({
  id: '0196f2d4-0000-7000-8000-000000000901',
  employerId: '0196f2d4-0000-7000-8000-000000000001',
  employerName: 'Hotel Zilverhof',
  column: 'asked',
  state: 'open',
  code: '3F2A-7C18',
  label: 'onthaal',
  dataSets: ['flexiJobEligibility', 'studentWorkHours'],
  insz: '01020399645',
  name: 'Rania Bensoltane',
  askedBy: 'Klaver',
  askedAt: '2025-06-12T12:05:00.000Z',
  expiresAt: '2025-06-12T21:59:59.000Z',
  accesses: [],
  answer: null,
  otherCitizen: false,
  toLink: false,
  batchId: null,
  failure: null,
  revision: 1,
  ...more,
});

const answer: NonNullable<ApplicantRequest['answer']> = {
  readAt: '2025-06-12T12:20:00.000Z',
  flexiJob: { eligible: false, quarter: '2025Q2', from: '2025-04-01', to: '2025-06-30' },
  studentHours: { year: 2025, quota: 650, available: 0 },
  missing: [],
  gone: null,
};
const said = (one: ApplicantRequest): string =>
  [slipTitle(t, one), slipMore(t, formats, one, today), slipEnd(t, formats, one, true)?.words].join(' | ');

describe('a slip', () => {
  it.each(['asked', 'refused', 'expired', 'withdrawn'] as const)(
    'names nobody while the column is %s, neither by name nor by number',
    (column) => {
      const words = said(request({ column, code: null }));
      expect(words).not.toContain('Rania');
      expect(words).not.toContain('01');
      expect(said(request({ column }))).toContain('3F2A-7C18');
    },
  );

  it('names who approved, and nobody where another citizen did', () => {
    const approved = request({ column: 'approved', state: 'approved' });
    expect(slipTitle(t, approved)).toBe('Rania Bensoltane');
    expect(said({ ...approved, otherCitizen: true })).not.toContain('Rania');
    expect(said({ ...approved, otherCitizen: true })).toContain('board.states.otherCitizen');
  });

  it('falls back on the code, and at last on the words of the office, which it then does not repeat: never on the number', () => {
    const read = request({ column: 'read', name: null });
    expect(slipTitle(t, read)).toContain('3F2A-7C18');
    expect(said({ ...read, code: null })).not.toContain('01');
    const bare = request({ code: null });
    expect(slipTitle(t, bare)).toBe('onthaal');
    expect(slipMore(t, formats, bare, today)).not.toContain('onthaal');
  });

  it('tells of no hours left and of what is not open, and nothing of an answer that went', () => {
    const read = request({ column: 'read', state: 'approved', answer });
    expect(slipMore(t, formats, read, today)).toContain('board.notEligible');
    expect(slipMore(t, formats, read, today)).toContain('"available":0');
    const gone = { ...read, answer: { ...answer, gone: 'kept' as const } };
    expect(slipMore(t, formats, gone, today)).toContain('board.notKept');
    expect(slipMore(t, formats, gone, today)).not.toContain('available');
  });

  it('tells what was erased while the access goes on at the service, and what only ended', () => {
    const access = {
      dataSet: 'studentWorkHours',
      state: 'active',
      from: '2025-06-05',
      until: '2025-09-04',
    } as const;
    const more = {
      column: 'ended',
      state: 'ended',
      name: null,
      erasedAt: '2025-06-12T12:00:00.000Z',
    } as const;
    const erased = request({ ...more, accesses: [access] });
    expect(runsAfterErasure(erased)).toBe('2025-09-04');
    expect(slipMore(t, formats, erased, today)).toContain('board.endedBy.kept');
    const ended = request({ ...more, accesses: [{ ...access, state: 'expired' }] });
    expect(runsAfterErasure(ended)).toBeNull();
    expect(slipMore(t, formats, ended, today)).toContain('board.endedBy.accessEnded');
    expect(runsAfterErasure({ ...erased, erasedAt: null })).toBeNull();
  });

  it('tells until when: of what still runs, the first to end', () => {
    const access = {
      dataSet: 'studentWorkHours',
      state: 'active',
      from: '2025-06-05',
      until: '2025-09-04',
    } as const;
    const flexi = { ...access, dataSet: 'flexiJobEligibility', until: '2025-07-04' } as const;
    expect(readableUntil(request({ accesses: [access, flexi] }))).toBe('2025-07-04');
    expect(readableUntil(request({ accesses: [access, { ...flexi, state: 'expired' }] }))).toBe('2025-09-04');
    expect(readableUntil(request({ accesses: [{ ...access, state: 'revoked' }] }))).toBeNull();
  });

  it('can be read only when approved by the one who was asked, and withdrawn only while open', () => {
    expect(canRead(request({}))).toBe(false);
    expect(canRead(request({ column: 'approved', state: 'awaitingAcceptance' }))).toBe(false);
    expect(canRead(request({ column: 'approved', state: 'approved' }))).toBe(true);
    expect(canRead(request({ column: 'approved', state: 'approved', otherCitizen: true }))).toBe(false);
    expect(canWithdraw(request({}))).toBe(true);
    expect(canWithdraw(request({ state: 'unknown' }))).toBe(false);
  });
});

describe('the days that are left', () => {
  it('are counted over a change of the clock, and are none on the last day', () => {
    expect(daysUntil('2025-03-31', '2025-03-29')).toBe(2);
    expect(daysUntil('2025-10-27', '2025-10-25')).toBe(2);
    expect(daysUntil('2025-02-27', '2025-02-27')).toBe(0);
  });

  it('are said with the day, and never below none', () => {
    const access = {
      dataSet: 'studentWorkHours',
      state: 'active',
      from: '2025-06-05',
      until: '2025-06-12',
    } as const;
    expect(accessWords(t, formats, access, '2025-06-12')).toContain('"days":0');
    expect(accessWords(t, formats, access, '2025-06-20')).toContain('"days":0');
    expect(accessWords(t, formats, { ...access, state: 'revoked' }, '2025-06-12')).toContain(
      'access.revoked',
    );
  });
});

describe('keys of the board', () => {
  const lanes = [
    { total: 20, first: 5 },
    { total: 0, first: 0 },
    { total: 3, first: 0 },
    { total: 50, first: 30 },
  ];
  it.each([
    ['ArrowDown', { lane: 0, index: 7 }, { lane: 0, index: 8 }],
    ['ArrowDown', { lane: 0, index: 19 }, null],
    ['ArrowUp', { lane: 0, index: 0 }, null],
    ['Home', { lane: 3, index: 31 }, { lane: 3, index: 0 }],
    ['End', { lane: 3, index: 31 }, { lane: 3, index: 49 }],
    ['PageDown', { lane: 0, index: 15 }, { lane: 0, index: 19 }],
    ['PageUp', { lane: 0, index: 4 }, { lane: 0, index: 0 }],
    // Beside it, over a lane without any; a short lane gives its last.
    ['ArrowRight', { lane: 0, index: 7 }, { lane: 2, index: 2 }],
    ['ArrowLeft', { lane: 3, index: 31 }, { lane: 2, index: 1 }],
    ['ArrowRight', { lane: 3, index: 31 }, null],
    ['ArrowLeft', { lane: 0, index: 7 }, null],
    ['x', { lane: 0, index: 7 }, null],
  ])('%s from %o leads to %o', (key, from, to) => {
    expect(placeAfter(key, from, lanes)).toEqual(to);
  });
});
