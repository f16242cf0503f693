// Reads a request body up to a limit and decodes JSON strictly as UTF-8.
import type { IncomingMessage } from 'node:http';

export const LARGEST_BODY = 1_048_576;

/** The whole body, or undefined when it is larger than `limit` bytes (the rest is drained unread). */
export const readBody = (request: IncomingMessage, limit: number): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= limit) parts.push(part);
    });
    request.on('end', () => resolve(size > limit ? undefined : Buffer.concat(parts)));
    request.on('error', reject);
    request.on('aborted', () => reject(new Error('the request was aborted')));
  });

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The JSON value of a body, or undefined when it is not UTF-8 JSON. (A JSON `undefined` does not exist.) */
export const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(decoder.decode(body));
  } catch {
    return undefined;
  }
};

/** Whether a Content-Type header names this media type, whatever its parameters. */
export const isMediaType = (header: string | undefined, mediaType: string): boolean =>
  header?.split(';')[0]?.trim().toLowerCase() === mediaType;

/** Whether an Accept header lets us answer JSON. */
export const acceptsJson = (header: string | undefined): boolean =>
  header === undefined || /\*\/\*|application\/(\*|json|problem\+json)/i.test(header);
