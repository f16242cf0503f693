// An app that may ask citizens for access as Schoonmaak De Berk, with the acts of the citizens themselves.
import { Agent, request } from 'undici';
import type { ApplicantDataSet, ApplicantRequest } from '../../../preload/contract/applicants.ts';
import { type AppBench, openApp } from '../../support/application-bench.ts';

export const JASMIJN = '06071599223';
export const ROGER = '57031899175';
export const STIJN = '89110799364';
export const ELENA = '94022699420';
export const OLD_ELENA = '94422699409';
export const RUBEN = '05082299389';
const berk = { enterpriseName: 'Schoonmaak De Berk', enterpriseNumber: '0999999130' };

export type CitizenBench = AppBench & {
  employerId: string;
  admin(method: string, path: string, json?: unknown): Promise<unknown>;
  /** The id of a request that was made, as the app knows it. */
  ask(dataSets: ApplicantDataSet[], more?: { insz?: string; label?: string }): Promise<string>;
  /** The citizen approves it, and the app has seen that. */
  approve(id: string, insz: string): Promise<void>;
  /** Of all that a citizen opened, and of one data set alone. */
  revoke(insz: string, dataSet?: ApplicantDataSet): Promise<void>;
  row(id: string): Promise<ApplicantRequest>;
};

type Shown = {
  requestId: string;
  mandates: { mandateId: string; insz: string; dataSet: string; state: string }[];
};

export async function openCitizens(options: Parameters<typeof openApp>[0] = {}): Promise<CitizenBench> {
  const bench = await openApp(options);
  await bench.must('practice.addSamples', {});
  const { rows } = await bench.must('employer.list', { text: 'De Berk' });
  const employerId = rows[0]?.id ?? '';
  const made = { ...berk, name: 'De Berk', keyKind: 'ecP384' } as const;
  const { id: certificateId } = await bench.must('certificate.generate', made);
  const environment = bench.app.session()?.environment;
  const practice = environment?.practice;
  if (practice == null) throw new Error('no practice service');
  const agent = new Agent({ connect: { ca: environment?.caPem ?? '' } });
  const send = async (url: string, method: string, json?: unknown): Promise<unknown> => {
    const answer = await request(url, {
      method: method as 'GET',
      dispatcher: agent,
      headers: {
        authorization: `Bearer ${practice.adminToken}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: json === undefined ? null : JSON.stringify(json),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const admin: CitizenBench['admin'] = (method, path, json) => send(practice.adminUrl + path, method, json);
  const access = practice.adminUrl.replace('/admin', '/practice/access');
  await send(`${access}/enterprises/${berk.enterpriseNumber}/circleOfTrust`, 'POST');
  const account = {
    ...berk,
    name: 'De Berk',
    quality: 'employerNsso' as const,
    rights: ['citizenMandatesManage', 'citizenDataConsult'] as (
      | 'citizenMandatesManage'
      | 'citizenDataConsult'
    )[],
    certificateId,
  };
  const { id: accountId } = await bench.must('account.registerInPractice', account);
  await bench.must('route.set', { employerId, service: 'citizenData', route: { kind: 'own', accountId } });
  const row: CitizenBench['row'] = async (id) => (await bench.must('applicantRequest.get', { id })).request;
  const atService = async (id: string): Promise<Shown> => {
    const code = (await row(id)).code?.replace('-', '').toLowerCase() ?? '';
    const { items } = (await admin('GET', '/citizen/requests')) as { items: Shown[] };
    const found = items.find(({ requestId }) => requestId.startsWith(code));
    if (found === undefined) throw new Error('the service does not know this request');
    return found;
  };
  return {
    ...bench,
    employerId,
    admin,
    row,
    async ask(dataSets, { insz, label = '' } = {}) {
      const input = { employerId, dataSets, insz: insz ?? null, label, language: 'nl' as const };
      return (await bench.must('applicantRequest.ask', input)).id;
    },
    async approve(id, insz) {
      const { requestId } = await atService(id);
      await admin('POST', `/citizen/requests/${requestId}/approve`, { insz });
      await bench.must('applicantRequest.refresh', {});
    },
    async revoke(insz, dataSet) {
      if (dataSet === undefined) return void (await admin('POST', '/citizen/revoke', { insz }));
      const { items } = (await admin('GET', '/citizen/requests')) as { items: Shown[] };
      const own = items
        .flatMap(({ mandates }) => mandates)
        .filter((one) => one.insz === insz && one.dataSet === dataSet && one.state === 'active');
      for (const { mandateId } of own) await admin('POST', '/citizen/revoke', { insz, mandateId });
    },
    async close() {
      await agent.close();
      await bench.close();
    },
  };
}
