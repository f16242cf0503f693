// A file of the feed against its voucher, the schema and what no schema can say: what is wrong is named, with its place, and never more.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../../main/register/feed/check-file.ts';
import type { StagedBlock, Voucher } from '../../../../main/register/feed/feed-values.ts';
import { readVoucher } from '../../../../main/register/feed/read-voucher.ts';
import { readBlock } from '../../../../main/register/feed/staged-block.ts';
import { type MadeFile, type MadeMutation, makeFeed } from '../../../support/feed-files.ts';

const person = { lastName: 'Kestelaar', givenNames: ['Bruno', 'Jan'] };
const name: MadeMutation = { type: 'NAME', insz: '85070399768', person };
const replaced: MadeMutation = { type: 'REPLACEMENT', insz: '85270399714', newInsz: '85070399768' };

type Change = (file: Buffer) => { bytes?: Buffer; name?: string; voucher?: Partial<Voucher> };

function check(made: MadeFile, change: Change = () => ({})) {
  const { file, voucher } = makeFeed(made);
  const read = readVoucher({ bytes: voucher.bytes });
  if ('refused' in read) throw new Error(`the voucher was refused: ${read.refused.code}`);
  const { bytes = file.bytes, name: named = file.name, voucher: said = {} } = change(file.bytes);
  const blocks: StagedBlock[] = [];
  const answer = checkFile(
    { name: named, bytes, voucher: { ...read.voucher, ...said }, environment: 'T' },
    () => {},
    (part) => blocks.push(readBlock(part as Uint8Array)),
  );
  return { answer, blocks, text: file.bytes.toString() };
}

const refusedBy = (made: MadeFile, change?: Change) => {
  const { answer, blocks } = check(made, change);
  expect(blocks).toEqual([]);
  return 'refused' in answer ? answer.refused : null;
};

describe('a sound file', () => {
  it('is handed over with its numbers first, each mutation once', () => {
    const mutations = [name, replaced, name, { type: 'CANCELLATION', insz: '90021599868', cancelled: true }];
    const { answer, blocks } = check({ mutations });
    expect(answer).toMatchObject({
      records: 4,
      repeated: 1,
      header: { sequence: 1, sender: '0999999922', referenceDate: '2025-03-01' },
    });
    expect(blocks).toMatchObject([
      {
        numbers: [
          { insz: '85270399714', newInsz: '85070399768' },
          { insz: '90021599868', newInsz: null },
        ],
      },
      {
        data: [
          {
            type: 'NAME',
            day: '2025-03-01',
            person: { lastName: 'Kestelaar', givenNames: 'Bruno Jan', genderCode: 1, deceaseDate: null },
          },
        ],
      },
    ]);
  });

  it('may be of a day on which nothing happened', () => {
    expect(check({}).answer).toMatchObject({ records: 0 });
  });

  it('keeps no sign of a name that turns or hides what stands around it', () => {
    const turned = {
      ...name,
      person: { lastName: '\u202eKeste\u200blaar', givenNames: ['Bru\u2066no', '\u200fJan'] },
    };
    const { blocks } = check({ mutations: [turned] });
    expect(blocks).toMatchObject([
      { data: [{ person: { lastName: 'Kestelaar', givenNames: 'Bruno Jan' } }] },
    ]);
  });

  it('keeps every sign of a name, and what Dimona tells', () => {
    const odd = { ...name, person: { lastName: 'D’Hoñdt & <Zoon>', givenNames: ['Zoë'] } };
    const dimona = {
      type: 'DIMONA',
      insz: '85070399768',
      dimona: { employerNumber: '0999999922', action: 'IN', begin: '2025-03-03' },
    };
    const { blocks } = check({ mutations: [odd, dimona] });
    expect(blocks).toMatchObject([
      {
        data: [
          { person: { lastName: 'D’Hoñdt & <Zoon>', givenNames: 'Zoë' } },
          { person: null, dimona: { action: 'IN', begin: '2025-03-03', end: null } },
        ],
      },
    ]);
  });
});

describe('before anything is parsed', () => {
  const made = { mutations: [name] };

  it.each<[string, Change, string]>([
    ['another name', () => ({ name: 'CBSSINS.MUT.0999999031.20250301.00000002.xml' }), 'nameMismatch'],
    ['a byte more', (file) => ({ bytes: Buffer.concat([file, Buffer.from(' ')]) }), 'sizeMismatch'],
    [
      'a byte that is another',
      (file) => ({ bytes: Buffer.from(file.toString().replace('Kestelaar', 'Kestelaer')) }),
      'hashMismatch',
    ],
    ['another count', () => ({ voucher: { records: 2 } }), 'countMismatch'],
  ])('%s is refused', (_, change, code) => {
    expect(refusedBy(made, change)).toMatchObject({ code });
  });

  it('tells what was expected and found', () => {
    expect(refusedBy(made, () => ({ voucher: { records: 2 } }))).toMatchObject({ expected: '2', found: '1' });
  });
});

describe('what a text may not be', () => {
  const with_ = (change: (xml: string) => string): MadeFile => ({ mutations: [name], change });
  it.each([
    [
      'a DOCTYPE',
      (xml: string) => xml.replace('<m:', '<!DOCTYPE m>\n<m:'),
      { code: 'notAllowed', line: 2, column: 1 },
    ],
    [
      'an entity',
      (xml: string) => xml.replace('<m:', '<!ENTITY a "b">\n<m:'),
      { code: 'notAllowed', line: 2 },
    ],
    [
      'a processing instruction',
      (xml: string) => xml.replace('<person>', '<?x 1?><person>'),
      { code: 'notAllowed', line: 6 },
    ],
    ['cut off', (xml: string) => xml.slice(0, -10), { code: 'damaged', line: 7 }],
    ['two roots', (xml: string) => `${xml}<a/>`, { code: 'damaged', line: 7 }],
    [
      'an entity that nobody declared',
      (xml: string) => xml.replace('Bruno', '&x;'),
      { code: 'damaged', line: 6 },
    ],
    [
      'UTF-16 by its declaration',
      (xml: string) => xml.replace('UTF-8', 'UTF-16'),
      { code: 'notUtf8', line: 1 },
    ],
  ])('%s', (_, change, refused) => {
    expect(refusedBy(with_(change))).toMatchObject(refused);
  });

  it.each<[string, (file: Buffer) => Buffer]>([
    ['bytes that are no UTF-8', (file) => Buffer.from(file.toString(), 'latin1')],
    ['a mark of the order of bytes', (file) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), file])],
    ['UTF-16', (file) => Buffer.from(file.toString(), 'utf16le')],
  ])('%s', (_, spoil) => {
    const spoiled: Change = (file) => {
      const bytes = spoil(file);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { bytes, voucher: { bytes: bytes.length, sha256 } };
    };
    const made = { mutations: [{ ...name, person: { lastName: 'Kestelaar', givenNames: ['Br\u00fcno'] } }] };
    expect(refusedBy(made, spoiled)).toMatchObject({ code: 'notUtf8' });
  });
});

describe('what is not in the schema is refused with line and column', () => {
  it.each([
    ['a type that is none', '<type>NAME', '<type>NAAM'],
    ['a number that is none', '<ssin>85070399768', '<ssin>85139999999'],
    ['an element too many', '<person><lastName>Kestelaar', '<remark/><person><lastName>Kestelaar'],
    ['a letter of no environment', '<environment>T', '<environment>X'],
  ])('%s', (_, was, is) => {
    const other = { ...name, insz: '90021599868', type: 'GENDER', person: { lastName: 'Dorpsveld' } };
    const { answer, text } = check({
      mutations: [other, name, other],
      change: (xml) => xml.replace(was, is),
    });
    const before = text.slice(0, text.indexOf(is)).split('\n');
    const refused = 'refused' in answer ? answer.refused : null;
    // Values are of persons: nothing of them is told.
    expect(refused).toEqual({
      ...{ code: 'notInSchema', expected: null, found: null },
      ...{ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    });
  });

  it.each([
    ['a replacement without its new number', { type: 'REPLACEMENT', insz: '85070399768' }],
    ['a cancellation that cancels nothing', { type: 'CANCELLATION', insz: '85070399768' }],
    ['a name without its person', { type: 'NAME', insz: '85070399768' }],
    ['a Dimona without its facts', { type: 'DIMONA', insz: '85070399768' }],
  ])('%s', (_, mutation) => {
    expect(refusedBy({ mutations: [name, mutation] })).toMatchObject({ code: 'notInSchema', line: 7 });
  });
});

describe('header and voucher', () => {
  it.each([
    [
      'another number',
      { change: (xml: string) => xml.replace('<fileSequenceNumber>1', '<fileSequenceNumber>2') },
      { code: 'sequenceMismatch', expected: '1', found: '2' },
    ],
    ['another environment', { environment: 'P' }, { code: 'environmentNotOurs', expected: 'T', found: 'P' }],
    [
      'another receiver',
      { change: (xml: string) => xml.replace('<cbeNumber>0999999031', '<cbeNumber>0999999130') },
      { code: 'receiverNotOurs' },
    ],
  ])('%s is refused', (_, made, refused) => {
    expect(refusedBy(made)).toMatchObject(refused);
  });

  it.each([
    ['cut off', (xml: string) => xml.slice(0, -5), 'voucherDamaged'],
    ['with a DOCTYPE', (xml: string) => xml.replace('<v:', '<!DOCTYPE v><v:'), 'voucherDamaged'],
    ['without a hash', (xml: string) => xml.replace(/<sha256>.*<\/sha256>/, ''), 'voucherNotInSchema'],
    ['of another version', (xml: string) => xml.replace('>1.0<', '>2.0<'), 'voucherNotInSchema'],
    ['too long to be one', (xml: string) => xml.replace('<v:', `${' '.repeat(20_000)}<v:`), 'voucherDamaged'],
  ])('a voucher %s is refused', (_, voucher, code) => {
    expect(readVoucher({ bytes: makeFeed({ voucher }).voucher.bytes })).toMatchObject({ refused: { code } });
  });
});
