// The last exchanges with the services, in memory only: to be looked at and copied as from an API tool. A secret is taken
// out before an exchange is kept; numbers and names of persons when it is looked at, so that sending stays fast.
import type { HttpOutcome, HttpRequest } from './http.ts';
import { isSecret, redactBody, redactText, redactUrl } from './redact.ts';
import { type Secret, secret } from './secret.ts';

export type ExchangeRow = {
  number: number;
  at: string;
  method: string;
  url: string;
  status: number | null;
  ended: string;
  milliseconds: number;
  traceId: string;
};
export type ExchangeDetail = {
  exchange: ExchangeRow;
  requestHeaders: { name: string; value: string }[];
  requestBody: string;
  responseHeaders: { name: string; value: string }[];
  responseBody: string;
  cut: boolean;
};

export type ExchangeLog = {
  note(request: HttpRequest, outcome: HttpOutcome, at: Date, milliseconds: number): void;
  /** Newest first. */
  rows(): ExchangeRow[];
  detail(number: number): ExchangeDetail | null;
  clear(): void;
};

type Kept = {
  number: number;
  at: Date;
  milliseconds: number;
  request: Omit<HttpRequest, 'body' | 'signal'>;
  requestBody: Buffer;
  outcome: Exclude<HttpOutcome, { kind: 'answer' }> | { kind: 'answer'; status: number };
  headers: Readonly<Record<string, string>>;
  responseBody: Buffer;
  cut: boolean;
  /** Tokens of this exchange, to be found again in what it says. */
  known: Secret<string[]>;
};

export const mostExchanges = 500;
const mostBodyBytes = 8_192;
const none = Buffer.alloc(0);

export function createExchangeLog(most = mostExchanges): ExchangeLog {
  let kept: Kept[] = [];
  let last = 0;
  return {
    note(request, outcome, at, milliseconds) {
      last += 1;
      kept.push(keep(last, request, outcome, at, milliseconds));
      if (kept.length > most * 1.2) kept = kept.slice(-most);
    },
    rows: () => kept.slice(-most).reverse().map(rowOf),
    detail(number) {
      const found = kept.slice(-most).find((one) => one.number === number);
      return found === undefined ? null : detailOf(found);
    },
    clear() {
      kept = [];
    },
  };
}

function keep(
  number: number,
  request: HttpRequest,
  outcome: HttpOutcome,
  at: Date,
  milliseconds: number,
): Kept {
  const { body, signal: _signal, client: _client, ...rest } = request;
  const answer = outcome.kind === 'answer' ? outcome : null;
  const requestBody = firstBytes(body);
  const responseBody = firstBytes(answer?.body);
  const known = [...inHeaders(request.headers), ...inBody(requestBody), ...inBody(responseBody)];
  const cut = lengthOf(body) > requestBody.length || lengthOf(answer?.body) > responseBody.length;
  return {
    number,
    at,
    milliseconds,
    request: { ...rest, headers: withoutLogin(request.headers) },
    requestBody: known.length > 0 ? withoutSecrets(requestBody, known) : requestBody,
    outcome:
      answer === null
        ? (outcome as Exclude<HttpOutcome, { kind: 'answer' }>)
        : { kind: 'answer', status: answer.status },
    headers: withoutLogin(answer?.headers ?? {}),
    responseBody: known.length > 0 ? withoutSecrets(responseBody, known) : responseBody,
    cut,
    known: secret(known),
  };
}

const lengthOf = (body: string | Uint8Array | undefined): number =>
  body === undefined ? 0 : typeof body === 'string' ? Buffer.byteLength(body) : body.length;

/** A copy, so that a large answer is not held for its beginning. */
function firstBytes(body: string | Uint8Array | undefined): Buffer {
  if (body === undefined || body.length === 0) return none;
  return typeof body === 'string'
    ? Buffer.from(body.slice(0, mostBodyBytes)).subarray(0, mostBodyBytes)
    : Buffer.from(body.subarray(0, mostBodyBytes));
}

/** What stands behind the scheme of an Authorization header, and cookies. */
function inHeaders(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    isSecret(name) || /authorization|cookie/i.test(name) ? [value.replace(/^\w+\s+/, '').trim()] : [],
  );
}

const withoutLogin = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      // Only a scheme with something behind it: a bare value is the secret itself.
      if (/authorization/i.test(name)) return [name, `${/^\w+(?=\s)/.exec(value)?.[0] ?? ''} …`.trim()];
      return isSecret(name) || /cookie/i.test(name) ? [name, '…'] : [name, value];
    }),
  );

/** Tokens and assertions in a form or a JSON answer, also in the beginning of one. */
function inBody(body: Buffer): string[] {
  const text = body.toString('utf8');
  if (!/token|assertion|secret|passw|key|session/i.test(text)) return [];
  const json = [...text.matchAll(/"([\w-]{1,60})"\s*:\s*"((?:[^"\\]|\\.)*)/g)];
  const form = [...text.matchAll(/(?:^|&)([\w-]{1,60})=([^&]*)/g)];
  return [...json, ...form].flatMap(([, name = '', value = '']) =>
    isSecret(name) && value.length >= 6 ? [value, safelyDecoded(value)] : [],
  );
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function withoutSecrets(body: Buffer, known: readonly string[]): Buffer {
  let text = body.toString('utf8');
  for (const one of known) if (one.length >= 6) text = text.replaceAll(one, '[secret]');
  return Buffer.from(text);
}

function rowOf({ number, at, milliseconds, request, outcome, headers, known }: Kept): ExchangeRow {
  const sent = request.headers['belgov-trace-id'] ?? '';
  return {
    number,
    at: at.toISOString(),
    method: request.method,
    url: redactUrl(request.url, known.reveal()),
    status: 'status' in outcome ? (outcome.status ?? null) : null,
    ended: outcome.kind === 'answer' ? 'answer' : outcome.reason,
    milliseconds,
    traceId: redactText(headers['belgov-trace-id'] ?? sent).slice(0, 64),
  };
}

const holdsAddress = /^(?:(?:content-)?location|link|referer|refresh|origin)$/i;
/** `https://…`, or `<https://…>; rel=next`. */
const redactAddresses = (value: string, known: readonly string[]): string =>
  value.includes('<')
    ? redactText(
        value.replace(/<([^<>]*)>/g, (_, url: string) => `<${redactUrl(url, known)}>`),
        known,
      )
    : redactUrl(value, known);

function detailOf(kept: Kept): ExchangeDetail {
  const known = kept.known.reveal();
  const shown = (headers: Readonly<Record<string, string>>) =>
    Object.entries(withoutLogin(headers))
      .slice(0, 60)
      .map(([name, value]) => ({
        name: redactText(name, known).slice(0, 100),
        value: (holdsAddress.test(name) ? redactAddresses(value, known) : redactText(value, known)).slice(
          0,
          2_000,
        ),
      }));
  const body = (bytes: Buffer, headers: Readonly<Record<string, string>>): string =>
    redactBody(bytes.toString('utf8'), headers['content-type'] ?? '', known, kept.cut).slice(0, 20_000);
  return {
    exchange: rowOf(kept),
    requestHeaders: shown(kept.request.headers),
    requestBody: body(kept.requestBody, kept.request.headers),
    responseHeaders: shown(kept.headers),
    responseBody: body(kept.responseBody, kept.headers),
    cut: kept.cut,
  };
}
