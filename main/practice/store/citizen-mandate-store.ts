// What citizens opened to employers: one access for each data set. Days are local days, moments milliseconds since the epoch.
import type { DataSet } from './citizen-request-store.ts';
import type { Connection } from './file-store.ts';
import { conditionOf, type PageOf, pageFrom } from './search-store.ts';

export type CitizenMandateState = 'awaitingAcceptance' | 'active' | 'revoked' | 'renounced' | 'expired';

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

export interface MandateQuery {
  readonly principal: string;
  readonly mandatary?: string | undefined;
  readonly insz?: string | undefined;
  readonly requestId?: string | undefined;
  readonly states?: readonly string[] | undefined;
}

export interface CitizenMandateStore {
  addMandate(mandate: CitizenMandate): void;
  mandate(mandateId: string): CitizenMandate | undefined;
  setMandate(mandateId: string, state: CitizenMandateState, revokedAt: number | null): void;
  mandatesOf(requestId: string): CitizenMandate[];
  mandatesBy(insz: string): CitizenMandate[];
  searchMandates(query: MandateQuery, page: PageOf): { rows: CitizenMandate[]; total: number };
  /** Ends what could be read up to a day before `today`. */
  expireMandates(today: string): void;
  together<T>(work: () => T): T;
}

const MANDATE = `mandate_id AS mandateId, request_id AS requestId, insz, enterprise_number AS enterpriseNumber, mandatary,
  data_set AS dataSet, state, start_date AS startDate, end_date AS endDate, revoked_at AS revokedAt`;

export const createCitizenMandateStore = (database: Connection): CitizenMandateStore => {
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
  const expireMandates = database.prepare(
    `UPDATE citizen_mandate SET state = 'expired' WHERE state IN ('active', 'awaitingAcceptance') AND end_date < ?`,
  );
  return {
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
      return pageFrom<CitizenMandate>(
        database,
        { table: 'citizen_mandate', columns: MANDATE },
        conditionOf(columns, states),
        page,
      );
    },
    expireMandates: (today) => {
      expireMandates.run(today);
    },
    together: (work) => database.transaction(work)(),
  };
};
