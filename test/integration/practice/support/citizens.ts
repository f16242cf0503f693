// A practice service with accounts that may ask citizens for access, and calls of its two services about citizens.

import { type MadeCertificate, makeCertificate } from './certificates.ts';
import type { Answer, PracticeClient } from './client.ts';
import { startClient } from './client.ts';

export const BERK = '0999999130';
export const PARK = '1999999250';
export const ZILVERHOF = '1999999052';
export const KLAVER = '0999999031';
export const JASMIJN = '06071599223';
export const RUBEN = '05082299389';
export const AMELIE = '07011499430';
export const ROGER = '57031899175';
export const NOBODY = '99061199520';
export const ELENA = '94022699420';
export const OLD_ELENA = '94422699409';

const RIGHTS = ['citizenMandatesManage', 'citizenDataConsult'];

export interface ShownRequest {
  readonly self: string;
  readonly requestId: string;
  readonly state: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly requestUrl: string;
  readonly clientReference?: string;
  readonly ssin?: string;
  readonly mandates?: readonly { readonly mandateId: string; readonly dataSet: string }[];
}

export interface ShownMandate {
  readonly mandateId: string;
  readonly requestId?: string;
  readonly ssin: string;
  readonly dataSet: string;
  readonly state: string;
  readonly period: { readonly startDate: string; readonly endDate: string };
}

export const bodyOf = <T>(answer: Answer): T => JSON.parse(answer.text) as T;
export const typeOf = (answer: Answer): string =>
  bodyOf<{ type?: string }>(answer).type?.split(':').at(-1) ?? '';
export const issuesOf = (answer: Answer) =>
  bodyOf<{ issues?: { type: string; name: string; replacedBy?: string }[] }>(answer).issues?.map(
    ({ type, name, replacedBy }) => [
      type.split(':').at(-1),
      name,
      ...(replacedBy === undefined ? [] : [replacedBy]),
    ],
  ) ?? [];

export const acceptCircle = async (client: PracticeClient, enterprise: string): Promise<Answer> => {
  const { adminUrl, adminToken } = client.service.environments['practice']?.practice ?? {};
  return client.send(
    'POST',
    `${adminUrl?.replace('/admin', '/practice/access')}/enterprises/${enterprise}/circleOfTrust`,
    {
      headers: { authorization: `Bearer ${adminToken}` },
    },
  );
};

/** Calls in the name of one account. */
export const callsWith = (client: PracticeClient, token: string) => {
  const services = client.service.environments['practice']?.services;
  const headers = { authorization: `Bearer ${token}` };
  const to = (base: string | undefined) => (method: string, path: string, json?: unknown) =>
    client.send(method, base + path, json === undefined ? { headers } : { headers, json });
  const mandates = to(services?.citizenMandates.baseUrl?.value);
  const data = to(services?.citizenData.baseUrl?.value);
  return {
    mandates,
    ask: (more: Record<string, unknown> = {}, enterpriseNumber = BERK): Promise<Answer> =>
      mandates('POST', '/mandateRequests', {
        enterpriseNumber,
        context: 'precontractualData',
        dataSets: ['flexiJobEligibility'],
        ...more,
      }),
    look: (requestId: string): Promise<Answer> => mandates('GET', `/mandateRequests/${requestId}`),
    find: (more: Record<string, unknown> = {}, principal = BERK): Promise<Answer> =>
      mandates('POST', '/mandates/search', { principal, ...more }),
    consult: (ssin: string, more: Record<string, unknown> = {}, enterpriseNumber = BERK): Promise<Answer> =>
      data('POST', '/precontractualData/consult', { ssin, enterpriseNumber, ...more }),
  };
};

export const startCitizens = async () => {
  const client = await startClient();
  const made: MadeCertificate = makeCertificate();
  const account = async (enterprise: string, quality = 'employer', rights = RIGHTS, circle = true) => {
    const clientId = await client.register(made, enterprise, quality, rights);
    if (circle) await acceptCircle(client, enterprise);
    return callsWith(client, await client.token(clientId, made.keyPem));
  };
  const setDate = (date: string): Promise<Answer> => client.admin('PUT', '/clock', { date });
  const answer = (act: 'approve' | 'refuse', requestId: string, insz: string): Promise<Answer> =>
    client.admin('POST', `/citizen/requests/${requestId}/${act}`, { insz });
  return {
    client,
    account,
    setDate,
    approve: (requestId: string, insz: string) => answer('approve', requestId, insz),
    refuse: (requestId: string, insz: string) => answer('refuse', requestId, insz),
    revoke: (insz: string) => client.admin('POST', '/citizen/revoke', { insz }),
    turn: (switches: Record<string, unknown>) => client.admin('PUT', '/switches', switches),
  };
};

export type Citizens = Awaited<ReturnType<typeof startCitizens>>;
export type CitizenCalls = ReturnType<typeof callsWith>;

/** What an employer reads of a citizen. */
export interface ReadAnswer {
  readonly flexiJob?: { eligible: boolean; yearQuarter: string; controls?: unknown };
  readonly studentWork?: { year: number; quota: number; availableHours: number };
  readonly mandates: { dataSet: string; endDate: string }[];
  readonly missingMandates?: string[];
}

/** A request that the service took. */
export async function askedBy(
  calls: CitizenCalls,
  more: Record<string, unknown> = {},
): Promise<ShownRequest> {
  const answer = await calls.ask(more);
  if (answer.status !== 201) throw new Error(`asked: ${answer.status} ${answer.text}`);
  return bodyOf<ShownRequest>(answer);
}

/** Asked and approved: an access that can be read. */
export async function openedFor(
  citizens: Citizens,
  calls: CitizenCalls,
  insz: string,
  dataSets: readonly string[],
): Promise<void> {
  const { requestId } = await askedBy(calls, { dataSets });
  const approved = await citizens.approve(requestId, insz);
  if (approved.status !== 200) throw new Error(`approved: ${approved.status}`);
}

export async function readBy(calls: CitizenCalls, insz: string, more: object = {}): Promise<ReadAnswer> {
  const answer = await calls.consult(insz, { ...more });
  if (answer.status !== 200) throw new Error(`read: ${answer.status} ${answer.text}`);
  return bodyOf<ReadAnswer>(answer);
}
