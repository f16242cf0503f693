// DER in and out: lengths at their edges, object ids, and reading that never throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCertificate } from '../../../main/practice/chaman/certificate-criteria.ts';
import { readChildren, readNode, readObjectId } from '../../../main/practice/tls/der-read.ts';
import { integer, objectId, octetString, sequence, time } from '../../../main/practice/tls/der-write.ts';

describe('DER', () => {
  it.each([0, 1, 127, 128, 255, 256, 65_535, 65_536])('reads back a length of %i', (length) => {
    const node = readNode(octetString(Buffer.alloc(length, 1)));
    expect(node?.content.length).toBe(length);
  });
  it.each(['2.5.29.15', '1.2.840.113549.1.1.11', '1.3.6.1.5.5.7.3.1', '2.16.840.1.101.3.4.2.1'])(
    'reads back %s',
    (id) => expect(readObjectId(readNode(objectId(id)))).toBe(id),
  );
  it('keeps integers positive and short', () => {
    expect(integer(Buffer.from([0, 0, 0x80])).toString('hex')).toBe('02020080');
    expect(integer(Buffer.from([0x7f])).toString('hex')).toBe('02017f');
  });
  it('writes years from 2050 on with four digits', () => {
    expect(time(new Date('2049-12-31T23:59:59Z'))[0]).toBe(0x17);
    expect(time(new Date('2050-01-01T00:00:00Z')).toString('latin1')).toContain('20500101000000Z');
  });
  it('finds the children of a sequence, or nothing when one is cut off', () => {
    const whole = sequence(octetString(Buffer.from('ab')), integer(Buffer.from([5])));
    expect(readChildren(readNode(whole))).toHaveLength(2);
    expect(readNode(whole.subarray(0, -1))).toBeUndefined();
  });
  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const node = readNode(Buffer.from(bytes));
        readChildren(node);
        readObjectId(node);
        return judgeCertificate(Buffer.from(bytes), 0).certificate === undefined;
      }),
    );
  });
});
