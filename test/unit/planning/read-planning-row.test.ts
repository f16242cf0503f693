// A row of a planning: who, where, when; each mistake told at its cell; and headings in four languages.
import { describe, expect, it } from 'vitest';
import {
  guessPlanningColumns,
  knownPlanningHeadings,
  missingPlanningFields,
  type PlanningField,
} from '../../../preload/rules/planning/planning-fields.ts';
import {
  nameKey,
  numberKey,
  type PlanningNames,
  readPlanningRow,
} from '../../../preload/rules/planning/read-planning-row.ts';

const DAAN = '01020399744';
const names: PlanningNames = {
  workers: new Map([
    [nameKey('Zoutleeuwen Daan'), DAAN],
    [nameKey('Peeters An'), null],
  ]),
  numbers: new Map([['17', DAAN]]),
  sites: new Map([
    [nameKey('Zalen Het Park'), '1Y100PARK0001'],
    [nameKey('School'), null],
  ]),
};
const good: Partial<Record<PlanningField, string>> = {
  insz: '01.02.03-997.44',
  site: 'zalen het park',
  day: '2/11/2026',
  hours: '8-12 13-17',
};
const read = (change: Partial<Record<PlanningField, string>> = {}) => {
  const row = { ...good, ...change };
  return readPlanningRow((field) => row[field] ?? '', names);
};
const refused = (change: Partial<Record<PlanningField, string>>): string[] => {
  const row = read(change);
  return row.kind === 'refused' ? row.findings.map(({ rule, field }) => `${rule} ${field}`) : [row.kind];
};

describe('a row', () => {
  it('gives worker, site, day and stays', () => {
    expect(read()).toEqual({
      kind: 'planned',
      row: {
        insz: DAAN,
        reference: '1Y100PARK0001',
        day: '2026-11-02',
        stays: [
          { from: 480, to: 720 },
          { from: 780, to: 1020 },
        ],
        pause: null,
      },
    });
  });

  it.each([
    ['the name in any order', { insz: '', name: 'daan ZOUTLEEUWEN' }],
    ['family and given name', { insz: '', familyName: 'Zoutleeuwen', givenName: 'Daan' }],
    ['the own number, without its zeros', { insz: '', workerNumber: '0017' }],
    ['a number that lost its first zero', { insz: '1020399744' }],
  ])('knows a worker by %s', (_, change) => {
    expect(read(change)).toMatchObject({ kind: 'planned', row: { insz: DAAN } });
  });

  it('may be for any site, or for one by its number that is not kept here', () => {
    expect(read({ site: '' })).toMatchObject({ row: { reference: null } });
    expect(read({ site: '9zx4 k7r2 m5t8 w' })).toMatchObject({ row: { reference: '9ZX4K7R2M5T8W' } });
  });

  it('without hours plans no work, whatever else it says', () => {
    expect(read({ hours: '', insz: 'x' })).toEqual({ kind: 'off' });
    expect(read({ hours: '-' })).toEqual({ kind: 'off' });
  });

  it.each([
    [{ insz: '' }, ['PLN-WORKER-MISSING name']],
    [{ insz: '01020399745' }, ['PLN-INSZ-INVALID insz']],
    [{ insz: '', name: 'Niemand' }, ['PLN-WORKER-UNKNOWN name']],
    [{ insz: '', workerNumber: '18' }, ['PLN-WORKER-UNKNOWN workerNumber']],
    [{ insz: '', name: 'An Peeters' }, ['PLN-WORKER-AMBIGUOUS name']],
    [{ site: 'Elders' }, ['PLN-SITE-UNKNOWN site']],
    [{ site: 'school' }, ['PLN-SITE-AMBIGUOUS site']],
    [{ day: '31/11/2026' }, ['PLN-DAY-INVALID day']],
    [{ hours: 'verlof' }, ['PLN-HOURS-INVALID hours']],
    [{ hours: '', start: '8', end: 'x' }, ['PLN-HOURS-INVALID end']],
    [{ hours: '', start: '17', end: '16' }, ['PLN-HOURS-ORDER start']],
    [{ pause: '2' }, ['PLN-PAUSE-INVALID pause']],
    [{ hours: '8-9', pause: '60' }, ['PLN-PAUSE-LONG pause']],
    [{ site: 'Elders', day: 'x' }, ['PLN-SITE-UNKNOWN site', 'PLN-DAY-INVALID day']],
  ] as [Partial<Record<PlanningField, string>>, string[]][])(
    '%j is refused at its cell',
    (change, findings) => {
      expect(refused(change)).toEqual(findings);
    },
  );

  it('tells names and own numbers apart as people write them', () => {
    expect(nameKey('Van den Bérghe, Zoë')).toBe(nameKey('zoe van den berghe'));
    expect(numberKey(' 00 12a')).toBe('12a');
    expect(numberKey('0')).toBe('0');
  });
});

describe('headings', () => {
  it.each([
    ['Rijksregisternummer;Werf;Datum;Begin;Einde;Pauze', ['insz', 'site', 'day', 'start', 'end', 'pause']],
    [
      'NISS;Chantier;Date;Heure de début;Heure de fin;Pause',
      ['insz', 'site', 'day', 'start', 'end', 'pause'],
    ],
    ['INSZ;Baustelle;Tag;Arbeitszeit', ['insz', 'site', 'day', 'hours']],
    ['Employee;Location;Date;Start time;End time;Break', ['name', 'site', 'day', 'start', 'end', 'pause']],
    [
      'Personeelsnr;Naam;Dag;van 1;tot 1;van 2;tot 2',
      ['workerNumber', 'name', 'day', 'start', 'end', 'secondStart', 'secondEnd'],
    ],
    ['Kleur;Begin uur', [null, 'start']],
  ])('%s', (headings, fields) => {
    expect(guessPlanningColumns(headings.split(';')).map(({ field }) => field)).toEqual(fields);
  });

  it('that were chosen for this client before come first', () => {
    const remembered = new Map<string, PlanningField | null>([
      ['kleur', 'site'],
      ['datum', null],
    ]);
    expect(guessPlanningColumns(['Kleur', 'Datum'], remembered)).toEqual([
      { field: 'site', how: 'remembered' },
      { field: null, how: 'remembered' },
    ]);
  });

  it('are counted, and what lacks is named', () => {
    expect(knownPlanningHeadings(['Planning november', ''])).toBe(0);
    expect(knownPlanningHeadings(['INSZ', 'Dag', 'Uren', 'Dag'])).toBe(3);
    expect(missingPlanningFields(['site', 'start'])).toEqual(['insz', 'day', 'end']);
    expect(missingPlanningFields(['name', 'day', 'hours'])).toEqual([]);
  });
});
