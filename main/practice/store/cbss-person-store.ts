// Persons as the registers behind the inscription service have them, where that is more than the sample world tells.
import type { Connection } from './file-store.ts';

export type Register = 'RR' | 'BIS' | 'RAD';

export interface Identity {
  readonly lastName: string;
  readonly givenNames: readonly string[];
  /** `yyyy-mm-dd`, with 00 for what is not known. */
  readonly birthDate: string;
  /** 0 not known, 1 male, 2 female. */
  readonly genderCode: 0 | 1 | 2;
  readonly register: Register;
  readonly deceaseDate?: string | undefined;
  readonly birthPlace?: string | undefined;
  readonly nationality?: string | undefined;
  readonly address?: Readonly<Record<string, string>> | undefined;
}

export interface CbssPerson extends Identity {
  readonly ssin: string;
  readonly state: 'active' | 'replaced' | 'cancelled';
  readonly replacedBy: string | null;
}

export interface CbssPersonStore {
  person(ssin: string): CbssPerson | undefined;
  persons(): CbssPerson[];
  save(person: CbssPerson): void;
}

interface Row {
  ssin: string;
  state: string;
  replacedBy: string | null;
  body: string;
}

const STATES = ['active', 'replaced', 'cancelled'] as const;
const personOf = ({ ssin, state, replacedBy, body }: Row): CbssPerson => ({
  ...(JSON.parse(body) as Identity),
  ssin,
  state: STATES.find((known) => known === state) ?? 'cancelled',
  replacedBy,
});

export const createCbssPersonStore = (database: Connection): CbssPersonStore => {
  const columns = 'ssin, state, replaced_by AS replacedBy, body';
  const one = database.prepare<[string], Row>(`SELECT ${columns} FROM cbss_person WHERE ssin = ?`);
  const all = database.prepare<[], Row>(`SELECT ${columns} FROM cbss_person ORDER BY rowid`);
  const save = database.prepare(
    `INSERT INTO cbss_person (ssin, state, replaced_by, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (ssin) DO UPDATE SET state = excluded.state, replaced_by = excluded.replaced_by, body = excluded.body`,
  );
  return {
    person: (ssin) => {
      const row = one.get(ssin);
      return row && personOf(row);
    },
    persons: () => all.all().map(personOf),
    save: ({ ssin, state, replacedBy, ...identity }) => {
      save.run(ssin, state, replacedBy, JSON.stringify(identity));
    },
  };
};
