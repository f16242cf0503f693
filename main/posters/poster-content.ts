// What a poster says of one declaration of works. The address in the code is never made up: outside practice it is the one that was kept,
// byte for byte, and without one there is no code.

import type { Environment } from '../platform/environment.ts';
import type { WorksRow } from '../presences/works-store.ts';

export type PosterContent = {
  worksId: string;
  reference: string;
  name: string;
  /** One line; empty when not known. */
  address: string;
  /** `yyyy-mm-dd`, the last day. */
  until: string | null;
  call: string;
  /** What the code must hold; null: the number alone. */
  code: string | null;
  codeKind: 'official' | 'practice' | 'none';
};

/** `call`: whom to call where the declaration itself names nobody. */
export function posterContent(
  environment: Pick<Environment, 'kind' | 'practice'>,
  row: WorksRow,
  call: string,
): PosterContent {
  const workerUrl = environment.practice?.workerUrl;
  // The practice service of this run has an address of its own: one that was kept leads nowhere by now.
  const practice = environment.kind === 'practice' && workerUrl !== undefined;
  const code = practice ? workerUrl + row.reference : environment.kind === 'practice' ? null : row.url;
  const street = [row.street, row.house_number].filter(Boolean).join(' ');
  const town = [row.post_code, row.municipality].filter(Boolean).join(' ');
  return {
    worksId: row.id,
    reference: row.reference,
    name: row.name,
    address: [street, town].filter(Boolean).join(', '),
    until: row.end_date,
    call: row.contact === '' ? call : row.contact,
    code,
    codeKind: code === null ? 'none' : practice ? 'practice' : 'official',
  };
}
