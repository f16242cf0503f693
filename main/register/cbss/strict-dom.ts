// XML as a tree, by a parser that takes nothing that is not well-formed, and the few looks into it that answers need.
import { DOMParser, type Element, type Node } from '@xmldom/xmldom';

/** Throws for everything that a lenient parser would mend. Only for a text that guard-xml.ts let through. */
export function strictRoot(text: string): Element {
  const parser = new DOMParser({
    onError: (_level, message) => {
      throw new SyntaxError(message);
    },
  });
  const root = parser.parseFromString(text, 'text/xml').documentElement;
  if (root === null) throw new SyntaxError('no root');
  return root;
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Elements directly under one, by local name where one is asked for. */
export function elements(parent: Element, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling)
    if (isElement(node) && (names.length === 0 || names.includes(node.localName ?? ''))) found.push(node);
  return found;
}

/** Along a way of local names; null where a step is missing. */
export function elementAt(start: Element, ...way: readonly string[]): Element | null {
  let at: Element | undefined = start;
  for (const name of way) {
    at = elements(at, name)[0];
    if (at === undefined) return null;
  }
  return at;
}

/** Its text without the blanks around it, and no more of it than fits. */
export const textOf = (node: Element, most = 256): string => (node.textContent ?? '').trim().slice(0, most);

export function textAt(start: Element, way: readonly string[], most = 256): string | null {
  const found = elementAt(start, ...way);
  return found === null ? null : textOf(found, most);
}
