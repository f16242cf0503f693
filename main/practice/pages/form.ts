// Reads what a form of the portal sent: url-encoded fields, or multipart with a file (RFC 7578).

export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

export interface Form {
  /** The first value of a field, trimmed; empty when it was not sent. */
  text(name: string): string;
  /** Every value of a field, as ticked boxes send them. */
  all(name: string): readonly string[];
  /** An uploaded file; undefined when none was chosen. */
  file(name: string): UploadedFile | undefined;
}

const formOf = (
  fields: readonly (readonly [string, string])[],
  files: ReadonlyMap<string, UploadedFile>,
): Form => {
  const all = (name: string): string[] => fields.filter(([key]) => key === name).map(([, value]) => value);
  return { text: (name) => (all(name)[0] ?? '').trim(), all, file: (name) => files.get(name) };
};

export const emptyForm = formOf([], new Map());

const MOST_PARTS = 100;

const partsOf = (body: Buffer, boundary: string): Buffer[] => {
  const mark = Buffer.from(`--${boundary}`);
  const parts: Buffer[] = [];
  let from = body.indexOf(mark);
  while (from !== -1 && parts.length < MOST_PARTS) {
    const start = from + mark.length + 2;
    const next = body.indexOf(mark, start);
    if (next === -1) break;
    parts.push(body.subarray(start, next - 2));
    from = next;
  }
  return parts;
};

const readMultipart = (body: Buffer, boundary: string): Form => {
  const fields: (readonly [string, string])[] = [];
  const files = new Map<string, UploadedFile>();
  for (const part of partsOf(body, boundary)) {
    const end = part.indexOf('\r\n\r\n');
    if (end === -1) continue;
    const head = part.subarray(0, end).toString('utf8');
    const bytes = part.subarray(end + 4);
    const name = /^content-disposition:[^\r\n]*\bname="([^"]*)"/im.exec(head)?.[1];
    const fileName = /^content-disposition:[^\r\n]*\bfilename="([^"]*)"/im.exec(head)?.[1];
    if (name === undefined) continue;
    if (fileName === undefined) fields.push([name, bytes.toString('utf8')]);
    // A file field left empty is sent with an empty name.
    else if (fileName !== '') files.set(name, { fileName: baseName(fileName), bytes: Buffer.from(bytes) });
  }
  return formOf(fields, files);
};

const baseName = (path: string): string => path.split(/[\\/]/).at(-1)?.slice(0, 120) ?? '';

/** The form of a request body by its content type; undefined when it is neither of the two kinds. */
export const readForm = (contentType: string | undefined, body: Buffer): Form | undefined => {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') {
    return formOf([...new URLSearchParams(body.toString('utf8'))], new Map());
  }
  const boundary = /boundary="?([^";\s]{1,200})"?/i.exec(contentType ?? '')?.[1];
  return type === 'multipart/form-data' && boundary !== undefined ? readMultipart(body, boundary) : undefined;
};
