// Declarations of works: the sites where presences are registered, and the enterprises that work there.
import type { Connection } from './file-store.ts';

export interface SiteAddress {
  readonly postCode: string;
  readonly municipalityName: string;
  readonly streetName: string;
  readonly houseNumber: string;
}

export interface Subcontractor {
  readonly enterpriseNumber: string;
  /** First and last day (yyyy-MM-dd) of its contract on the site. */
  readonly startDate: string;
  readonly endDate: string | null;
}

export interface WorksDeclaration {
  /** 13 characters, without I and O. */
  readonly reference: string;
  readonly declarant: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly address: SiteAddress;
  readonly coordinates: { readonly longitude: number; readonly latitude: number } | null;
  readonly subcontractors: readonly Subcontractor[];
  /** Whether presences must be registered there (zone 01082 of the declaration of works). */
  readonly obligedToRegister: boolean;
}

export interface WorksStore {
  find(reference: string): WorksDeclaration | undefined;
  all(): WorksDeclaration[];
  save(declaration: WorksDeclaration): void;
}

export const createWorksStore = (database: Connection): WorksStore => {
  const one = database.prepare<[string], { body: string }>(
    'SELECT body FROM works_declaration WHERE reference = ?',
  );
  const all = database.prepare<[], { body: string }>('SELECT body FROM works_declaration ORDER BY reference');
  const save = database.prepare('INSERT OR REPLACE INTO works_declaration VALUES (?, ?, ?)');
  const read = ({ body }: { body: string }): WorksDeclaration => JSON.parse(body) as WorksDeclaration;
  return {
    find: (reference) => {
      const row = one.get(reference);
      return row === undefined ? undefined : read(row);
    },
    all: () => all.all().map(read),
    save: (declaration) => {
      save.run(declaration.reference, declaration.declarant, JSON.stringify(declaration));
    },
  };
};
