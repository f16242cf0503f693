// A key by which names that sound alike are found. The algorithm of the Crossroads Bank is not published: this is not it. It writes
// sounds of Dutch, French and German names in one way and leaves out vowels but the first. Deterministic.

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[^A-Z]/g, ''],
  [/SCH/g, 'S'],
  [/PH/g, 'F'],
  [/TH/g, 'T'],
  [/(CK|QU|Q)/g, 'K'],
  [/CH/g, 'G'],
  [/C(?=[EIY])/g, 'S'],
  [/C/g, 'K'],
  [/X/g, 'KS'],
  [/(Z|SZ)/g, 'S'],
  [/V/g, 'F'],
  [/W/g, 'F'],
  [/(DT|D|TT)$/g, 'T'],
  [/(IJ|EI|EY|AY|AI)/g, 'Y'],
  [/H/g, ''],
];

/** `Vandersmissen` and `Van der Smissen` → the same key; empty where there is no letter. */
export const soundKey = (name: string): string => {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replaceAll('ß', 'SS');
  const written = SOUNDS.reduce((text, [from, to]) => text.replace(from, to), letters);
  const first = written.slice(0, 1);
  const rest = written.slice(1).replace(/[AEIOUY]/g, '');
  return (/[AEIOUY]/.test(first) ? 'A' : first) + rest.replace(/(.)\1+/g, '$1');
};
