// An answer that comes too late, or says less than it seems to: what was ended stays so, and only a mandate tells who ended it.
import { describe, expect, it } from 'vitest';
import { hideAnswer } from '../../../main/applicants/answer-hide.ts';
import { eraseDue, erasePersons } from '../../../main/applicants/care-erase.ts';
import { readAgain, readFirst } from '../../../main/applicants/read-first.ts';
import { changeRequest, deleteRequest, findRequest } from '../../../main/applicants/request-store.ts';
import { transaction } from '../../../main/platform/database.ts';
import {
  approved,
  asking,
  insz,
  lineOf,
  open,
  read,
  readingBench,
  setDay,
  shown,
  stateOf,
  statesOf,
  whole,
} from './reading-bench.ts';

readingBench();

const never = new AbortController().signal;

describe('an end while the answer is on its way', () => {
  it('throws the answer away, and the accesses stay ended', async () => {
    const id = approved();
    const meanwhile = (): void => void hideAnswer(open().session, id, 'revoked');
    expect(await read(id, lineOf(whole, { meanwhile }))).toMatchObject({
      ok: false,
      failure: { code: 'noActiveCitizenMandate' },
    });
    expect([stateOf(id), ...statesOf(id)]).toEqual(['ended', 'revoked', 'revoked']);
    expect(shown(id)).toBeUndefined();
  });

  it('counts also where no access was known yet, and where the request was erased', async () => {
    const { db } = open().session;
    const [ended, erased] = [approved(), approved()];
    const end = (): void => {
      transaction(db, () => {
        db.prepare('DELETE FROM applicant_access WHERE request_id = ?').run(ended);
        changeRequest(db, ended, { state: 'ended', board: 'ended' });
      });
    };
    expect(await read(ended, lineOf(whole, { meanwhile: end }))).toMatchObject({ ok: false });
    expect([stateOf(ended), statesOf(ended), shown(ended)]).toEqual(['ended', [], undefined]);
    const erase = (): void => void erasePersons(open().session, [erased], 'byHand');
    expect(await read(erased, lineOf(whole, { meanwhile: erase }))).toMatchObject({
      failure: { code: 'conflict', retry: 'safe' },
    });
    expect(shown(erased)).toBeUndefined();
  });

  it('of one of two keeps the other, and the one as missing', async () => {
    const id = approved();
    const meanwhile = (): void => void hideAnswer(open().session, id, 'revoked', ['studentWorkHours']);
    expect(await read(id, lineOf(whole, { meanwhile }))).toMatchObject({ ok: true });
    expect(statesOf(id)).toEqual(['active', 'revoked']);
    expect(shown(id)).toMatchObject({ flexiJob: { eligible: true }, studentHours: null });
    expect(shown(id)?.missing).toEqual(['studentWorkHours']);
  });

  it('of one that was asked for again leads to a new request, and of a new one keeps nothing', async () => {
    const { session } = open();
    const again = approved();
    const hide = (): void => void hideAnswer(session, again, 'revoked');
    expect(await readAgain(session, lineOf(whole, { meanwhile: hide }), again)).toBeNull();
    expect(statesOf(again)).toEqual(['revoked', 'revoked']);
    const id = asking();
    const remove = (): void => void transaction(session.db, () => deleteRequest(session.db, id));
    const row = findRequest(session.db, id);
    if (row === null) throw new Error('not asked');
    const first = await readFirst(session, lineOf(whole, { meanwhile: remove }), row, insz, never);
    expect(first).toMatchObject({ ok: false, failure: { code: 'conflict' } });
  });
});

describe('what is not open', () => {
  it.each([
    ['revoked', 'revoked'],
    ['renounced', 'renounced'],
    ['active', 'expired'],
  ])('has ended, and by whom only a mandate tells: %s', async (mandate, state) => {
    const id = approved();
    await read(id, lineOf(whole));
    await read(id, lineOf({ ...whole, studentWork: null }, { mandate }));
    expect(statesOf(id)).toEqual(['active', state]);
    expect(
      await read(id, lineOf({ ssin: insz, status: 'noActiveCitizenMandate' }, { mandate })),
    ).toMatchObject({ ok: false, failure: { code: 'noActiveCitizenMandate' } });
    expect([stateOf(id), ...statesOf(id)]).toEqual(['ended', state, state]);
    expect(shown(id)?.gone).toBe(state === 'expired' ? 'accessEnded' : state);
  });

  it('is erased on the day after it was said so, however long the access would have lasted', async () => {
    const id = approved();
    await read(id, lineOf({ ssin: insz, status: 'noActiveCitizenMandate' }));
    setDay('2025-03-02');
    expect(await eraseDue(open().session)).toEqual({ ok: true, value: { erased: 1 } });
    expect(findRequest(open().session.db, id)?.insz).toBeNull();
  });
});
