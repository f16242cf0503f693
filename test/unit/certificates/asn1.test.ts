// The reader of ASN.1: what it takes from BER, and the limits that no file gets past.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bits,
  bmpText,
  claimedLength,
  content,
  encode,
  integer,
  octets,
  oid,
  parse,
  parts,
} from '../../../main/certificates/asn1.ts';
import {
  bmpString,
  integerOf,
  octetString,
  oidOf,
  sequence,
  set,
  tagged,
} from '../../../main/certificates/asn1-build.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const unreadable = expect.objectContaining({ failure: { code: 'fileUnreadable' } });

describe('reading', () => {
  test('takes open lengths, and strings of bytes in pieces', () => {
    const node = parse(hex('30 80 24 80 04 02 0102 04 01 03 0000 02 01 05 0000'));
    const [pieces, number] = parts(node);
    expect(octets(pieces)).toEqual(hex('010203'));
    expect(integer(number)).toBe(5);
  });

  test('ignores what follows the value', () => {
    expect(content(parse(hex('04 01 07 0a')))).toEqual(hex('07'));
  });

  test.each([
    ['2a864886f70d010701', '1.2.840.113549.1.7.1'],
    ['2b0e03021a', '1.3.14.3.2.26'],
    ['60864801650304012a', '2.16.840.1.101.3.4.1.42'],
    ['5504', '2.5.4'],
    ['883703', '2.999.3'],
  ])('names the object identifier %s', (bytes, name) => {
    expect(oid(parse(Buffer.concat([Buffer.of(6, bytes.length / 2), hex(bytes)])))).toBe(name);
  });

  test('counts numbers over 48 bits as too large to be meant, and refuses negative ones', () => {
    expect(integer(parse(hex('02 07 01000000000000')))).toBe(Number.MAX_SAFE_INTEGER);
    expect(integer(parse(hex('02 02 00ff')))).toBe(255);
    expect(() => integer(parse(hex('02 01 80')))).toThrow(unreadable);
    expect(() => integer(parse(hex('02 00')))).toThrow(unreadable);
  });

  test.each([
    ['a length beyond the end', '30 05 02 01 05'],
    ['a length of five bytes', '30 85 0000000003 02 01 05'],
    ['an open length on a simple value', '04 80 01 0000'],
    ['an open length without its end', '30 80 02 01 05'],
    ['a tag number above 30', '3f 21 03 02 01 05'],
    ['a child that reaches over its parent', '30 03 02 05 01 0203'],
    ['nothing', ''],
    ['a tag alone', '30'],
  ])('refuses %s', (_, text) => {
    expect(() => parse(hex(text))).toThrow(unreadable);
  });

  test('refuses nesting deeper than any container, without exhausting the stack', () => {
    const deep = (depth: number) => {
      let node = octetString(Buffer.of(1));
      for (let at = 0; at < depth; at += 1) node = sequence(node);
      return encode(node);
    };
    expect(() => parse(deep(39))).not.toThrow();
    expect(() => parse(deep(45))).toThrow(unreadable);
    expect(() => parse(Buffer.alloc(1_000_000, hex('3080')))).toThrow(unreadable);
  });

  test('refuses more values than any container holds', () => {
    const many = (count: number) => {
      const body = Buffer.alloc(count * 2, hex('0500'));
      const head = Buffer.from([0x30, 0x84, 0, 0, 0, 0]);
      head.writeUInt32BE(body.length, 2);
      return Buffer.concat([head, body]);
    };
    expect(parts(parse(many(40_000)))).toHaveLength(40_000);
    expect(() => parse(many(60_000))).toThrow(unreadable);
  });
});

describe('what is built', () => {
  test('is read again as it was', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 40 }),
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'park', 'Crèche € 🔐'),
        (number, bytes, text) => {
          const node = sequence(integerOf(number), tagged(0, octetString(bytes)), set(bmpString(text)));
          const [first, second, third] = parts(parse(encode(node)));
          expect(integer(first)).toBe(number);
          expect(content(second ?? node)).toEqual(Buffer.from(bytes));
          expect(bmpText(parts(third)[0])).toBe(text);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(['1.2.840.113549.1.12.10.1.3', '2.16.840.1.101.3.4.2.1', '1.3.6.1.4.1.311.17.1'])(
    'names %s again',
    (name) => {
      expect(oid(parse(encode(oidOf(name))))).toBe(name);
    },
  );
});

test('a bit string loses its count of unused bits only', () => {
  expect(bits(parse(hex('03 02 07 80')))).toEqual(hex('80'));
});

test.each([
  ['30 03 020105', 5],
  ['30 82 0100', 260],
  ['30 80 0201', 'open'],
  ['30 84', Number.MAX_SAFE_INTEGER],
  ['30 85 0000000001', null],
  ['31 03', null],
  ['30', null],
])('the length that %s claims is %s', (bytes, length) => {
  expect(claimedLength(hex(bytes))).toBe(length);
});
