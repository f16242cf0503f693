// What happens to persons, and the file of a day that tells it: to whom, in which order, once, without a gap, and as its voucher says.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelNumber, replaceNumber } from '../../../../main/practice/cbss/change-numbers.ts';
import { personOf, resolve } from '../../../../main/practice/cbss/directory.ts';
import { emit, isFolder, writeInto } from '../../../../main/practice/cbss/emit.ts';
import { changeIdentity, declareDimona } from '../../../../main/practice/cbss/happen.ts';
import { SAMPLE } from '../../../../main/practice/cbss/sample-persons.ts';
import { loadSchemas, STRICT } from '../../../../main/practice/cbss/schema-files.ts';
import { makeCertificate } from '../../../integration/practice/support/certificates.ts';
import { BERK, makeBench } from './bench.ts';

const PARK = '1999999250';
const certificate = makeCertificate();
let bench: ReturnType<typeof makeBench>;
const opened: (typeof bench)[] = [];
beforeEach(() => {
  bench = makeBench(certificate);
  opened.push(bench);
});
afterAll(() => {
  for (const one of opened) one.close();
});
const schemas = loadSchemas('resources/contracts');

const inscribe = (owner: string, ssin: string, begin = '2024-01-01', end: string | null = null) =>
  bench.parts.inscriptions.setLines({ owner, ssin, context: 'EMPLOYEE' }, [{ begin, end }]);
const fits = (name: 'mutations' | 'voucher', bytes: Buffer): string[] => {
  const document = XmlDocument.fromBuffer(bytes, { option: STRICT });
  try {
    return schemas.issues(name, document);
  } finally {
    document.dispose();
  }
};
const field = (bytes: Buffer, name: string): string =>
  new RegExp(`<${name}>([^<]*)<`).exec(bytes.toString())?.[1] ?? '';
const emitted = (receiver = BERK, more: { everybody?: boolean } = {}) => {
  const made = emit(bench.parts, { receiver, ...more });
  const [file, voucher] = made.files;
  expect(fits('mutations', file.bytes)).toEqual([]);
  expect(fits('voucher', voucher.bytes)).toEqual([]);
  const text = file.bytes.toString();
  const told = [...text.matchAll(/<type>(\w+)<\/type>.*?<ssin[^>]*>(\d{11})</g)].map(
    (match) => `${match[1]} ${match[2]}`,
  );
  return { ...made, file, voucher, text, told };
};
const newNumber = (outcome: ReturnType<typeof replaceNumber>): string =>
  'done' in outcome ? outcome.done.newSsin : '';

describe('the file of a day', () => {
  it('is what its voucher says, and its name tells whose, of which day and the how manieth', () => {
    inscribe(BERK, SAMPLE.active);
    changeIdentity(bench.parts, {
      ssin: SAMPLE.active,
      type: 'NAME',
      person: { lastName: 'Kestelaar & <Co>' },
    });
    const { file, voucher, text } = emitted();
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(bench.now());
    const name = `CBSSINS.MUT.0999999130.${day.replaceAll('-', '')}.00000001`;
    expect([file.name, voucher.name]).toEqual([`${name}.xml`, `${name}.voucher.xml`]);
    expect(field(voucher.bytes, 'fileName')).toBe(file.name);
    expect(field(voucher.bytes, 'fileSize')).toBe(String(file.bytes.length));
    expect(field(voucher.bytes, 'sha256')).toBe(createHash('sha256').update(file.bytes).digest('hex'));
    expect(field(voucher.bytes, 'recordCount')).toBe('1');
    expect(text).toContain('<lastName>Kestelaar &amp; &lt;Co&gt;</lastName>');
    expect(text).toContain('<environment>T</environment>');
  });

  it('has a number without a gap, also on a day without a change, and per receiver', () => {
    inscribe(BERK, SAMPLE.active);
    expect([emitted(), emitted()].map((one) => [one.fileSequenceNumber, one.recordCount])).toEqual([
      [1, 0],
      [2, 0],
    ]);
    cancelNumber(bench.parts, { ssin: SAMPLE.active });
    expect(emitted()).toMatchObject({ fileSequenceNumber: 3, recordCount: 1 });
    expect(emitted(PARK)).toMatchObject({ fileSequenceNumber: 1, recordCount: 0 });
    expect(emitted()).toMatchObject({ fileSequenceNumber: 4, recordCount: 0 });
  });

  it('tells of numbers whenever there was a line, and of data only while one is running', () => {
    inscribe(BERK, SAMPLE.active, '2020-01-01', '2020-12-31');
    changeIdentity(bench.parts, { ssin: SAMPLE.active, type: 'NAME', person: { lastName: 'Anders' } });
    const present = newNumber(replaceNumber(bench.parts, { ssin: SAMPLE.active }));
    expect(emitted().told).toEqual([`REPLACEMENT ${SAMPLE.active}`]);
    expect(bench.parts.inscriptions.ofNumber(present)).toMatchObject([{ owner: BERK, begin: '2020-01-01' }]);
    expect(emitted(PARK, { everybody: true }).told).toEqual([
      `REPLACEMENT ${SAMPLE.active}`,
      `NAME ${SAMPLE.active}`,
    ]);
  });

  it('has numbers first, and one event of a kind, number and day: the last', () => {
    inscribe(BERK, SAMPLE.active);
    inscribe(BERK, SAMPLE.bis);
    changeIdentity(bench.parts, { ssin: SAMPLE.active, type: 'NAME', person: { lastName: 'Eerst' } });
    changeIdentity(bench.parts, { ssin: SAMPLE.active, type: 'NAME', person: { lastName: 'Dan' } });
    changeIdentity(bench.parts, {
      ssin: SAMPLE.active,
      type: 'DECEASE',
      person: { deceaseDate: '2026-11-28' },
    });
    cancelNumber(bench.parts, { ssin: SAMPLE.bis });
    const { told, text } = emitted();
    expect(told).toEqual([`CANCELLATION ${SAMPLE.bis}`, `NAME ${SAMPLE.active}`, `DECEASE ${SAMPLE.active}`]);
    expect(text).not.toContain('Eerst');
    expect(text).toContain(`<ssin canceled="true">${SAMPLE.bis}</ssin></mutation>`);
    expect(text).toContain('<deceaseDate>2026-11-28</deceaseDate>');
  });

  it('tells of an employer’s declaration to those who subscribed and know the person', () => {
    inscribe(BERK, SAMPLE.active);
    inscribe(PARK, SAMPLE.active);
    bench.parts.cbssAccess.subscribe({ owner: PARK, flow: 'dimonaMutation', context: 'EMPLOYEE' });
    declareDimona(bench.parts, {
      ssin: SAMPLE.active,
      employerCbeNumber: BERK,
      action: 'IN',
      beginDate: '2026-12-01',
    });
    expect(emitted(PARK).text).toContain(
      `<dimona><employerCbeNumber>${BERK}</employerCbeNumber><action>IN</action><period><beginDate>2026-12-01</beginDate></period></dimona>`,
    );
    expect(emitted(BERK).recordCount).toBe(0);
  });

  it('is written before its voucher, and never half', () => {
    const folder = mkdtempSync(join(tmpdir(), 'practice-day-file-'));
    try {
      const { files, file } = emitted();
      writeInto(folder, files);
      expect(readdirSync(folder).sort()).toEqual(files.map(({ name }) => name).sort());
      expect(readFileSync(join(folder, file.name)).equals(file.bytes)).toBe(true);
      writeFileSync(join(folder, 'a file'), '');
      expect([folder, join(folder, 'a file'), join(folder, 'nowhere'), 'relative'].map(isFolder)).toEqual([
        true,
        false,
        false,
        false,
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a number that is replaced', () => {
  const FIEN = '01010199669';

  it('takes what the other services hold with it: the worker, the employment and the trainings', () => {
    const subject = { enterpriseNumber: BERK, insz: FIEN, year: 2023 };
    const { world } = bench.parts;
    const present = newNumber(replaceNumber(bench.parts, { ssin: FIEN }));
    expect(world.worker(FIEN)).toMatchObject({ state: 'replaced', replacedBy: present });
    expect(world.worker(present)).toMatchObject({ familyName: 'Aardewijn', state: 'active' });
    expect(world.employment(BERK, FIEN)).toBeUndefined();
    expect(world.employment(BERK, present)).toMatchObject({ startDate: '2021-03-01' });
    const years = bench.database.prepare(
      'SELECT insz FROM training WHERE enterprise_number = ? AND year = ?',
    );
    expect(years.all(BERK, subject.year)).toEqual([{ insz: present }]);
    expect(resolve(bench.parts, FIEN)).toMatchObject({ state: 'active', person: { ssin: present } });
  });

  it('may go on to another, or to somebody who has the number already, whose lines take in the old ones', () => {
    inscribe(BERK, SAMPLE.bis, '2023-01-01', '2024-03-31');
    inscribe(BERK, SAMPLE.activeWoman, '2024-03-01');
    replaceNumber(bench.parts, { ssin: SAMPLE.bis, newSsin: SAMPLE.activeWoman });
    expect(bench.parts.inscriptions.ofOwner(BERK)).toMatchObject([
      { ssin: SAMPLE.activeWoman, begin: '2023-01-01', end: null },
    ]);
    const present = newNumber(replaceNumber(bench.parts, { ssin: SAMPLE.activeWoman }));
    expect(resolve(bench.parts, SAMPLE.bis)).toMatchObject({ state: 'active', person: { ssin: present } });
    expect(emitted().told).toEqual([`REPLACEMENT ${SAMPLE.bis}`, `REPLACEMENT ${SAMPLE.activeWoman}`]);
  });

  it('by a cancelled one keeps its lines', () => {
    inscribe(BERK, SAMPLE.active);
    replaceNumber(bench.parts, { ssin: SAMPLE.active, newSsin: SAMPLE.cancelledNew });
    expect(bench.parts.inscriptions.ofNumber(SAMPLE.active)).toHaveLength(1);
    expect(resolve(bench.parts, SAMPLE.active)).toMatchObject({ state: 'cancelled' });
  });

  it.each([
    ['by itself', SAMPLE.active, SAMPLE.active],
    ['by one that is not valid', SAMPLE.active, '85070399769'],
    ['by one that was replaced', SAMPLE.active, SAMPLE.replaced],
    ['that is not in use', SAMPLE.replaced, SAMPLE.active],
    ['that nobody has', SAMPLE.unknown, SAMPLE.active],
  ])('%s is refused, and nothing happens', (_what, ssin, newSsin) => {
    expect(replaceNumber(bench.parts, { ssin, newSsin })).toHaveProperty('refused');
    expect(bench.parts.events.lastId()).toBe(0);
  });

  it('that runs in a circle leads to nobody', () => {
    const circle = {
      lastName: 'X',
      givenNames: [],
      birthDate: '1985-07-03',
      genderCode: 1,
      register: 'RR',
      state: 'replaced',
    } as const;
    bench.parts.persons.save({ ...circle, ssin: SAMPLE.active, replacedBy: SAMPLE.activeWoman });
    bench.parts.persons.save({ ...circle, ssin: SAMPLE.activeWoman, replacedBy: SAMPLE.active });
    expect(resolve(bench.parts, SAMPLE.active).state).toBe('cancelled');
    expect(personOf(bench.parts, SAMPLE.unknown)).toBeUndefined();
  });
});
