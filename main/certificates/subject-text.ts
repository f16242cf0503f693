// A distinguished name on one line, as people read it: `CN=Zalen Het Park, O=Zalen Het Park, C=BE`.

/** Node writes one attribute a line and escapes signs; for the eye that is undone. At most 1,000 characters. */
export function subjectText(lines: string | undefined): string {
  return (lines ?? '').split('\n').filter(Boolean).join(', ').replace(/\\(.)/g, '$1').slice(0, 1_000);
}

/** All values of one attribute, for example `CN`. */
export const attributeValues = (lines: string | undefined, name: string): string[] =>
  attributesOf(lines).flatMap((attribute) => (attribute.name === name ? [attribute.value] : []));

/** The values of all attributes. */
export const allValues = (lines: string | undefined): string[] =>
  attributesOf(lines).map(({ value }) => value);

/** In one walk, whatever their number. */
function attributesOf(lines: string | undefined): { name: string; value: string }[] {
  return (lines ?? '').split('\n').flatMap((line) =>
    line.split(/(?<!\\) ?\+ ?/).flatMap((piece) => {
      const [, name, value = ''] = /^([^=]+)=(.*)$/.exec(piece) ?? [];
      return name === undefined ? [] : [{ name, value: value.replace(/\\(.)/g, '$1').trim() }];
    }),
  );
}
