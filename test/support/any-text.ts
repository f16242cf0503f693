// Texts of any UTF-16 units, lone surrogates and control characters among them, for properties that must hold of every
// text. The library's own `binary` texts need seconds to lay their table of characters in each process.
import fc from 'fast-check';

const plain = fc.integer({ min: 0x20, max: 0x7e });
const any = fc.integer({ min: 0, max: 0xffff });

/** At most `maxLength` units; half of them plain letters and signs, so that the text is no mere noise. */
export const anyText = (maxLength = 100): fc.Arbitrary<string> =>
  fc.array(fc.oneof(plain, any), { maxLength }).map((units) => String.fromCharCode(...units));
