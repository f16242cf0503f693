// What employers asked citizens for, and what citizens opened. Moments are milliseconds since the epoch, days are local days.
import type { Connection } from './file-store.ts';

export type DataSet = 'flexiJobEligibility' | 'studentWorkHours';
export type RequestState = 'open' | 'approved' | 'refused' | 'expired' | 'withdrawn';
export type CitizenMandateState = 'awaitingAcceptance' | 'active' | 'revoked' | 'renounced' | 'expired';

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

export interface CitizenMandate {
  readonly mandateId: string;
  readonly requestId: string;
  readonly insz: string;
  readonly enterpriseNumber: string;
  readonly mandatary: string | null;
  readonly dataSet: DataSet;
  readonly state: CitizenMandateState;
  readonly startDate: string;
  readonly endDate: string;
  readonly revokedAt: number | null;
}

export interface RequestQuery {
  readonly principal: string;
  readonly mandatary?: string | undefined;
  readonly clientReference?: string | undefined;
  readonly states?: readonly string[] | undefined;
}

export interface MandateQuery {
  readonly principal: string;
  readonly mandatary?: string | undefined;
  readonly insz?: string | undefined;
  readonly requestId?: string | undefined;
  readonly states?: readonly string[] | undefined;
}

export interface PageOf {
  readonly offset: number;
  readonly limit: number;
}

export interface CitizenStore {
  addRequest(request: CitizenRequest): void;
  request(requestId: string): CitizenRequest | undefined;
  setRequest(requestId: string, state: RequestState, usedBy: string | null): void;
  searchRequests(query: RequestQuery, page: PageOf): { rows: CitizenRequest[]; total: number };
  /** Of everybody, the newest first. */
  newestRequests(limit: number): CitizenRequest[];
  addMandate(mandate: CitizenMandate): void;
  mandate(mandateId: string): CitizenMandate | undefined;
  setMandate(mandateId: string, state: CitizenMandateState, revokedAt: number | null): void;
  mandatesOf(requestId: string): CitizenMandate[];
  mandatesBy(insz: string): CitizenMandate[];
  searchMandates(query: MandateQuery, page: PageOf): { rows: CitizenMandate[]; total: number };
  /** Ends what was open before `now` and what could be read up to before `today`. */
  expire(now: number, today: string): void;
  together<T>(work: () => T): T;
}

const REQUEST = `request_id AS requestId, enterprise_number AS enterpriseNumber, mandatary, data_sets AS dataSets, insz, language,
  client_reference AS clientReference, state, created_at AS createdAt, expires_at AS expiresAt, used_by AS usedBy`;
const MANDATE = `mandate_id AS mandateId, request_id AS requestId, insz, enterprise_number AS enterpriseNumber, mandatary,
  data_set AS dataSet, state, start_date AS startDate, end_date AS endDate, revoked_at AS revokedAt`;

type RequestRow = Omit<CitizenRequest, 'dataSets'> & { dataSets: string };
const requestOf = (row: RequestRow): CitizenRequest => ({
  ...row,
  dataSets: row.dataSets.split(' ') as DataSet[],
});

interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** Of each column that is asked for: that value. */
const conditionOf = (
  columns: Readonly<Record<string, string | undefined>>,
  states: readonly string[] | undefined,
): Condition => {
  const given = Object.entries(columns).flatMap(([column, value]) =>
    value === undefined ? [] : [[`${column} = ?`, value] as const],
  );
  const oneOf = states === undefined ? [] : [`state IN (${states.map(() => '?').join(', ')})`];
  return {
    sql: [...given.map(([sql]) => sql), ...oneOf].join(' AND '),
    values: [...given.map(([, value]) => value), ...(states ?? [])],
  };
};

export const createCitizenStore = (database: Connection): CitizenStore => {
  const pageFrom = <Row>(table: string, columns: string, { sql, values }: Condition, page: PageOf) => ({
    total:
      database
        .prepare<string[], { total: number }>(`SELECT count(*) AS total FROM ${table} WHERE ${sql}`)
        .get(...values)?.total ?? 0,
    rows: database
      .prepare<(string | number)[], Row>(
        `SELECT ${columns} FROM ${table} WHERE ${sql} ORDER BY sequence LIMIT ? OFFSET ?`,
      )
      .all(...values, page.limit, page.offset),
  });
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
  const addMandate = database.prepare(
    `INSERT INTO citizen_mandate (mandate_id, request_id, insz, enterprise_number, mandatary, data_set, state, start_date, end_date,
       revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const mandates = (condition: string) =>
    database.prepare<[string], CitizenMandate>(
      `SELECT ${MANDATE} FROM citizen_mandate WHERE ${condition} ORDER BY sequence`,
    );
  const mandate = mandates('mandate_id = ?');
  const ofRequest = mandates('request_id = ?');
  const byCitizen = mandates('insz = ?');
  const setMandate = database.prepare(
    'UPDATE citizen_mandate SET state = ?, revoked_at = ? WHERE mandate_id = ?',
  );
  const expireRequests = database.prepare(
    `UPDATE citizen_request SET state = 'expired' WHERE state = 'open' AND expires_at < ?`,
  );
  const expireMandates = database.prepare(
    `UPDATE citizen_mandate SET state = 'expired' WHERE state IN ('active', 'awaitingAcceptance') AND end_date < ?`,
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
        'citizen_request',
        REQUEST,
        conditionOf(columns, states),
        page,
      );
      return { rows: rows.map(requestOf), total };
    },
    newestRequests: (limit) => newest.all(limit).map(requestOf),
    addMandate: (m) => {
      addMandate.run(
        ...[m.mandateId, m.requestId, m.insz, m.enterpriseNumber, m.mandatary, m.dataSet, m.state],
        ...[m.startDate, m.endDate, m.revokedAt],
      );
    },
    mandate: (id) => mandate.get(id),
    setMandate: (id, state, revokedAt) => {
      setMandate.run(state, revokedAt, id);
    },
    mandatesOf: (requestId) => ofRequest.all(requestId),
    mandatesBy: (insz) => byCitizen.all(insz),
    searchMandates: ({ principal, mandatary, insz, requestId, states }, page) => {
      const columns = { enterprise_number: principal, mandatary, insz, request_id: requestId };
      return pageFrom<CitizenMandate>('citizen_mandate', MANDATE, conditionOf(columns, states), page);
    },
    expire: (now, today) => {
      expireRequests.run(now);
      expireMandates.run(today);
    },
    together: (work) => database.transaction(work)(),
  };
};
