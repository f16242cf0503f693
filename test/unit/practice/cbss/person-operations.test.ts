// The operations that need a right of their own: searching, making and correcting persons, and subscribing. Each answer is held
// against the schema.
import { afterAll, describe, expect, it } from 'vitest';
import { SAMPLE } from '../../../../main/practice/cbss/sample-persons.ts';
import { makeBench, type Told } from './bench.ts';
import { insertion, type Question } from './signed-message.ts';

const bench = makeBench();
afterAll(() => bench.close());
const { asked: ask } = bench;

describe('searching, making and correcting persons, and subscribing', () => {
  const search = (criteria: string): Question => ({
    operation: 'searchPersonPhonetic',
    asked: `<criteria>${criteria}</criteria>`,
  });
  const create = (fields: string): Question => ({
    operation: 'createPerson',
    asked: `<person>${fields}</person><justification>Foreign worker</justification>`,
  });
  const correct = (ssin: string, fields: string): Question => ({
    operation: 'correctPerson',
    asked: `<ssin>${ssin}</ssin><person>${fields}</person><justification>Passport seen</justification>`,
  });
  const subscription = (operation: string): Question => ({
    operation,
    asked: '<flow>dimonaMutation</flow><inscriptionContext>EMPLOYEE</inscriptionContext>',
  });
  const found = (answer: Told) =>
    [...answer.text.matchAll(/<person><ssin>(\d{11})/g)].map((match) => match[1]);

  it.each([
    ['search', search('<lastName>Kestelaar</lastName>'), 'NO_RESULT'],
    [
      'create',
      create(
        '<lastName>X</lastName><birthDate>1990-01-01</birthDate><genderCode>1</genderCode><nationality>MA</nationality>',
      ),
      'NOK',
    ],
    ['correct', correct(SAMPLE.bis, '<lastName>X</lastName>'), 'NOK'],
    ['subscribe', subscription('subscribe'), 'NOK'],
    ['inscriptions', insertion({ ssin: SAMPLE.active }), 'NOK'],
  ])('without the right to %s is not allowed', (right, question, value) => {
    const rights = bench.application.rights.filter((one) => one !== right);
    bench.parts.cbssAccess.saveApplication({ ...bench.application, rights });
    expect(ask(question)).toMatchObject({ status: 200, value, code: 'MSG00013' });
    bench.parts.cbssAccess.saveApplication(bench.application);
  });

  it('finds by how a name sounds, narrowed by birth and sex, and not under numbers that are no longer used', () => {
    expect(found(ask(search('<lastName>Kesstelaer</lastName>')))).toEqual([SAMPLE.active]);
    expect(found(ask(search('<lastName>dorpsfeld</lastName><givenName>Lies</givenName>')))).toEqual([
      SAMPLE.activeWoman,
    ]);
    expect(ask(search('<lastName>Kestelaar</lastName><genderCode>2</genderCode>')).code).toBe('MSG00100');
    expect(ask(search('<lastName>Kestelaar</lastName><birthDate>1986-07-03</birthDate>')).code).toBe(
      'MSG00100',
    );
    expect(
      found(
        ask(
          search('<lastName>Kestelaar</lastName><birthDate>1986-00-00</birthDate><tolerance>1</tolerance>'),
        ),
      ),
    ).toEqual([SAMPLE.active]);
    expect(ask(search('<lastName>Kestelaar</lastName><birthDate>1986-00-00</birthDate>'))).toMatchObject({
      value: 'NO_RESULT',
      code: 'MSG00008',
    });
  });

  it('shows nothing when more than fifty are found', () => {
    for (let at = 0; at < 51; at += 1) {
      const ssin = `8501010${String(at).padStart(4, '0')}`;
      bench.parts.persons.save({
        ssin,
        lastName: 'Zeldzaam',
        givenNames: [],
        birthDate: '1985-01-01',
        genderCode: 1,
        register: 'BIS',
        state: 'active',
        replacedBy: null,
      });
    }
    expect(ask(search('<lastName>Zeldzaam</lastName>'))).toMatchObject({
      value: 'NO_RESULT',
      code: 'MSG00008',
    });
  });

  it('makes a person with a BIS number who can be inscribed, once', () => {
    const fields =
      '<lastName>Benhaddou</lastName><givenName>Salma</givenName><birthDate>1994-03-02</birthDate><genderCode>2</genderCode><birthPlace>Tanger</birthPlace><nationality>MA</nationality>';
    const made = ask(create(fields));
    const ssin = /<ssin>(9443\d{7})<\/ssin>/.exec(made.ssin)?.[1] ?? '';
    expect(made).toMatchObject({ value: 'OK', code: 'MSG00000' });
    expect(ask(insertion({ ssin })).value).toBe('OK');
    const again = ask(create(fields));
    expect(again).toMatchObject({ value: 'NOK', code: 'INS00007' });
    expect(found(again)).toEqual([ssin]);
  });

  it('makes nobody of too little: neither a whole birth with its place, nor an address', () => {
    const little =
      '<lastName>Ouedra</lastName><birthDate>1994-03-00</birthDate><genderCode>0</genderCode><nationality>BF</nationality>';
    expect(ask(create(little))).toMatchObject({ value: 'NOK', code: 'MSG00008' });
    const abroad = `${little}<address><countryCode>BF</countryCode><city>Banfora</city></address>`;
    expect(ask(create(abroad)).ssin).toMatch(/<ssin>942300\d{5}<\/ssin>/);
  });

  it('corrects a number of the Crossroads Bank or one that the National Register left, and no other', () => {
    expect(ask(correct(SAMPLE.bis, '<lastName>Zandbergen</lastName>')).value).toBe('OK');
    expect(found(ask(search('<lastName>Zandbergen</lastName>')))).toEqual([SAMPLE.bis]);
    expect(ask(correct(SAMPLE.rad, '<birthDate>1972-11-21</birthDate>')).value).toBe('OK');
    expect(ask(correct(SAMPLE.active, '<lastName>X</lastName>'))).toMatchObject({
      value: 'NOK',
      code: 'INS00008',
    });
    expect(ask(correct(SAMPLE.bis, '')).code).toBe('MSG00008');
    expect(ask(correct(SAMPLE.bis, '<birthDate>2999-01-01</birthDate>')).code).toBe('MSG00008');
  });

  it('subscribes and ends it, each told when there was nothing to do', () => {
    expect(ask(subscription('subscribe'))).toMatchObject({ value: 'OK', anomalies: [] });
    expect(ask(subscription('subscribe'))).toMatchObject({ value: 'OK', anomalies: ['INS00006'] });
    expect(ask(subscription('unsubscribe'))).toMatchObject({ value: 'OK', anomalies: [] });
    expect(ask(subscription('unsubscribe'))).toMatchObject({ value: 'OK', anomalies: ['INS00005'] });
  });
});
