// The second net of the log: masks what looks like a social-security number, a token or a key. The first net is the
// type of the log itself, which takes codes, ids, numbers and durations only.

/** Eleven digits in any grouping: `85073003328`, `85.07.30-033.28`, `850730 033 28`. */
const INSZ = /(?<!\d)\d(?:[ .\-/]?\d){10}(?!\d)/g;
/** Three base64url fields joined by dots, the first an encoded JSON object: a JWT. */
const JWT = /eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g;
const PEM = /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g;
/** Internal ids are UUIDs, whose hexadecimal groups may by chance hold eleven digits. */
const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;

/** `worker 85.07.30-033.28 refused` gives `worker [number] refused`. */
export function maskText(text: string): string {
  const masked = text.replace(PEM, '[key]').replace(JWT, '[token]');
  let out = '';
  let from = 0;
  for (const id of masked.matchAll(UUID)) {
    out += masked.slice(from, id.index).replace(INSZ, '[number]') + id[0];
    from = id.index + id[0].length;
  }
  return out + masked.slice(from).replace(INSZ, '[number]');
}

/** The frames of an error's stack without its message, which may quote data. */
export function stackOf(error: unknown): string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  return error.stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12)
    .map((line) =>
      maskText(line.replace(/(?:file:\/\/)?\/[^\s)]*\/(?=(?:main|out|preload|node_modules)\/)/g, '')),
    );
}
