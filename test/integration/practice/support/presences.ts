// A caller of the presence service for its tests: a clock of their own, a fresh world before each, and short calls.
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { loadContract } from '../../../../main/practice/contract/load-contract.ts';
import { findResources } from '../../../../main/practice/resource-files.ts';
import { type MadeCertificate, makeCertificate } from './certificates.ts';
import { DAAN, EMPLOYER, type PracticeClient, startClient } from './client.ts';

export const PARK = '1Y100PARK0001';
export const STATION = '1Y100STAT0002';
export const SUBCONTRACTOR = '1999999151';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const contracts = `${findResources()}/contracts`;
export const contract = loadContract(contracts, 'presence-registration-v1.yaml');

let running: PracticeClient;
let certificate: MadeCertificate;
let base: string;
let token: string;
// Tomorrow, as the certificate is valid from today on.
const noon = new Date().setUTCHours(35, 0, 0, 0);
/** The clock of the service; a test moves it. */
export const time = { now: noon };
const accounts = new Map<string, string>();

/** For one file of tests: modules may be loaded once for several files, so the hooks are set by whoever asks. */
export function startPresences(): void {
  beforeAll(async () => {
    accounts.clear();
    running = await startClient({ wallClock: () => time.now });
    certificate = makeCertificate();
    base = running.service.environments['practice']?.services.checkInAndOutAtWork.baseUrl?.value ?? '';
  });
  beforeEach(async () => {
    time.now = noon;
    await running.admin('POST', '/reset', { keepAccounts: true });
    await running.admin('PUT', '/switches', { tokenSeconds: 86_400 });
    await renewToken();
  });
  afterAll(() => running.close());
}

/** A token of an account made for it once. */
export async function newToken(number: string, quality: string, rights: string[]): Promise<string> {
  const key = [number, quality, ...rights].join(' ');
  const clientId = accounts.get(key) ?? (await running.register(certificate, number, quality, rights));
  accounts.set(key, clientId);
  const at = Math.floor(time.now / 1000);
  const answer = await running.present(
    await running.sign({ ...running.claims(clientId), iat: at, exp: at + 300 }, certificate.keyPem),
  );
  if (answer.status !== 200) throw new Error(answer.text);
  return String(answer.json.access_token);
}

export type Remark = { code: string; severity: string };
export type Presence = {
  id: number;
  validity: string;
  ssin: string;
  remarks: Remark[];
  currentSsin?: string;
  channel: string;
  employer: { enterpriseNumber?: string };
  cancellation?: { reason: string };
};
export type Answered = {
  createdPresenceRegistration?: Presence;
  notCreatedPresenceRegistration?: { issues: { name: string; type: string }[] };
};

export const admin = (method: string, path: string, json?: unknown) => running.admin(method, path, json);
/** A GET without any token. */
export const open = (path: string) => running.send('GET', base + path);
/** Later calls carry a new token of the employer. */
export const renewToken = async (): Promise<void> => {
  token = await newToken(EMPLOYER, 'employer', ['checkInAndOutAtWork']);
};

export const item = (more: object = {}) => ({
  registrationDate: new Date(time.now).toISOString(),
  ssin: DAAN,
  type: 'IN',
  employer: { enterpriseNumber: EMPLOYER },
  placeOfWork: { coordinates: { longitude: 4.4093, latitude: 51.2085 } },
  contractualRelationshipReference: PARK,
  ...more,
});
export const post = (path: string, json: unknown, bearer = token) =>
  running.send('POST', `${base}/presenceRegistrations/${path}`, {
    json,
    headers: { authorization: `Bearer ${bearer}` },
  });
export const get = (path: string, bearer = token) =>
  running.send('GET', base + path, { headers: { authorization: `Bearer ${bearer}` } });
export const register = async (...items: object[]): Promise<Answered[]> => {
  const answer = await post('registerInBulk', { items });
  expect(answer.status, answer.text).toBe(200);
  return (JSON.parse(answer.text) as { items: Answered[] }).items;
};
export const one = async (more: object = {}): Promise<number> => {
  const [answer] = await register(item(more));
  const id = answer?.createdPresenceRegistration?.id;
  if (id === undefined) throw new Error(JSON.stringify(answer));
  return id;
};
export const read = async (id: number): Promise<Presence> =>
  JSON.parse((await get(`/presenceRegistrations/${id}`)).text) as Presence;
export const judged = async (id: number): Promise<[string, ...string[]]> => {
  time.now += 4_000;
  const { validity, remarks } = await read(id);
  return [validity, ...remarks.map(({ code }) => code)];
};
export const today = () => new Date(time.now).toISOString().slice(0, 10);
export const search = async (more: object = {}, bearer = token) => {
  const answer = await post(
    'search',
    { registrationPeriod: { startDate: today(), endDate: today() }, ...more },
    bearer,
  );
  expect(answer.status, answer.text).toBe(200);
  return JSON.parse(answer.text) as { items: Presence[]; total: number; page: number; pageSize: number };
};
