// A request of one applicant in an open environment, and the two services as a test wants them to answer.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { putAccess } from '../../../main/applicants/access-store.ts';
import { accessesOf, answersOf } from '../../../main/applicants/answer-store.ts';
import type { ApplicantLine, Side } from '../../../main/applicants/applicant-line.ts';
import { readOver } from '../../../main/applicants/read-answer.ts';
import { changeRequest, findRequest, insertRequest } from '../../../main/applicants/request-store.ts';
import { transaction } from '../../../main/platform/database.ts';
import type { HttpPort, HttpRequest } from '../../../main/platform/http.ts';
import { secret } from '../../../main/platform/secret.ts';
import type { ApplicantDataSet } from '../../../preload/contract/applicants.ts';
import { deBerk, type OpenProfile, openProfile, workers } from '../../support/seed-profile.ts';

export const insz = workers.rania;
const both: ApplicantDataSet[] = ['flexiJobEligibility', 'studentWorkHours'];
const flexiJob = { eligible: true, yearQuarter: '2025Q1' };
const studentWork = { year: 2025, quota: 650, availableHours: 412 };
export const whole = { ssin: insz, flexiJob, studentWork };

let profile: OpenProfile;
let today: string;
export const open = (): OpenProfile => profile;
export const setDay = (day: string): void => {
  today = day;
};
/** For every file that reads: files may share what they import, but each opens its own. */
export function readingBench(): void {
  beforeAll(() => {
    profile = openProfile({ businessDate: () => today });
  });
  beforeEach(() => {
    today = '2025-03-01';
    const { db } = profile.session;
    transaction(db, () => db.prepare('DELETE FROM applicant_request').run());
  });
  afterAll(() => profile.close());
}

/** `mandate`: its state, wherever one is asked about; `meanwhile`: what happens while the answer is on its way. */
export function lineOf(body: object, { mandate = 'active', meanwhile = () => {} } = {}): ApplicantLine {
  const answer = ({ url }: HttpRequest): object => {
    const mandateId = /\/mandates\/([^/]+)$/.exec(url)?.[1];
    if (mandateId === undefined) {
      meanwhile();
      return body;
    }
    const dataSet = both.find((one) => mandateId.startsWith(one.slice(0, 5)));
    const period = { startDate: '2025-03-01', endDate: '2025-05-31' };
    return { ...{ mandateId, ssin: insz, dataSet, state: mandate, period }, enterpriseNumber: deBerk };
  };
  const http: HttpPort = {
    fetch: async (request) => ({
      ...{ kind: 'answer', status: 200, headers: { 'content-type': 'application/json' } },
      body: new TextEncoder().encode(JSON.stringify(answer(request))),
    }),
    close: async () => undefined,
  };
  const side: Side = {
    baseUrl: 'https://service',
    ask: (act) => act({ http, token: secret('t'), now: new Date(), traceId: 't' }),
  };
  const { employerId } = profile;
  return { employerId, enterpriseNumber: deBerk, mandataryNumber: null, mandates: side, data: side };
}

/** Approved, with an access for each, until the end of May. */
export function approved(): string {
  const { session } = profile;
  const id = asking();
  transaction(session.db, () => {
    changeRequest(session.db, id, { state: 'approved', board: 'approved', approved_by: insz });
    for (const dataSet of both)
      putAccess(session.db, {
        ...{ request_id: id, data_set: dataSet, service_id: `${dataSet.slice(0, 5)}-${id}`, state: 'active' },
        ...{ start_date: '2025-03-01', end_date: '2025-05-31', revoked_at: null },
      });
  });
  return id;
}

export function asking(): string {
  const { session, employerId } = profile;
  const id = session.ids.newId();
  transaction(session.db, () =>
    insertRequest(session.db, {
      ...{ id, employer_id: employerId, enterprise_number: deBerk, mandatary_number: null },
      ...{ asked_as: 'employer', client_reference: id, dataSets: both, language: 'nl', label: '', insz },
      ...{ name: null, asked_by: 'Test', asked_at: '2025-03-01T09:00:00.000Z' },
    }),
  );
  return id;
}

export const read = (id: string, line: ApplicantLine) =>
  readOver(profile.session, line, { id, dataSets: both }, { insz, purpose: 'check' });
export const statesOf = (id: string) => accessesOf(profile.session.db, id).map(({ state }) => state);
export const shown = (id: string) => answersOf(profile.session.db, [id], today).get(id);
export const stateOf = (id: string) => findRequest(profile.session.db, id)?.state;
