// What may not be kept of an applicant any longer is gone: from the page, from every byte of the database, and with proof.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkpoint } from '../../../main/platform/database.ts';
import { openApp } from '../../support/application-bench.ts';
import { decryptedImage, foundIn } from '../../support/decrypted-image.ts';
import { type CitizenBench, JASMIJN, openCitizens } from './citizen-bench.ts';

let bench: CitizenBench;
/** Somebody whom no sample names. */
const canary = { insz: '99071484389', givenName: 'Quokkaline', familyName: 'Zebravisser' };
const label = 'Paardenbloemstalletje';
const planted = [canary.insz, canary.givenName, canary.familyName, '"available":377', label];

beforeAll(async () => {
  bench = await openCitizens();
  await bench.admin('PUT', '/citizen/people', { ...canary, studentHours: { '2025': 273 } });
});
afterAll(() => bench.close());

async function opened(insz: string, words = ''): Promise<string> {
  const id = await bench.ask(['flexiJobEligibility', 'studentWorkHours'], { label: words });
  await bench.approve(id, insz);
  await bench.must('applicantAnswer.read', { id });
  return id;
}

async function image(): Promise<Buffer> {
  const { db } = bench.app.session() ?? {};
  if (db !== undefined) checkpoint(db);
  const key = await bench.keychain.get('database/practice');
  if (!key.ok || key.value === null) throw new Error('no key');
  return decryptedImage(join(bench.profileDir, 'practice.db'), Buffer.from(key.value));
}

const care = () => bench.must('applicantCare.get', {});

describe('erasing by hand', () => {
  it('leaves no byte of number, name, answer or label in the decrypted database, and the proof of it', async () => {
    const id = await opened(canary.insz, label);
    await bench.must('applicantAnswer.adviseOn', { id, line: 'STU-STATUS', answer: 'yes' });
    expect(await bench.row(id)).toMatchObject({ name: 'Quokkaline Zebravisser', insz: canary.insz, label });
    expect(foundIn(await image(), planted)).toEqual(planted);
    expect(await care()).toMatchObject({ kept: 1, keepDays: 90, nextErasure: '2025-04-01', erasures: [] });
    await bench.must('applicantCare.erase', { id });
    expect(foundIn(await image(), planted)).toEqual([]);
    expect(await bench.row(id)).toMatchObject({
      state: 'ended',
      column: 'ended',
      insz: null,
      name: null,
      label: '',
      answer: null,
    });
    const { lines } = await bench.must('applicantAnswer.advice', { id });
    expect(lines.every(({ answer }) => answer === 'open')).toBe(true);
    const after = await care();
    expect(after).toMatchObject({ kept: 0, nextErasure: null });
    expect(after.erasures).toMatchObject([{ reason: 'byHand', answers: 2 }]);
    const { rows } = await bench.must('history.search', { kinds: ['applicantAnswer.erased'] });
    const { payload } = await bench.must('history.show', { id: rows[0]?.id ?? '' });
    expect(payload).toEqual({
      reason: 'byHand',
      requests: 1,
      answers: 2,
      digest: after.erasures[0]?.digest,
    });
    expect(await bench.must('history.verify', {})).toMatchObject({ intact: true });
    const again = await bench.call('applicantCare.erase', { id });
    expect(again).toMatchObject({ ok: false, failure: { code: 'notFound' } });
  });

  it('takes every number that the applicant had, the line of the register and the person too', async () => {
    const id = await opened(canary.insz, label);
    const newer = '99071484488';
    await bench.must('register.recordReplacement', { oldInsz: canary.insz, newInsz: newer });
    expect((await bench.row(id)).insz).toBe(newer);
    const { rows } = await bench.must('register.list', { text: canary.insz });
    expect(rows).toMatchObject([{ dossierType: 'APPLICANT', insz: newer }]);
    expect(foundIn(await image(), [canary.insz, newer])).toEqual([canary.insz, newer]);
    await bench.must('applicantCare.erase', { id });
    expect(foundIn(await image(), [...planted, newer])).toEqual([]);
    expect((await bench.must('register.list', { text: newer })).total).toBe(0);
    expect(await bench.must('history.verify', {})).toMatchObject({ intact: true });
  });

  it('takes messages to and from the inscription service along, those by name too, and no others', async () => {
    const id = await opened(canary.insz, label);
    await bench.must('cbss.saveProfile', { kind: 'practice', on: true, expectedRevision: 0 });
    await bench.must('cbss.authorise', {
      ...{ right: 'search', authorisation: { reference: 'Beraadslaging 26/014', date: '2025-05-06' } },
    });
    const consult = (insz: string) =>
      bench.must('cbss.call', { operation: 'consultInscriptions', fields: { 'criteria.ssin': insz } });
    await consult(canary.insz);
    await bench.must('cbss.search', { lastName: canary.familyName, givenName: canary.givenName });
    const other = await consult('85070399768');
    const messages = async () => (await bench.must('cbssWorkbench.exchanges', {})).rows.map(({ id }) => id);
    expect(await messages()).toHaveLength(3);
    expect(foundIn(await image(), ['<ssin>99071484389', '<lastName>Zebravisser'])).toHaveLength(2);
    await bench.must('applicantCare.erase', { id });
    expect(await messages()).toEqual([other.exchangeId]);
    expect(foundIn(await image(), planted)).toEqual([]);
    const { revision: expectedRevision } = await bench.must('cbss.profile', {});
    await bench.must('cbss.saveProfile', { kind: 'practice', on: false, expectedRevision });
  });

  it('is not brought back by what the service still shows of the access', async () => {
    await bench.must('applicantRequest.refresh', {});
    expect(foundIn(await image(), planted)).toEqual([]);
  });

  it('is refused while the request is open', async () => {
    const id = await bench.ask(['flexiJobEligibility']);
    const refused = await bench.call('applicantCare.erase', { id });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'stateNotAllowed' } });
  });

  it('leaves nothing of it in any other file of the profile', () => {
    const files = (folder: string): string[] =>
      readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        const what = statSync(path);
        return what.isDirectory() ? files(path) : what.isFile() ? [path] : [];
      });
    const found = files(bench.profileDir).filter((path) => foundIn(readFileSync(path), planted).length > 0);
    expect(found).toEqual([]);
  });
});

describe('erasing when its time is over', () => {
  it('hides what was revoked at once, and erases whom it was of as the day turns', async () => {
    const id = await opened(canary.insz, label);
    await bench.revoke(canary.insz);
    await bench.must('applicantRequest.refresh', {});
    const revoked = await bench.row(id);
    expect(revoked).toMatchObject({ column: 'ended', name: 'Quokkaline Zebravisser' });
    expect(revoked.answer).toMatchObject({ flexiJob: null, studentHours: null, gone: 'revoked' });
    expect(foundIn(await image(), planted)).toEqual(planted.filter((text) => !text.includes('377')));
    await bench.must('applicantCare.update', { keepDays: 90 });
    expect((await bench.row(id)).insz).toBe(canary.insz);
    await bench.must('practice.setDate', { date: '2025-03-02' });
    await bench.must('applicantCare.update', { keepDays: 90 });
    expect(foundIn(await image(), planted)).toEqual([]);
    expect((await care()).erasures[0]).toMatchObject({ reason: 'revoked' });
  });

  it('goes by the days that the office chose, at once when they become fewer', async () => {
    const id = await opened(canary.insz, label);
    await bench.must('practice.setDate', { date: '2025-03-05' });
    await bench.must('applicantCare.update', { keepDays: 3 });
    expect((await bench.row(id)).answer?.studentHours?.available).toBe(377);
    expect(await care()).toMatchObject({ keepDays: 3, nextErasure: '2025-03-06' });
    await bench.must('applicantCare.update', { keepDays: 2 });
    expect(await bench.row(id)).toMatchObject({ state: 'ended', answer: null, insz: null });
    expect((await care()).erasures[0]).toMatchObject({ reason: 'keepDays', answers: 2 });
    expect(foundIn(await image(), planted)).toEqual([]);
  });

  it('takes the part of which the access is over, at once from the page and then from the file, and leaves the other', async () => {
    await bench.must('practice.setDate', { date: '2025-03-06' });
    await bench.must('applicantCare.update', { keepDays: 90 });
    const id = await opened(canary.insz, label);
    const before = (await care()).erasures.length;
    await bench.must('practice.setDate', { date: '2025-04-07' });
    const seen = await bench.row(id);
    expect(seen).toMatchObject({
      accesses: [{ state: 'expired' }, { dataSet: 'studentWorkHours', state: 'active' }],
      answer: {
        flexiJob: null,
        missing: ['flexiJobEligibility'],
        gone: null,
        studentHours: { available: 377 },
      },
    });
    expect(foundIn(await image(), ['"eligible":'])).toEqual(['"eligible":']);
    await bench.must('applicantCare.update', { keepDays: 90 });
    expect(await bench.row(id)).toMatchObject({
      accesses: seen.accesses,
      answer: seen.answer,
      column: 'read',
    });
    expect(foundIn(await image(), ['"eligible":', '"available":377'])).toEqual(['"available":377']);
    const after = await care();
    expect(after.erasures).toHaveLength(before + 1);
    expect(after.erasures[0]).toMatchObject({ reason: 'accessEnded', answers: 1 });
    await bench.must('applicantCare.erase', { id });
    expect((await care()).erasures[0]).toMatchObject({ reason: 'byHand', answers: 1 });
  });

  it('comes by itself as the app is opened again', async () => {
    const id = await opened(JASMIJN);
    await bench.must('practice.setDate', { date: '2025-07-20' });
    expect((await bench.row(id)).insz).toBe(JASMIJN);
    await bench.app.close();
    const again = await openApp({
      profileDir: bench.profileDir,
      keys: bench.keychain,
      actorKind: 'commandLine',
    });
    try {
      await expect
        .poll(async () => (await again.must('applicantRequest.get', { id })).request.insz)
        .toBeNull();
    } finally {
      await again.close();
    }
  });
});
