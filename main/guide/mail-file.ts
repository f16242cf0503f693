// An e-mail as a file: a draft for a mail program, with what goes along, or plain text.
import type { StepMail } from './step-mail.ts';

export type Attachment = { name: string; type: string; bytes: Uint8Array };

/**
 * The e-mail as a draft that a mail program opens to be sent (RFC 5322, UTF-8 in base64; `X-Unsent` is what Outlook asks),
 * with a file attached where there is one (RFC 2046). The name of the file is of letters, digits and hyphens.
 */
export function asEml({ to, subject, body }: StepMail, attached: Attachment | null): string {
  const text = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    folded(Buffer.from(body.replace(/\r?\n/g, '\r\n'), 'utf8')),
  ];
  return [
    'X-Unsent: 1',
    ...(to === null ? [] : [`To: ${to}`]),
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    ...(attached === null ? text : parts(text, attached)),
    '',
  ].join('\r\n');
}

/** No line of base64 holds an equals sign followed by an underscore: the boundary cannot occur in a part. */
const boundary = '=_part';

const parts = (text: string[], { name, type, bytes }: Attachment): string[] => [
  `Content-Type: multipart/mixed; boundary="${boundary}"`,
  '',
  `--${boundary}`,
  ...text,
  `--${boundary}`,
  `Content-Type: ${type}`,
  `Content-Disposition: attachment; filename="${name}"`,
  'Content-Transfer-Encoding: base64',
  '',
  folded(bytes),
  `--${boundary}--`,
];

const folded = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/.{76}(?!$)/g, '$&\r\n');

/** RFC 2047: words of at most 75 characters, cut between characters. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let part = '';
  for (const character of text.replace(/[\r\n]+/g, ' ')) {
    if (Buffer.byteLength(part + character) > 42) {
      words.push(part);
      part = '';
    }
    part += character;
  }
  return [...words, part]
    .map((word) => `=?utf-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`)
    .join('\r\n ');
}

export const asText = ({ to, subject, body }: StepMail): string =>
  `${to === null ? '' : `${to}\n`}${subject}\n\n${body}\n`;
