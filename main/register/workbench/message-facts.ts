// What a message says that it is: its operation, its ticket and the number that it is about. Read from the text alone, so that it holds of
// broken ones too; nothing is believed of it but what an answer must echo.
import { type CbssOperation, cbssOperationSchema } from '../../../preload/contract/cbss-answer.ts';

export type MessageFacts = { operation: CbssOperation | null; ticket: string | null; insz: string | null };

const root = /<(?:[\w.-]+:)?([A-Za-z]+?)(?:Request|Response)[\s>/]/;
const textIn = (text: string, name: string): string | null =>
  new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?>([^<]*)</`).exec(text)?.[1]?.trim() ?? null;

const asking = /<(?:[\w.-]+:)?Body(?:\s[^<>]*)?>\s*<(?:[\w.-]+:)?[A-Za-z]+Request[\s>/]/;
/** What stands in the body of an envelope asks something, whichever the operation. */
export const isRequest = (text: string): boolean => asking.test(text);

export function messageFacts(text: string): MessageFacts {
  const word = root.exec(text)?.[1] ?? '';
  const operation = cbssOperationSchema.safeParse(`${word.charAt(0).toLowerCase()}${word.slice(1)}`);
  return {
    operation: operation.success ? operation.data : null,
    // The connection test has its ticket as its message.
    ticket: textIn(text, 'ticket') ?? textIn(text, 'Message'),
    insz: textIn(text, 'ssin'),
  };
}
