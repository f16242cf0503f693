// Whether what an authentic source says of a name is another name than the one kept here, as the register compares them (N7).

/** Without marks, hyphens and apostrophes, in capitals: `D’Hondt-Peeters` → `D HONDT PEETERS`. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[-'’\s]+/g, ' ')
    .trim();

/** A given name is compared with the first of those that the source has. */
export function differs(field: 'lastName' | 'givenName' | string, here: string, there: string): boolean {
  if (field !== 'givenName') return plain(here) !== plain(there);
  const [first = ''] = there.trim().split(/\s+/);
  return plain(here) !== plain(there) && plain(here) !== plain(first);
}
