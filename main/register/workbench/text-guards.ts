// What a message may not hold, seen in its text before any parser reads it (contract §6.2, §13): each has turned a signed value into
// another one in some reader.
import type { Guard, GuardVerdict } from '../../../preload/contract/cbss-workbench.ts';

const traps: readonly { guard: Guard; sign: RegExp }[] = [
  { guard: 'byteOrderMark', sign: /^[\ufeff\ufffe]/ },
  { guard: 'doctype', sign: /<!(DOCTYPE|ENTITY)/i },
  // The declaration at the very beginning is none.
  { guard: 'processingInstruction', sign: /(?<!^)<\?|^<\?(?!xml\s)/ },
  { guard: 'comment', sign: /<!--/ },
];

/** All four, each with the line of the first one found. */
export const textGuards = (text: string): GuardVerdict[] =>
  traps.map(({ guard, sign }) => {
    const at = sign.exec(text)?.index;
    return at === undefined
      ? { guard, state: 'passed', line: null }
      : { guard, state: 'failed', line: lineAt(text, at) };
  });

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;
