// A small client of the practice service for its own tests: real HTTPS with its authority, JWTs by jose.
import { randomUUID } from 'node:crypto';
import { importPKCS8, type JWTPayload, SignJWT } from 'jose';
import { Agent, request } from 'undici';
import { type PracticeOptions, startPracticeService } from '../../../../main/practice/service.ts';
import type { MadeCertificate } from './certificates.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
  readonly json: Json;
}

/** The first two are there wherever a test reads them. */
type List = Json[] & { readonly 0: Json; readonly 1: Json };
type Texts =
  | 'access_token'
  | 'bodySha256'
  | 'channel'
  | 'clientId'
  | 'code'
  | 'date'
  | 'error'
  | 'error_description'
  | 'externalReference'
  | 'fingerprint'
  | 'givenName'
  | 'id'
  | 'in'
  | 'insz'
  | 'last'
  | 'mandatary'
  | 'mandator'
  | 'method'
  | 'mustBeDoneBy'
  | 'name'
  | 'next'
  | 'operation'
  | 'scope'
  | 'state'
  | 'trainingId'
  | 'type';
type Lists = 'anomalies' | 'certificates' | 'employers' | 'faults' | 'issues' | 'items' | 'mandates';
type Others =
  | 'effects'
  | 'limit'
  | 'page'
  | 'requiredScopes'
  | 'scopes'
  | 'status'
  | 'total'
  | 'trainingCredit'
  | 'trainingRights'
  | 'warnings'
  | 'workers';
/**
 * What tests read of the answers of all interfaces: no answer has all of it, and a test asserts on what it reads. A name
 * that no answer has is a slip of the pen.
 */
export type Json = { readonly [Name in Texts]: string } & { readonly [Name in Lists]: List } & {
  readonly [Name in Others]: unknown;
} & { readonly title: string & { readonly nl: string }; readonly committed: boolean };

interface Sending {
  readonly json?: unknown;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

export const EMPLOYER = '0999999130';
export const SECRETARIAT = '0999999031';
export const RANIA = '01020399645';
export const DAAN = '01020399744';

export const seconds = (): number => Math.floor(Date.now() / 1000);

export const startClient = async (options: PracticeOptions = {}) => {
  const service = await startPracticeService(options);
  const entry = service.environments['practice'];
  if (entry?.practice === undefined) throw new Error('no practice entry');
  const { adminToken, adminUrl, chamanUrl } = entry.practice;
  const tokenUrl = entry.oauth.tokenUrl.value;
  const flaUrl = entry.services.fla.baseUrl.value;
  const agent = new Agent({ connect: { ca: service.caPem } });

  const send = async (method: string, url: string, sending: Sending = {}): Promise<Answer> => {
    const answer = await request(url, {
      method: method as 'GET',
      dispatcher: agent,
      headers: {
        ...(sending.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...sending.headers,
      },
      body: sending.json === undefined ? (sending.body ?? null) : JSON.stringify(sending.json),
    });
    const text = await answer.body.text();
    const isJson = String(answer.headers['content-type']).includes('json');
    const json = (isJson ? JSON.parse(text) : undefined) as Json;
    return { status: answer.statusCode, headers: answer.headers, text, json };
  };
  const secret = { authorization: `Bearer ${adminToken}` };
  const admin = (method: string, path: string, json?: unknown): Promise<Answer> =>
    send(method, adminUrl + path, json === undefined ? { headers: secret } : { json, headers: secret });
  const chaman = (method: string, path: string, json?: unknown): Promise<Answer> =>
    send(method, chamanUrl + path, json === undefined ? { headers: secret } : { json, headers: secret });
  const form = (fields: Record<string, string>): Promise<Answer> =>
    send('POST', tokenUrl, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  const register = async (
    certificate: MadeCertificate,
    enterpriseNumber = EMPLOYER,
    quality = 'employer',
    rights: string[] = ['careerProFlaDeclaration'],
  ): Promise<string> => {
    const contact = { name: 'An Peeters', email: 'an@berk.example' };
    await chaman('PUT', `/enterprises/${enterpriseNumber}/sender`, contact);
    const made = await chaman('POST', `/enterprises/${enterpriseNumber}/accounts`, {
      quality,
      name: 'proef',
      rights,
      certificate: { name: 'proef.cer', content: certificate.der.toString('base64') },
    });
    if (made.status !== 201) throw new Error(`account refused: ${made.text}`);
    return String(made.json.clientId);
  };
  const claims = (clientId: string): JWTPayload => ({
    iss: clientId,
    sub: clientId,
    aud: tokenUrl,
    exp: seconds() + 300,
    jti: randomUUID(),
  });
  const sign = async (payload: JWTPayload, keyPem: string, alg = 'RS256', header = {}): Promise<string> =>
    new SignJWT(payload)
      .setProtectedHeader({ alg, typ: 'JWT', ...header })
      .sign(await importPKCS8(keyPem, alg));
  const present = (assertion: string, more: Record<string, string> = {}): Promise<Answer> =>
    form({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      ...more,
    });
  const token = async (clientId: string, keyPem: string, alg = 'RS256'): Promise<string> => {
    const answer = await present(await sign(claims(clientId), keyPem, alg));
    if (answer.status !== 200) throw new Error(`no token: ${answer.text}`);
    return String(answer.json.access_token);
  };
  const fla = (method: string, path: string, bearer: string | undefined, json?: unknown): Promise<Answer> =>
    send(method, flaUrl + path, {
      ...(json === undefined ? {} : { json }),
      headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
    });
  const close = async (): Promise<void> => {
    await agent.close();
    await service.close();
  };
  return {
    service,
    tokenUrl,
    flaUrl,
    send,
    admin,
    chaman,
    form,
    register,
    claims,
    sign,
    present,
    token,
    fla,
    close,
  };
};

export type PracticeClient = Awaited<ReturnType<typeof startClient>>;

/** The path of a worker-year below the FLA's base URL. */
export const yearPath = (insz: string, year = 2025, employer = EMPLOYER): string =>
  `/employers/${employer}/employees/${insz}/calendarYears/${year}`;

/** A training that every rule accepts on 1 March 2025. */
export const training = (externalReference: string, more: Record<string, unknown> = {}) => ({
  externalReference,
  title: `Opleiding ${externalReference}`,
  type: 'formal',
  status: 'completed',
  startDate: '2025-02-03',
  endDate: '2025-02-03',
  duration: { hours: 3, minutes: 48 },
  countsForTrainingRight: true,
  ...more,
});
