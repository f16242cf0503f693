// Inserting, deleting and consulting at the service, for every kind of number. Each answer is held against the schema.
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { SAMPLE } from '../../../../main/practice/cbss/sample-persons.ts';
import { BERK, makeBench } from './bench.ts';
import { consultation, deletion, insertion } from './signed-message.ts';

const bench = makeBench();
afterAll(() => bench.close());
afterEach(() => {
  for (const { owner, ssin, context } of bench.parts.inscriptions.ofOwner(BERK))
    bench.parts.inscriptions.setLines({ owner, ssin, context }, []);
});

const { asked: ask } = bench;
const person = (fields: string) => `<personData>${fields}</personData>`;

describe('inserting', () => {
  it('answers with the lines of the number and role, and repeats the question', () => {
    const ticket = '8f14e45f-ceea-467f-a8f0-3d2e6c5f8a11';
    const answer = ask({ ...insertion({ ssin: SAMPLE.active }), ticket });
    expect(answer).toMatchObject({
      status: 200,
      value: 'OK',
      code: 'MSG00000',
      lines: ['2026-01-01'],
      anomalies: [],
    });
    expect(answer.text).toContain(`<ticket>${ticket}</ticket>`);
    expect(answer.ssin).toBe(`<ssin>${SAMPLE.active}</ssin>`);
  });

  it('makes one line of what overlaps, keeps apart what only touches, and tells what was there', () => {
    ask(insertion({ ssin: SAMPLE.active, begin: '2024-01-01', end: '2024-06-30' }));
    expect(
      ask(insertion({ ssin: SAMPLE.active, begin: '2024-07-01', end: '2024-12-31' })).lines,
    ).toHaveLength(2);
    expect(ask(insertion({ ssin: SAMPLE.active, begin: '2024-06-30', end: '2024-07-01' })).lines).toEqual([
      '2024-01-01..2024-12-31',
    ]);
    expect(ask(insertion({ ssin: SAMPLE.active, begin: '2024-03-01', end: '2024-03-31' }))).toMatchObject({
      value: 'OK',
      anomalies: ['INS00006'],
      lines: ['2024-01-01..2024-12-31'],
    });
  });

  it.each([
    ['structure or check digits', '85070399769', 'MSG00011'],
    ['nobody’s number', SAMPLE.unknown, 'MSG00005'],
    ['a cancelled number', SAMPLE.cancelled, 'INS00003'],
    ['a number replaced by a cancelled one', SAMPLE.replacedByCancelled, 'INS00003'],
  ])('is refused for %s', (_what, ssin, code) => {
    expect(ask(insertion({ ssin }))).toMatchObject({ value: 'NOK', code, lines: [] });
  });

  it.each([
    ['once', SAMPLE.replaced, SAMPLE.active],
    ['twice', SAMPLE.replacedTwice, SAMPLE.activeWoman],
    ['in the sample world', '90231599524', '90431599765'],
  ])('under a number that was replaced %s stands under the last one, and says so', (_what, old, present) => {
    const answer = ask(insertion({ ssin: old }));
    expect(answer).toMatchObject({
      value: 'OK',
      anomalies: ['MSG00006'],
      ssin: `<ssin replaces="${old}">${present}</ssin>`,
    });
    expect(bench.parts.inscriptions.ofNumber(present)).toHaveLength(1);
    expect(ask(consultation({ ssin: old }))).toMatchObject({
      value: 'DATA_FOUND',
      ssin: answer.ssin,
      lines: ['2026-01-01'],
    });
  });

  it('of BIS, RAD and deceased persons is taken, the last with a warning, or not at all where the switch says so', () => {
    for (const ssin of [SAMPLE.bis, SAMPLE.bisWithoutDay, SAMPLE.rad, SAMPLE.radWithoutBirth])
      expect(ask(insertion({ ssin }))).toMatchObject({ value: 'OK', anomalies: [] });
    expect(ask(insertion({ ssin: SAMPLE.deceased }))).toMatchObject({ value: 'OK', anomalies: ['MSG00009'] });
    bench.parts.switches.change({ refuseDeceased: true });
    expect(ask(insertion({ ssin: SAMPLE.deceased }))).toMatchObject({ value: 'NOK', code: 'MSG00009' });
    bench.parts.switches.change({ refuseDeceased: false });
  });

  it.each(['NOBODY', 'FORMER'])('in the context %s, which is not in use, is refused', (context) => {
    expect(ask(insertion({ ssin: SAMPLE.active, context }))).toMatchObject({
      value: 'NOK',
      code: 'INS00002',
    });
  });

  it('by quality code is the same role, and is answered so', () => {
    const byCode = { ...insertion({ ssin: SAMPLE.active }) };
    const asked = byCode.asked.replace(
      '<inscriptionContext>EMPLOYEE</inscriptionContext>',
      '<qualityCode>10</qualityCode>',
    );
    expect(ask({ ...byCode, asked }).text).toContain('<qualityCode>10</qualityCode><period>');
    expect(ask(consultation({ ssin: SAMPLE.active, context: 'EMPLOYEE' })).lines).toEqual(['2026-01-01']);
  });

  it('of a period that is upside down is refused', () => {
    expect(ask(insertion({ ssin: SAMPLE.active, begin: '2026-02-01', end: '2026-01-31' }))).toMatchObject({
      value: 'NOK',
      code: 'INS00004',
    });
  });

  it('compares only what is given, whatever the accents and hyphens, and tells every field that differs but no value', () => {
    const same = person(
      '<lastName>KESTÉLAAR</lastName><givenName>bruno</givenName><birthDate>1985-07-03</birthDate><genderCode>0</genderCode>',
    );
    expect(ask(insertion({ ssin: SAMPLE.active, person: same })).value).toBe('OK');
    const other = person(
      '<lastName>Kestelaars</lastName><birthDate>1985-07-00</birthDate><genderCode>2</genderCode>',
    );
    const answer = ask(insertion({ ssin: SAMPLE.active, context: 'TRAINEE', person: other }));
    expect(answer).toMatchObject({ value: 'NOK', code: 'INS00001' });
    expect([...answer.text.matchAll(/<fieldName>(\w+)</g)].map((match) => match[1])).toEqual([
      'lastName',
      'birthDate',
      'genderCode',
    ]);
    expect(answer.text).not.toContain('Kestelaar<');
    expect(ask(consultation({ ssin: SAMPLE.active, context: 'TRAINEE' })).code).toBe('MSG00100');
  });

  it('twice with one ticket counts one effect and one repetition', () => {
    const question = { ...insertion({ ssin: SAMPLE.rad }), ticket: '11111111-2222-4333-8444-555555555555' };
    ask(question);
    // Signed anew, as every further try is: the same signature would be a replay.
    bench.pass(1);
    ask(question);
    const effects = bench.parts.ledger.list(0, false, 1000).flatMap((entry) => entry.effects);
    expect(
      effects
        .filter(({ externalReference }) => externalReference === question.ticket)
        .map(({ effect }) => effect),
    ).toEqual(['updated', 'unchanged']);
  });
});

describe('deleting', () => {
  it('takes days away: at an edge, in the middle, and all of them', () => {
    ask(insertion({ ssin: SAMPLE.active, begin: '2024-01-01', end: '2024-12-31' }));
    expect(ask(deletion({ ssin: SAMPLE.active, begin: '2024-03-01', end: '2024-03-01' })).lines).toEqual([
      '2024-01-01..2024-02-29',
      '2024-03-02..2024-12-31',
    ]);
    expect(ask(deletion({ ssin: SAMPLE.active, begin: '2024-11-01' })).lines).toEqual([
      '2024-01-01..2024-02-29',
      '2024-03-02..2024-10-31',
    ]);
    expect(ask(deletion({ ssin: SAMPLE.active }))).toMatchObject({ value: 'OK', lines: [], anomalies: [] });
  });

  it('of nothing is no failure, but says so', () => {
    expect(ask(deletion({ ssin: SAMPLE.active }))).toMatchObject({
      value: 'OK',
      code: 'MSG00000',
      anomalies: ['INS00005'],
    });
  });

  it('takes lines of a number away that was cancelled since', () => {
    bench.parts.inscriptions.setLines({ owner: BERK, ssin: SAMPLE.cancelled, context: 'EMPLOYEE' }, [
      { begin: '2020-01-01', end: null },
    ]);
    expect(ask(consultation({ ssin: SAMPLE.cancelled })).ssin).toBe(
      `<ssin canceled="true">${SAMPLE.cancelled}</ssin>`,
    );
    expect(ask(deletion({ ssin: SAMPLE.cancelled }))).toMatchObject({
      value: 'OK',
      lines: [],
      anomalies: [],
    });
  });
});

describe('consulting', () => {
  it('shows whole lines that have a day in common, in one role or in all, and those of the caller alone', () => {
    ask(insertion({ ssin: SAMPLE.active, begin: '2024-01-01', end: '2024-06-30' }));
    ask(insertion({ ssin: SAMPLE.active, begin: '2025-01-01' }));
    ask(insertion({ ssin: SAMPLE.active, begin: '2023-01-01', end: '2023-12-31', context: 'TRAINEE' }));
    bench.parts.inscriptions.setLines({ owner: '1999999250', ssin: SAMPLE.active, context: 'ON_SITE' }, [
      { begin: '2024-01-01', end: null },
    ]);
    expect(ask(consultation({ ssin: SAMPLE.active })).lines).toEqual([
      '2024-01-01..2024-06-30',
      '2025-01-01',
      '2023-01-01..2023-12-31',
    ]);
    expect(
      ask(consultation({ ssin: SAMPLE.active, context: 'EMPLOYEE', begin: '2024-06-30', end: '2024-12-31' }))
        .lines,
    ).toEqual(['2024-01-01..2024-06-30']);
    expect(ask(consultation({ ssin: SAMPLE.active, context: 'APPLICANT' })).code).toBe('MSG00100');
    expect(ask(consultation({ ssin: SAMPLE.active, context: 'NEVER_DEFINED' }))).toMatchObject({
      ...{ value: 'NO_RESULT', code: 'INS00002' },
    });
  });

  it('of nobody’s number has no result', () => {
    expect(ask(consultation({ ssin: SAMPLE.unknown }))).toMatchObject({
      value: 'NO_RESULT',
      code: 'MSG00005',
    });
  });
});
