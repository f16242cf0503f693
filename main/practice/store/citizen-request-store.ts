// What employers asked citizens for. Moments are milliseconds since the epoch.
import type { Connection } from './file-store.ts';
import { conditionOf, type PageOf, pageFrom } from './search-store.ts';

export type DataSet = 'flexiJobEligibility' | 'studentWorkHours';
export type RequestState = 'open' | 'approved' | 'refused' | 'expired' | 'withdrawn';

export interface CitizenRequest {
  readonly requestId: string;
  readonly enterpriseNumber: string;
  readonly mandatary: string | null;
  readonly dataSets: readonly DataSet[];
  /** The one citizen who may approve; null: whoever comes first. */
  readonly insz: string | null;
  readonly language: string | null;
  readonly clientReference: string | null;
  readonly state: RequestState;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Who approved or refused. */
  readonly usedBy: string | null;
}

export interface RequestQuery {
  readonly principal: string;
  readonly mandatary?: string | undefined;
  readonly clientReference?: string | undefined;
  readonly states?: readonly string[] | undefined;
}

export interface CitizenRequestStore {
  addRequest(request: CitizenRequest): void;
  request(requestId: string): CitizenRequest | undefined;
  setRequest(requestId: string, state: RequestState, usedBy: string | null): void;
  searchRequests(query: RequestQuery, page: PageOf): { rows: CitizenRequest[]; total: number };
  /** Of everybody, the newest first. */
  newestRequests(limit: number): CitizenRequest[];
  /** Ends what was open before `now`. */
  expireRequests(now: number): void;
}

const REQUEST = `request_id AS requestId, enterprise_number AS enterpriseNumber, mandatary, data_sets AS dataSets, insz, language,
  client_reference AS clientReference, state, created_at AS createdAt, expires_at AS expiresAt, used_by AS usedBy`;
type RequestRow = Omit<CitizenRequest, 'dataSets'> & { dataSets: string };
const requestOf = (row: RequestRow): CitizenRequest => ({
  ...row,
  dataSets: row.dataSets.split(' ') as DataSet[],
});

export const createCitizenRequestStore = (database: Connection): CitizenRequestStore => {
  const addRequest = database.prepare(
    `INSERT INTO citizen_request (request_id, enterprise_number, mandatary, data_sets, insz, language, client_reference, state,
       created_at, expires_at, used_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const request = database.prepare<[string], RequestRow>(
    `SELECT ${REQUEST} FROM citizen_request WHERE request_id = ?`,
  );
  const setRequest = database.prepare(
    'UPDATE citizen_request SET state = ?, used_by = ? WHERE request_id = ?',
  );
  const newest = database.prepare<[number], RequestRow>(
    `SELECT ${REQUEST} FROM citizen_request ORDER BY sequence DESC LIMIT ?`,
  );
  const expireRequests = database.prepare(
    `UPDATE citizen_request SET state = 'expired' WHERE state = 'open' AND expires_at < ?`,
  );
  return {
    addRequest: (r) => {
      addRequest.run(
        ...[r.requestId, r.enterpriseNumber, r.mandatary, r.dataSets.join(' '), r.insz, r.language],
        ...[r.clientReference, r.state, r.createdAt, r.expiresAt, r.usedBy],
      );
    },
    request: (id) => {
      const row = request.get(id);
      return row === undefined ? undefined : requestOf(row);
    },
    setRequest: (id, state, usedBy) => {
      setRequest.run(state, usedBy, id);
    },
    searchRequests: ({ principal, mandatary, clientReference, states }, page) => {
      const columns = { enterprise_number: principal, mandatary, client_reference: clientReference };
      const { rows, total } = pageFrom<RequestRow>(
        database,
        { table: 'citizen_request', columns: REQUEST },
        conditionOf(columns, states),
        page,
      );
      return { rows: rows.map(requestOf), total };
    },
    newestRequests: (limit) => newest.all(limit).map(requestOf),
    expireRequests: (now) => {
      expireRequests.run(now);
    },
  };
};
