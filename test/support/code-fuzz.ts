// Pictures and documents with a code that were damaged, cut, mixed or made up, for the reader of codes to survive.
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { bmpOf, gifOf, jpegOf, modulesOf, pdfOf, pdfWith, pngOf } from './code-pictures.ts';

const modules = modulesOf('https://checkinout.socialsecurity.be/registration?workplace=9ZX4K7R2M5T8W');
const whole = [pngOf(modules, 3), bmpOf(modules, 2), gifOf(modules, 2), jpegOf(modules), pdfOf([modules])];

type Damage = { at: number; byte: number };
const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) }), {
  minLength: 1,
  maxLength: 24,
});

const changed = (bytes: Uint8Array, all: readonly Damage[]): Buffer => {
  const copy = Buffer.from(bytes);
  for (const { at, byte } of all) copy[at % copy.length] = byte;
  return copy;
};

/** Operators of a page's content, with numbers that make no sense. */
const operator = fc.tuple(
  fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer()), { maxLength: 6 }),
  fc.constantFrom('re', 'f', 'm', 'l', 'c', 'cm', 'q', 'Q', 'S', 'W n', 'Do', 'BT', 'ET', 'Tf', 'sh', 'w'),
);
const box = fc.array(fc.oneof(fc.integer(), fc.double({ noNaN: true })), { minLength: 4, maxLength: 4 });

export const brokenPictures = fc.oneof(
  fc.tuple(fc.constantFrom(...whole), damage).map(([bytes, all]) => changed(bytes, all)),
  fc
    .tuple(fc.constantFrom(...whole), fc.nat(), damage)
    .map(([bytes, end, all]) => changed(bytes.subarray(0, 1 + (end % bytes.length)), all)),
  fc
    .tuple(fc.constantFrom(...whole), fc.constantFrom(...whole), fc.nat())
    .map(([head, tail, at]) => Buffer.concat([head.subarray(0, 1 + (at % 200)), tail.subarray(at % 64)])),
  fc
    .tuple(
      fc.constantFrom('\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'GIF89a', 'BM', '%PDF-1.7\n'),
      fc.uint8Array({ maxLength: 2_000 }),
    )
    .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest])),
  fc.tuple(fc.array(operator, { maxLength: 200 }), box).map(([operators, sides]) => {
    const text = operators.map(([numbers, name]) => `${numbers.join(' ')} ${name}`).join('\n');
    return pdfWith([{ stream: deflateSync(Buffer.from(text, 'latin1')), box: sides.join(' ') }]);
  }),
);

/** What may come out of a file that nobody vouches for. */
export const expectedFailures = ['pictureKindUnknown', 'pictureTooLarge', 'pictureDamaged', 'pdfEncrypted'];
