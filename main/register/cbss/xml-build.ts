// XML that we write: a tree of elements in, text out. Every text and attribute is escaped here, and nowhere is XML put together by hand.

export type XmlPart = XmlElement | string;
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlPart[];
};

export const element = (
  name: string,
  children: readonly XmlPart[] | string = [],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement => ({ name, attributes, children: typeof children === 'string' ? [children] : children });

/** An element with a text, or none where there is none. */
export const optional = (name: string, text: string | number | null | undefined): XmlElement[] =>
  text === null || text === undefined || text === '' ? [] : [element(name, String(text))];

/** What XML 1.0 cannot hold in any spelling (§2.2), lone halves of a character included. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** False: the text has a character that no XML can hold. */
export const isWritable = (text: string): boolean => !unwritable.test(text);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Line ends and tabs as references: a reader would make others of them, and the signature would no longer fit. */
const escaped = (text: string): string => {
  if (!isWritable(text)) throw new RangeError('no XML can hold this text');
  return text.replace(
    /[&<>"\r\n\t]/g,
    (char) => entities[char] ?? `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`,
  );
};

const nameForm = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;
const checked = (name: string): string => {
  if (!nameForm.test(name)) throw new RangeError('no name of XML');
  return name;
};

/** The text of a tree. Throws a RangeError for a character that XML cannot hold: see `isWritable`. */
export function xmlText(part: XmlPart): string {
  if (typeof part === 'string') return escaped(part);
  const attributes = Object.entries(part.attributes).map(
    ([name, value]) => ` ${checked(name)}="${escaped(value)}"`,
  );
  const name = checked(part.name);
  return `<${name}${attributes.join('')}>${part.children.map(xmlText).join('')}</${name}>`;
}
