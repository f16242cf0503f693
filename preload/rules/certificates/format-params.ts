// Days inside the parameters of a sentence (`2027-06-11`) in the words of the reader's language.
import { writtenDate } from '../dates/written-date.ts';

type Params = Record<string, string | number>;

/** `{ until: '2027-06-11' }` with `nl-BE` gives `{ until: '11 juni 2027' }`; everything else stays as it is. */
export function formatParams(params: Params | undefined, locale: string): Params {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? writtenDate(format, new Date(value))
        : value,
    ]),
  );
}
