// A distinguished name on one line, as people read it: `CN=Zalen Het Park, O=Zalen Het Park, C=BE`.

/** Node writes one attribute a line and escapes signs; for the eye that is undone. At most 1,000 characters. */
export function subjectText(lines: string | undefined): string {
  return (lines ?? '').split('\n').filter(Boolean).join(', ').replace(/\\(.)/g, '$1').slice(0, 1_000);
}

/** All values of one attribute, for example `CN`. */
export function attributeValues(lines: string | undefined, ...names: string[]): string[] {
  return (lines ?? '').split('\n').flatMap((line) =>
    line.split(/(?<!\\) ?\+ ?/).flatMap((piece) => {
      const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(piece) ?? [];
      return names.includes(name) ? [value.replace(/\\(.)/g, '$1').trim()] : [];
    }),
  );
}
