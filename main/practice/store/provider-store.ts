// Sessions that training providers filed, and each participant's part of them.
import type { Connection } from './file-store.ts';
import type { WorkerYear } from './training-store.ts';

/** A participant's part of a session, under the employer that it was filed for. */
export interface ProviderPart extends WorkerYear {
  readonly provider: string;
  readonly providerReference: string;
  /** Its reference in the worker-year. */
  readonly externalReference: string;
  /** The training in the shape of the employer's contract, as JSON text. */
  readonly body: string;
  /** Business date of the first filing. */
  readonly filedOn: string;
}

export interface ProviderStore {
  known(provider: string, providerReference: string): boolean;
  saveSession(provider: string, providerReference: string, body: string): void;
  parts(provider: string, providerReference: string): ProviderPart[];
  savePart(part: ProviderPart): void;
  removePart(part: ProviderPart): void;
  forEmployer(enterpriseNumber: string, year: number, offset: number, limit: number): ProviderPart[];
  countForEmployer(enterpriseNumber: string, year: number): number;
}

const PART = `provider, provider_reference AS providerReference, enterprise_number AS enterpriseNumber, insz, year,
  external_reference AS externalReference, body, filed_on AS filedOn`;

export const createProviderStore = (database: Connection): ProviderStore => {
  const session = database.prepare<[string, string], { body: string }>(
    'SELECT body FROM provider_session WHERE provider = ? AND provider_reference = ?',
  );
  const saveSession = database.prepare('INSERT OR REPLACE INTO provider_session VALUES (?, ?, ?)');
  const parts = database.prepare<[string, string], ProviderPart>(
    `SELECT ${PART} FROM provider_part WHERE provider = ? AND provider_reference = ? ORDER BY insz`,
  );
  const savePart = database.prepare('INSERT OR REPLACE INTO provider_part VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const removePart = database.prepare(
    'DELETE FROM provider_part WHERE provider = ? AND provider_reference = ? AND insz = ?',
  );
  const ofEmployer = database.prepare<[string, number, number, number], ProviderPart>(
    `SELECT ${PART} FROM provider_part WHERE enterprise_number = ? AND year = ?
     ORDER BY insz, provider, provider_reference LIMIT ? OFFSET ?`,
  );
  const count = database.prepare<[string, number], { total: number }>(
    'SELECT count(*) AS total FROM provider_part WHERE enterprise_number = ? AND year = ?',
  );
  return {
    known: (provider, reference) => session.get(provider, reference) !== undefined,
    saveSession: (provider, reference, body) => {
      saveSession.run(provider, reference, body);
    },
    parts: (provider, reference) => parts.all(provider, reference),
    savePart: (p) => {
      savePart.run(
        p.provider,
        p.providerReference,
        p.insz,
        p.enterpriseNumber,
        p.year,
        p.externalReference,
        p.body,
        p.filedOn,
      );
    },
    removePart: (p) => {
      removePart.run(p.provider, p.providerReference, p.insz);
    },
    forEmployer: (number, year, offset, limit) => ofEmployer.all(number, year, limit, offset),
    countForEmployer: (number, year) => count.get(number, year)?.total ?? 0,
  };
};
