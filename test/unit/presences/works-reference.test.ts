// The number of a declaration of works as people paste and scan it, and the addresses that must not be trusted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBelow, readWorksReference } from '../../../main/presences/read-reference.ts';
import {
  formatWorksReference,
  parseWorksReference,
} from '../../../preload/rules/presences/works-reference.ts';
import { anyText } from '../../support/any-text.ts';

const REF = '9ZX4K7R2M5T8W';
const domains = ['socialsecurity.be', 'fgov.be'];
const found = (text: string, ...origins: string[]) => readWorksReference(text, { domains, origins });

const reference = fc
  .array(fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'), { minLength: 13, maxLength: 13 })
  .map((letters) => letters.join(''));

describe('the number', () => {
  it.each([
    REF,
    '9zx4 k7r2 m5t8 w',
    '9ZX4-K7R2-M5T8-W',
    '9ZX4.K7R2.M5T8.W',
    `\u00a09ZX4\u202fK7R2\u00a0M5T8 W\n`,
    '9ZX4–K7R2—M5T8-W',
  ])('is read from %j', (text) => {
    expect(parseWorksReference(text)).toBe(REF);
    expect(found(text)).toEqual({ kind: 'found', reference: REF, url: null });
  });

  it('says which letters cannot be', () => {
    expect(found('9ZX4K7R2M5TIO')).toEqual({
      kind: 'wrongLetters',
      letters: ['I', 'O'],
      suggestion: '9ZX4K7R2M5T10',
    });
  });

  it('says how long a wrong one is', () => {
    expect(found('9ZX4K7R2M5T8')).toEqual({ kind: 'wrongLength', length: 12 });
    expect(found('9ZX4K7R2M5T8WW')).toEqual({ kind: 'wrongLength', length: 14 });
  });

  it('is written in groups and read back', () => {
    expect(formatWorksReference(REF)).toBe('9ZX4 K7R2 M5T8 W');
    fc.assert(fc.property(reference, (value) => parseWorksReference(formatWorksReference(value)) === value));
  });

  it('is found in a sentence, and asked for when there are two', () => {
    expect(found(`Nummer: ${REF}, geldig`)).toMatchObject({ kind: 'found', reference: REF });
    expect(found(`${REF}; 1Y1003SQ5VSSZ`)).toMatchObject({ kind: 'several' });
  });

  it.each(['', '   '])('%j is nothing', (text) => expect(found(text)).toEqual({ kind: 'empty' }));
  it('ordinary words are unreadable', () => expect(found('the site')).toEqual({ kind: 'unreadable' }));
});

describe('a code for something else', () => {
  it.each([
    ['WIFI:T:WPA;S:kantoor;P:geheim;;', 'network'],
    [
      'BEGIN:VCARD\nVERSION:3.0\nURL:https://checkinout.socialsecurity.be/9ZX4K7R2M5T8W\nEND:VCARD',
      'contact',
    ],
    ['MECARD:N:Els;;', 'contact'],
    ['tel:+3221234567', 'phone'],
    ['mailto:els@example.be', 'mail'],
    ['geo:50.85,4.35', 'place'],
    ['BCD\n002\n1\nSCT', 'payment'],
    ['BEGIN:VEVENT\nEND:VEVENT', 'event'],
  ])('%j is told from a number, and not repeated', (text, what) => {
    expect(found(text)).toEqual({ kind: 'otherCode', what });
  });
});

describe('an address', () => {
  const base = 'https://checkinout.socialsecurity.be';
  it.each([
    `${base}/registration?workplace=${REF}`,
    `${base}/registration?a=1&workplace=${REF.toLowerCase()}`,
    `${base}/r/${REF}`,
    `${base}/r/${REF}/in`,
    `${base}/#/site/${REF}`,
    `${base}/#/site?ref=${REF}`,
    `${base}/#${REF}`,
    `${base}/?w=9ZX4%20K7R2%20M5T8%20W`,
    `${base}/?w=9ZX4-K7R2-M5T8-W`,
    `${base}/?${REF}`,
  ])('%s gives the number, and itself byte for byte', (url) => {
    expect(found(url)).toEqual({ kind: 'found', reference: REF, url });
  });

  it('is read out of a message around it', () => {
    const url = `${base}/r/${REF}`;
    expect(found(`Scan of klik: ${url}\nGroeten`)).toEqual({ kind: 'found', reference: REF, url });
  });

  it('with two numbers asks which', () => {
    expect(found(`${base}/${REF}?w=1Y1003SQ5VSSZ`)).toMatchObject({
      kind: 'several',
      references: ['1Y1003SQ5VSSZ', REF],
    });
    expect(found(`${base}/${REF}?w=${REF}`)).toMatchObject({ kind: 'found' });
  });

  it('without a number says so', () => {
    expect(found(`${base}/registration`)).toMatchObject({ kind: 'noNumber' });
    expect(found(`${base}/%E0%A4%A`)).toMatchObject({ kind: 'noNumber' });
  });

  it.each([
    `https://checkinout.socialsecurity.be.example.com/r/${REF}`,
    `https://socialsecurity.be@example.com/r/${REF}`,
    `https://checkinout.socialsecurity.be@example.com/${REF}`,
    `https://user@checkinout.socialsecurity.be/${REF}`,
    `http://checkinout.socialsecurity.be/r/${REF}`,
    `https://evilsocialsecurity.be/r/${REF}`,
    `https://checkinout.socialsecurıty.be/r/${REF}`,
    `https://checkinout-socialsecurity.be/r/${REF}`,
    `https://bit.ly/${REF}`,
    `https://127.0.0.1:4000/registration?workplace=${REF}`,
  ])('%s is somebody else’s', (url) => {
    expect(found(url).kind).toBe('foreign');
  });

  it.each([
    [`https://bit.ly/${REF}`, 'host', 'bit.ly'],
    [`https://checkinout.socialsecur\u0131ty.be/r/${REF}`, 'host', 'checkinout.xn--socialsecurty-ebc.be'],
    [`http://checkinout.socialsecurity.be/r/${REF}`, 'plain', 'checkinout.socialsecurity.be'],
    [`https://checkinout.socialsecurity.be:8443/${REF}`, 'port', 'checkinout.socialsecurity.be:8443'],
    [`https://user@checkinout.socialsecurity.be/${REF}`, 'user', 'checkinout.socialsecurity.be'],
    [`https://socialsecurity.be@example.com/r/${REF}`, 'user', 'example.com'],
    [`https://www.socialsecurity.be/redirect?to=https://evil.example/&n=${REF}`, 'host', 'evil.example'],
    [`https://www.socialsecurity.be/r?to=https%3A%2F%2Fevil.example&n=${REF}`, 'host', 'evil.example'],
    [`https://www.socialsecurity.be/r?to=%252F%252Fevil.example&n=${REF}`, 'host', 'evil.example'],
    [
      `https://www.socialsecurity.be/r?to=//user@fgov.be.evil.example/&n=${REF}`,
      'host',
      'fgov.be.evil.example',
    ],
  ])('%s is distrusted for its %s', (url, why, host) => {
    expect(found(url)).toMatchObject({ kind: 'foreign', why, host });
  });

  it('may lead on within the authority', () => {
    const url = `https://www.socialsecurity.be/r?to=https://checkinout.socialsecurity.be/&n=${REF}`;
    expect(found(url)).toMatchObject({ kind: 'found', reference: REF });
  });

  it.each(['javascript:', 'data:text/html,', 'file:///', 'ftp://x/'])(
    '%s is no way to write a number',
    (scheme) => {
      expect(found(scheme + REF)).toEqual({ kind: 'unreadable' });
    },
  );

  it('of practice counts where it is named', () => {
    const url = `http://127.3.2.1:4000/registration?workplace=${REF}`;
    expect(found(url, 'http://127.3.2.1:4000')).toEqual({ kind: 'found', reference: REF, url });
    expect(found(url, 'http://127.3.2.1:4001').kind).toBe('foreign');
  });

  it('is official only at or below the domains of the authorities', () => {
    expect(isBelow('socialsecurity.be', domains)).toBe(true);
    expect(isBelow('a.b.fgov.be', domains)).toBe(true);
    expect(isBelow('xsocialsecurity.be', domains)).toBe(false);
  });
});

it('never throws, and trusts no address but an encrypted one', () => {
  fc.assert(
    fc.property(anyText(120), (text) => {
      const result = found(text);
      return result.kind !== 'found' || result.url === null || /^https:/i.test(result.url);
    }),
    { numRuns: 300 },
  );
});

it('finds the number whatever else stands in the address', () => {
  const word = fc.stringMatching(/^[a-z]{0,8}$/);
  fc.assert(
    fc.property(reference, fc.array(word, { maxLength: 4 }), word, (value, path, name) => {
      const url = `https://checkinout.socialsecurity.be/${path.join('/')}?x=1&${name}=${value}`;
      const result = found(url);
      return result.kind === 'found' && result.reference === value && result.url === url;
    }),
  );
});
