// A redacted exchange as one would take it from an API tool: a command for a terminal, or the lines of HTTP.
import type { ExchangeDetail } from './exchange-log.ts';

/** `curl -X POST 'https://…' -H '…' --data-raw '…'`, with single quotes kept safe for a shell. */
export function asCurl({ exchange, requestHeaders, requestBody }: ExchangeDetail): string {
  const parts = [
    `curl -i -X ${exchange.method} ${quoted(exchange.url)}`,
    ...requestHeaders.map(({ name, value }) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(requestBody === '' ? [] : [`--data-raw ${quoted(requestBody)}`]),
  ];
  return parts.join(' \\\n  ');
}

export function asHttp(detail: ExchangeDetail): string {
  const { exchange, requestHeaders, requestBody, responseHeaders, responseBody } = detail;
  const url = URL.parse(exchange.url);
  const place = url === null ? exchange.url : exchange.url.slice(url.origin.length);
  const lines = (headers: ExchangeDetail['requestHeaders']): string[] =>
    headers.map(({ name, value }) => `${name}: ${value}`);
  const answer =
    exchange.status === null
      ? [`# ${exchange.ended}`]
      : [`HTTP/1.1 ${exchange.status}`, ...lines(responseHeaders), '', responseBody];
  return [
    `${exchange.method} ${place} HTTP/1.1`,
    `host: ${url?.host ?? ''}`,
    ...lines(requestHeaders),
    '',
    requestBody,
    '',
    `# ${exchange.at}, ${exchange.milliseconds} ms`,
    ...answer,
  ].join('\n');
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
