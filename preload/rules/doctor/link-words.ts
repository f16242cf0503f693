// The parameters of a link's sentences in the reader's words: days, qualities, criteria and names of services.
import type { Link } from '../../contract/doctor.ts';
import { formatParams } from '../certificates/format-params.ts';

type Words = Record<string, string | number>;

/** `translate` gets keys with their namespace: `accounts:qualities.employerNsso`. */
export function linkParams(
  link: Pick<Link, 'params'>,
  translate: (key: string) => string,
  locale: string,
): Words {
  const named = Object.entries(link.params ?? {}).map(([name, value]): [string, string | number] => {
    const key = keyOf[name];
    return key === undefined || value === ''
      ? [name, value]
      : [name, translate(`${key}.${value}${suffix[name] ?? ''}`)];
  });
  return formatParams(Object.fromEntries(named), locale);
}

const keyOf: Record<string, string> = {
  quality: 'accounts:qualities',
  found: 'accounts:qualities',
  criterion: 'certificates:criteria',
};
const suffix: Record<string, string> = { criterion: '.title' };

/** The link that a person is told about: the first broken one, else the first doubtful one; null: all is well. */
export function needingLink(links: readonly Link[]): Link | null {
  return (
    links.find(({ outcome }) => outcome === 'failed') ??
    links.find(({ outcome }) => outcome === 'warning') ??
    null
  );
}
